import { normalizeText } from '../../search/normalize.ts';
import type { Answer } from '../answer.ts';
import type { Library } from '../library.ts';
import type { ReportAnswer } from '../reports/merge-answers.ts';
import { readAsked } from '../understanding/list-readings.ts';
import { WORDING } from '../wording.ts';
import { answerFollowUp } from './answer-follow-up.ts';
import { splitHalves } from './read-message.ts';

/**
 * Answers a line of two questions by its halves (`养老机构几家 其中公办的占几成`), and says which one cannot be answered; the
 * second goes on from the first. Null where the first is not answered, or where what answers the line is no number of it.
 */
export function answerHalves(
  question: string,
  library: Library,
  { whole, ask }: { readonly whole: ReportAnswer; readonly ask: (question: string) => ReportAnswer },
): ReportAnswer | null {
  // What was said aside is no half.
  const halves = splitHalves(readAsked(normalizeText(question)));
  if (!halves) return null;
  const [first, rest] = halves;
  const said = ask(first);
  if (said.answer.status !== 'answered' || !isOfFirst(whole.answer, said.answer)) return null;
  const next = answerFollowUp({ question: rest, earlier: [first], library, ask }) ?? ask(rest);
  const isAnswered = next.answer.status === 'answered';
  const { answers, missing } = said.answer;
  const message = [said.answer.message, isAnswered ? next.answer.message : WORDING.partNotFound(rest)]
    .flatMap((each) => each ?? [])
    .join('');
  const more = next.answer.answers.filter((item) =>
    answers.every(({ start, text }) => start !== item.start || text !== item.text),
  );
  return {
    ...said,
    strange: said.strange + next.strange,
    answer: {
      ...said.answer,
      question,
      answers: [...answers, ...more],
      missing: [...new Set([...missing, ...next.answer.missing])],
      ...(message === '' ? {} : { message }),
    },
  };
}

/** Whether a line is not answered, or by nothing but what answers its first half. */
const isOfFirst = (whole: Answer, { answers: [first] }: Answer): boolean =>
  whole.status === 'abstained' ||
  (whole.message === undefined &&
    first?.kind === 'figure' &&
    whole.answers.every(
      ({ kind, text, start }) => kind === 'figure' && text === first.text && start === first.start,
    ));
