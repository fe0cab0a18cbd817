import { BYLINE } from '../knowledge/asked-model.ts';
import type { Exclusion } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';
import type { PassageAnswer } from './answer.ts';
import type { Library } from './library.ts';
import { SURE_LIST } from './lists/weigh-lists.ts';
import type { Explained, Outcome } from './outcome.ts';
import { quoteSpan } from './quotes.ts';
import { refuse } from './refusals.ts';
import { WORDING } from './wording.ts';

/** A line that names who wrote or gave the report, not merely when or where. */
const NAMES_PERSON = /执笔|撰稿|撰写|作者|供稿|长\s+\p{Script=Han}/u;

const isNote = ({ reason }: Exclusion): boolean => reason === 'author-note' || reason === 'byline';

/** Whether known questions like this one ask who wrote or gave the report. */
export const asksForByline = ({ weighing }: Explained): boolean =>
  [...weighing.evidence.classified.values()].some(
    ({ list }) => list !== null && list.place === BYLINE && list.probability >= SURE_LIST,
  );

/** Answers who wrote or published the reports with the lines before and after their text that say so. */
export function answerByline(text: string, { knowledge }: Library): Outcome {
  const asksForOffice = /单位|部门|发布|印发|哪家/u.test(text);
  const answers = knowledge.reports.flatMap((known): PassageAnswer[] => {
    const { report } = known;
    const persons = report.exclusions.filter(
      (span) => isNote(span) && NAMES_PERSON.test(sliceSpan(report.source, span)),
    );
    const publisher = report.publisher ? [report.publisher] : [];
    const [best] = asksForOffice ? [...publisher, ...persons] : [...persons, ...publisher];
    if (!best) return [];
    const quote = quoteSpan(known, best);
    return [{ kind: 'passage', text: quote.quote, period: null, ...quote }];
  });
  return answers.length > 0 ? { status: 'answered', answers } : refuse('not-covered', WORDING.nothing);
}
