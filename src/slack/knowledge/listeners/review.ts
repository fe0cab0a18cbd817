import type { App, BlockButtonAction, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { widenMarks } from '../../../answering/chinese-marks.ts';
import type { Change } from '../../../knowledge/changes.ts';
import { describeFault } from '../../../logging.ts';
import { actionsBlocks, paragraphBlock } from '../../blocks/elements.ts';
import { escapeText, type Message } from '../../blocks/message.ts';
import { doThenAcknowledge } from '../../do-then-acknowledge.ts';
import { anyOf } from '../../ids.ts';
import { readPress, replyToPress } from '../../press.ts';
import { notice, sendPrivately } from '../../send.ts';
import { type SlackServices, titleOf } from '../../services.ts';
import { refuseForm, type Submitted, submitForm } from '../../submit-form.ts';
import { readInput } from '../../targets/read-inputs.ts';
import { KNOWLEDGE_ACTIONS, KNOWLEDGE_INPUTS, KNOWLEDGE_VIEWS } from '../knowledge-ids.ts';
import { decodeKnowledgeValue } from '../knowledge-values.ts';
import { reviewPage } from '../review-list.ts';
import { REVIEW_PAGE_SIZE, reviewMessage, undoButton } from '../review-message.ts';
import { changeText, REVIEW, TEACH_FORMS } from '../review-messages.ts';
import { type NumberNearby, nameForm, wordForm } from '../teach-forms.ts';

/** Numbers offered in the form for names; a menu may have a hundred. */
const MAX_FIGURES = 60;

/** The list of what was not answered, and all that managers teach from it. */
export function registerReview(app: App, services: SlackServices): void {
  const { knowledge, now, targets } = services;

  app.action<BlockButtonAction>(KNOWLEDGE_ACTIONS.nextReview, async ({ action, body, client, respond }) => {
    const press = readPress(body);
    const { from } = decodeKnowledgeValue('page', action.value);
    const message = await showReview(services, { from, userId: press.userId });
    await replyToPress({ services, client, press, respond }, message);
  });

  for (const [actionId, makeForm] of [
    [KNOWLEDGE_ACTIONS.teachWord, makeWordForm],
    [KNOWLEDGE_ACTIONS.teachName, makeNameForm],
  ] as const) {
    app.action<BlockButtonAction>(anyOf(actionId), async ({ action, body, client, respond }) => {
      const press = readPress(body);
      const { question } = decodeKnowledgeValue('question', action.value);
      const view = !(await targets.permissions.mayManage(press.userId))
        ? REVIEW.notAllowed
        : await makeForm(services, { question, channel: press.channelId ?? '' }, press.userId);
      if (typeof view === 'string') await replyToPress({ services, client, press, respond }, notice(view));
      else await client.views.open({ trigger_id: body.trigger_id, view });
    });
  }

  for (const [actionId, kind] of [
    [KNOWLEDGE_ACTIONS.teachAbsent, 'absent'],
    [KNOWLEDGE_ACTIONS.settle, 'settled'],
  ] as const) {
    app.action<BlockButtonAction>(anyOf(actionId), async ({ ack, action, body, client, respond }) => {
      const press = readPress(body);
      const { userId } = press;
      const { question } = decodeKnowledgeValue('question', action.value);
      const seq = await doThenAcknowledge(ack, async () => {
        if (!(await targets.permissions.mayManage(userId))) return null;
        const act = { requestKey: `press:${body.trigger_id}`, by: userId, now: now() };
        return (await knowledge.changes.add({ kind, question: question.trim() }, act)).seq;
      });
      const message =
        seq === null
          ? notice(REVIEW.notAllowed)
          : kind === 'settled'
            ? notice(REVIEW.settled)
            : await tellTaught(services, { seq, change: { kind, question }, question, userId });
      await replyToPress({ services, client, press, respond }, message);
    });
  }

  app.action<BlockButtonAction>(
    anyOf(KNOWLEDGE_ACTIONS.undoChange),
    async ({ ack, action, body, client, respond }) => {
      const press = readPress(body);
      const { seq } = decodeKnowledgeValue('change', action.value);
      const told = await doThenAcknowledge(ack, () => undo(services, { seq, userId: press.userId }));
      const message = notice(told.isUndone && !(await isLive(services)) ? REVIEW.notLive : told.text);
      await replyToPress({ services, client, press, respond }, message);
    },
  );

  for (const [callbackId, read] of [
    [KNOWLEDGE_VIEWS.wordForm, readWord],
    [KNOWLEDGE_VIEWS.nameForm, readName],
  ] as const) {
    app.view<ViewSubmitAction>(callbackId, async ({ ack, view, body, client }) => {
      const record = (begin: () => void) =>
        takeTeaching(services, { view, userId: body.user.id, client, begin, read });
      await submitForm({ ack, log: services.log, view, record });
    });
  }
}

/** The list from one place on; for managers. */
export async function showReview(
  services: SlackServices,
  { from, userId }: { readonly from: number; readonly userId: string },
): Promise<Message> {
  if (!(await services.targets.permissions.mayManage(userId))) return notice(REVIEW.notAllowed);
  const page = await reviewPage(services, { from, size: REVIEW_PAGE_SIZE, userId });
  return reviewMessage({
    ...page,
    changes: await services.knowledge.changes.list(),
    titleOf: titleOf(services.answerer),
  });
}

type Subject = { readonly question: string; readonly channel: string };

async function makeWordForm(services: SlackServices, subject: Subject, userId: string) {
  const { missing } = await services.answer({ question: subject.question, userId });
  return wordForm(subject, missing[0] ?? '');
}

async function makeNameForm(services: SlackServices, subject: Subject, userId: string) {
  const figures = await findFigures(services, subject.question, userId);
  return figures.length === 0 ? TEACH_FORMS.name.noFigures : nameForm(subject, figures);
}

/** The numbers in the sentences that come nearest to a question. */
async function findFigures(
  { answer, knowledge }: SlackServices,
  question: string,
  userId: string,
): Promise<readonly NumberNearby[]> {
  const { answers, nearest } = await answer({ question, userId });
  const found = await Promise.all(
    [...answers, ...nearest].map(async ({ source, start, end, section }) => {
      const figures = await knowledge.figuresIn({ source, start, end }, userId);
      return figures.map((figure) => ({ ...figure, section }));
    }),
  );
  const byPlace = new Map(found.flat().map((figure) => [`${figure.source}:${figure.start}`, figure]));
  return [...byPlace.values()].slice(0, MAX_FIGURES);
}

/** Makes what was recorded current; false when that did not succeed yet. */
async function isLive({ knowledge, log }: SlackServices): Promise<boolean> {
  try {
    await knowledge.refresh();
    return true;
  } catch (error) {
    log.error('knowledge.not_refreshed', describeFault(error));
    return false;
  }
}

/** Says what was taught and what the bot answers now, with the button that takes it back. */
async function tellTaught(
  services: SlackServices,
  taught: {
    readonly seq: number;
    readonly change: Change;
    readonly question: string;
    readonly userId: string;
  },
): Promise<Message> {
  const { seq, change, question, userId } = taught;
  if (!(await isLive(services))) return notice(REVIEW.notLive);
  const answer = await services.answer({ question, userId });
  const [first] = answer.answers;
  const now = first
    ? REVIEW.nowAnswered(widenMarks(first.text))
    : await explainStillNot(services, { change, question, userId });
  const lines = [REVIEW.recorded(changeText(change)), now];
  return {
    text: escapeText(lines.join('\n')),
    blocks: [...lines.map((line) => paragraphBlock(line)), ...actionsBlocks([undoButton(seq)])],
  };
}

/** Why a question is refused still, or that it was meant to be: whoever teaches must know whether it was of use. */
async function explainStillNot(
  { answer }: SlackServices,
  {
    change,
    question,
    userId,
  }: { readonly change: Change; readonly question: string; readonly userId: string },
): Promise<string> {
  const answerTo = async (asked: string): Promise<string | undefined> => {
    const [first] = (await answer({ question: asked, userId })).answers;
    return first && widenMarks(first.text);
  };
  switch (change.kind) {
    case 'word': {
      const { word, means } = change;
      if (!question.includes(word)) return REVIEW.notInQuestion(word);
      const printed = question.replaceAll(word, means);
      const text = await answerTo(printed);
      return text === undefined ? REVIEW.notEitherWay(printed) : REVIEW.onlyPrinted(printed, text);
    }
    case 'name': {
      const text = await answerTo(change.name);
      return text === undefined ? REVIEW.stillNot : REVIEW.onlyName(change.name, text);
    }
    case 'absent':
      return REVIEW.nowRefused;
    default:
      return REVIEW.stillNot;
  }
}

async function undo(
  { knowledge, now, targets }: SlackServices,
  { seq, userId }: { readonly seq: number; readonly userId: string },
): Promise<{ readonly text: string; readonly isUndone: boolean }> {
  if (!(await targets.permissions.mayManage(userId))) return { text: REVIEW.notAllowed, isUndone: false };
  const kept = (await knowledge.changes.list()).find((each) => each.seq === seq);
  const isUndone = kept !== undefined && (await knowledge.changes.undo(seq, { by: userId, now: now() }));
  return { text: isUndone ? REVIEW.undone(changeText(kept.change)) : REVIEW.alreadyUndone, isUndone };
}

/** What a form says, or why it cannot be taken and at which field. */
type ReadChange = (
  services: SlackServices,
  form: { readonly state: unknown; readonly question: string; readonly userId: string },
) => Promise<{ readonly change: Change } | { readonly refusal: string; readonly field: string }>;

const readWord: ReadChange = async ({ answer }, { state, userId }) => {
  const [word, means] = [readInput(state, KNOWLEDGE_INPUTS.word), readInput(state, KNOWLEDGE_INPUTS.means)];
  const field = KNOWLEDGE_INPUTS.means;
  if (word === means) return { refusal: TEACH_FORMS.word.same, field };
  const { missing } = await answer({ question: means, userId });
  return missing.length > 0
    ? { refusal: TEACH_FORMS.word.notPrinted(missing), field }
    : { change: { kind: 'word', word, means } };
};

const readName: ReadChange = async (services, { state, userId }) => {
  const { r, s, e } = decodeKnowledgeValue('figure', readInput(state, KNOWLEDGE_INPUTS.figure));
  const place = { source: r, start: s, end: e };
  const [figure] = await services.knowledge.figuresIn(place, userId);
  if (!figure) return { refusal: REVIEW.gone, field: KNOWLEDGE_INPUTS.figure };
  const name = readInput(state, KNOWLEDGE_INPUTS.name);
  return {
    change: {
      kind: 'name',
      reportId: r,
      start: figure.start,
      end: figure.end,
      printed: figure.printed,
      name,
    },
  };
};

async function takeTeaching(
  services: SlackServices,
  taking: {
    readonly view: ViewOutput;
    readonly userId: string;
    readonly client: WebClient;
    readonly begin: () => void;
    readonly read: ReadChange;
  },
): Promise<Submitted> {
  const { knowledge, log, now, outbox, targets } = services;
  const { view, userId, client, begin, read } = taking;
  const { question, channel } = decodeKnowledgeValue('teachForm', view.private_metadata);
  if (!(await targets.permissions.mayManage(userId)))
    return { response: refuseForm(view, REVIEW.notAllowed) };
  const taught = await read(services, { state: view.state.values, question, userId });
  if ('refusal' in taught) return { response: refuseForm(view, taught.refusal, taught.field) };
  begin();
  const { seq, change } = await knowledge.changes.add(taught.change, {
    requestKey: `view:${view.id}`,
    by: userId,
    now: now(),
  });
  log.info('knowledge.taught', { kind: change.kind, seq });
  return {
    tell: async () =>
      sendPrivately(
        { client, outbox, userId, channelId: channel === '' ? undefined : channel },
        await tellTaught(services, { seq, change, question, userId }),
      ),
  };
}
