import type { WebClient } from '@slack/web-api';
import { asksProgress } from '../answering/follow-ups/read-message.ts';
import type { Target } from '../targets/target.ts';
import { type Asked, answerQuestion, listEarlier } from './answer-question.ts';
import { answerMessage } from './blocks/answer-message.ts';
import { helpMessage } from './blocks/help-message.ts';
import type { Message } from './blocks/message.ts';
import type { Command } from './commands/command.ts';
import { readAskedUrgent } from './commands/read-asked.ts';
import { type FactOfThis, readFactOfThis, readOpening } from './commands/read-asked-fact.ts';
import { isReported, readCommandOf } from './commands/read-command-of.ts';
import { readGoingOn } from './commands/read-going-on.ts';
import { runCommand } from './commands/run-command.ts';
import { findShownLeft, lastCard, lastShown, narrowedLike } from './commands/shown-digest.ts';
import { trimTyped } from './commands/trim-typed.ts';
import { readScope } from './knowledge/channel-scope.ts';
import { NOTICES } from './messages.ts';
import { type PublicPlace, postWays, statementWays } from './send.ts';
import { reportNames, type SlackServices } from './services.ts';
import { findTold } from './targets/progress-note.ts';

/** A question written in a thread or direct message. */
export type Question = {
  readonly question: string;
  readonly userId: string;
  readonly conversation: string;
  readonly place: PublicPlace;
  /** Ids of colleagues named in it. */
  readonly named?: readonly string[];
};

/**
 * Answers where the question was written, for everybody there; an empty question gets help. A command is carried out for
 * whoever wrote it, with buttons for the forms that only `/policy` can open at once.
 */
export async function answerInConversation(
  services: SlackServices,
  client: WebClient,
  { question, userId, conversation, place, named }: Question,
): Promise<void> {
  const { outbox } = services;
  const asker = { client, outbox, userId, channelId: place.channel, threadTs: place.threadTs };
  const deliver = (message: Message) =>
    outbox.deliver({
      ways: postWays(client, place, message),
      statement: statementWays(asker, NOTICES.uncertain),
    });
  if (question === '') {
    await deliver(helpMessage(services.answerer));
    return;
  }
  const asked = { question, userId, channelId: place.channel, conversation };
  const command =
    (await readFactAsked(services, asked)) ??
    (await readGoingOn(services, question, asked)) ??
    (await readCommandOf(services, question, userId)) ??
    (await readProgressAsked(services, asked));
  if (command) {
    await runCommand(services, command, { ...asker, conversation, named });
    return;
  }
  const { answer, questionId, progress } = await answerQuestion(services, {
    question,
    userId,
    channelId: place.channel,
    conversation,
  });
  const message = answerMessage(answer, {
    questionId,
    progress,
    ...reportNames(services.answerer),
    opening: [],
    sharing: 'none',
    surface: 'message',
  });
  await deliver(message);
}

type AskedThere = Asked & { readonly channelId: string };

/** `谁填的`, `还差多少` after a target was shown: what people have reported on that one; of a digest, what it tells. */
async function readFactAsked(services: SlackServices, asked: AskedThere): Promise<Command | undefined> {
  const typed = trimTyped(asked.question);
  const about = readFactOfThis(typed);
  if (about === undefined) return undefined;
  const left = await findShownLeft(services, asked);
  if (left) return readFactOfShown(left, typed, about);
  if (about === 'urgent') return undefined;
  const [shown] = await listEarlier(services, asked.conversation);
  const target =
    services.targets.targets.find(({ name }) => name === shown) ??
    (about === 'reports' || about === 'turn' ? undefined : await findAimTold(services, asked)) ??
    (await findCardLeft(services, asked));
  if (target && (about !== 'now' || (await isReported(services.targets, target.id))))
    return { kind: 'card', target: target.id, ...readOpening(typed) };
  // Of all of them the digest tells it.
  if (about !== 'outlook') return undefined;
  const digest = await lastShown(services, asked);
  return digest || shown === undefined
    ? readFactOfShown({ kind: 'preview', every: 'week', time: null, ...narrowedLike(digest) }, typed, about)
    : undefined;
}

/** What is asked of the digest that was shown last: the same one, of those it is about. */
function readFactOfShown(
  shown: Extract<Command, { readonly kind: 'preview' }>,
  typed: string,
  about: FactOfThis,
): Command | undefined {
  const urgent = { ...shown, words: [...new Set([...(shown.words ?? []), '需要关注'])] };
  switch (about) {
    case 'urgent': {
      const asked = readAskedUrgent(typed);
      return asked?.kind === 'preview' && asked.tells ? { ...urgent, tells: asked.tells } : urgent;
    }
    case 'turn':
      return { ...urgent, tells: 'turns' };
    case 'owner':
      return { kind: 'owners', words: shown.words ?? [] };
    case 'outlook':
      return { ...urgent, tells: 'outlook' };
    default:
      return undefined;
  }
}

/** The target whose card was shown before, as long as nothing but refusals came after it. */
async function findCardLeft(services: SlackServices, asked: AskedThere): Promise<Target | undefined> {
  const card = await lastCard(services, asked);
  const [question] = await listEarlier(services, asked.conversation);
  if (!card || question === undefined) return card;
  const { reports: scope } = await readScope(services, asked.channelId);
  const { status } = await services.answer({ question, scope, userId: asked.userId });
  return status === 'abstained' ? card : undefined;
}

/** `完成多少了` after an aim was told: people's reports on it know more than the report that set it. */
async function readProgressAsked(services: SlackServices, asked: Asked): Promise<Command | undefined> {
  const target = asksProgress(asked.question) ? await findAimTold(services, asked) : undefined;
  return target && { kind: 'card', target: target.id };
}

/** The one target that the answer before told. */
async function findAimTold(services: SlackServices, asked: Asked): Promise<Target | undefined> {
  const [question] = await listEarlier(services, asked.conversation);
  if (question === undefined) return undefined;
  const { reports: scope } = await readScope(services, asked.channelId);
  const told = await services.answer({ question, scope, userId: asked.userId });
  const [only, ...others] = findTold(services.targets.targets, told);
  return others.length === 0 ? only : undefined;
}
