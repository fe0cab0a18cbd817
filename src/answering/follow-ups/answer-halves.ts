import type { Library } from '../library.ts';
import type { ReportAnswer } from '../reports/merge-answers.ts';
import { WORDING } from '../wording.ts';
import { answerFollowUp } from './answer-follow-up.ts';
import { splitHalves } from './read-message.ts';

/**
 * Answers the half that can be answered of a line that nothing answers as a whole (`养老机构几家 其中公办的占几成`), and says
 * which one cannot; the second goes on from the first. Null where neither is answered.
 */
export function answerHalves(
  question: string,
  library: Library,
  ask: (question: string) => ReportAnswer,
): ReportAnswer | null {
  const halves = splitHalves(question);
  if (!halves) return null;
  const [first, rest] = halves;
  const said = ask(first);
  if (said.answer.status !== 'answered') return null;
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
