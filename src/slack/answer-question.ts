import type { AbstainReason, Answer } from '../answering/answer.ts';
import { identifyAsked } from '../conversation/identify-asked.ts';
import { describeFault } from '../logging.ts';
import { encodeAnswer } from './answer-text.ts';
import { type Kept, readScope } from './knowledge/channel-scope.ts';
import { SCOPE } from './knowledge/review-messages.ts';
import type { SlackServices } from './services.ts';
import { noteProgress, noteUnrecorded, noteUnreported } from './targets/progress-note.ts';

/** A question as it came from Slack. */
export type Asked = {
  readonly question: string;
  readonly userId: string;
  /** The channel it was asked in; undefined in the App Home. */
  readonly channelId: string | undefined;
  /** The thread or direct message it was asked in; absent where nothing can follow up on it. */
  readonly conversation?: string;
};

export type Answered = {
  readonly answer: Answer;
  /** What stands below it: what people have reported on the targets it tells, and what it could not keep to. */
  readonly progress: string | undefined;
  /** Id under which the complete question is kept with this answer, for the buttons under it. */
  readonly questionId: string;
};

/** Input that was no question: neither kept for the maintainer nor remembered for follow-ups. */
export const NO_QUESTIONS: readonly AbstainReason[] = ['empty', 'not-a-question', 'instruction'];

/**
 * Answers a question and keeps what has to be kept: the question for its buttons and for follow-ups, and the
 * unanswered ones for the maintainer. A follow-up is completed from the last question of its conversation.
 */
export async function answerQuestion(services: SlackServices, asked: Asked): Promise<Answered> {
  const { records, log, now } = services;
  const { question, userId, channelId } = asked;
  const keptTo = await readScope(services, channelId);
  const scope = keptTo.reports;
  const earlier = await listEarlier(services, asked.conversation);
  const answer = await services.answer({ question, earlier, scope, userId });
  const complete = answer.understoodAs ?? asked.question;
  const kept = { question: complete, answer: encodeAnswer(answer) };
  const questionId = identifyAsked(kept);
  try {
    await records.askedQuestions.keep(kept, now());
    const isQuestion = answer.reason === undefined || !NO_QUESTIONS.includes(answer.reason);
    if (asked.conversation !== undefined && isQuestion) {
      const last = { question: complete, askedId: questionId };
      await records.threadMemory.remember(asked.conversation, last, now());
    }
    if (answer.status === 'abstained' && isQuestion) {
      const unanswered = { question: complete, askedAs: question, reason: answer.reason ?? 'not-covered' };
      await records.unanswered.add(unanswered, now());
    }
    const outcome = answer.reason ?? answer.status;
    if (isQuestion) await records.questionCounts.add({ channelId: channelId ?? '', outcome, now: now() });
  } catch (error) {
    // The report needs no database; only the buttons below the answer will say that they are out of date.
    log.error('question.not_kept', describeFault(error));
  }
  log.info('question.answered', {
    status: answer.status,
    reason: answer.reason,
    answers: answer.answers.length,
  });
  const notes = [
    noteUnrecorded(services.targets, question),
    noteUnreported(services.targets, question, { answer, isOfBefore: earlier.length > 0 }),
    await noteBelow(services, answer, keptTo),
  ];
  return { answer, questionId, progress: notes.filter((note) => note !== undefined).join('\n') || undefined };
}

/** The last questions of a conversation, newest first. */
export async function listEarlier(
  { records, now }: Pick<SlackServices, 'records' | 'now'>,
  conversation: string | undefined,
): Promise<readonly string[]> {
  if (conversation === undefined) return [];
  const { threadMemory } = records;
  const last = await threadMemory.lastQuestion(conversation, now());
  const before = await threadMemory.questionBefore(conversation, now());
  return [last, before].flatMap((question) => question ?? []);
}

/** What stands below an answer: what was reported on its targets, and that the channel could not keep to its reports. */
export async function noteBelow(
  services: SlackServices,
  answer: Answer,
  { isGone }: Pick<Kept, 'isGone'>,
): Promise<string | undefined> {
  const progress = await tryNoteProgress(services, answer);
  const lines = [...(progress === undefined ? [] : [progress]), ...(isGone ? [SCOPE.withdrawn] : [])];
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The answer does not wait for a ledger that cannot be read. */
async function tryNoteProgress({ targets, log }: SlackServices, answer: Answer): Promise<string | undefined> {
  try {
    return await noteProgress(targets, answer);
  } catch (error) {
    log.error('answer.progress_not_read', describeFault(error));
    return undefined;
  }
}
