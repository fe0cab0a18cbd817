import { normalizeText } from '../../search/normalize.ts';
import type { AbstainReason, Answer, CataloguedReport } from '../answer.ts';
import { findToldFigures } from '../understanding/told-numbers.ts';
import { WORDING } from '../wording.ts';
import type { ReportAnswer } from './merge-answers.ts';
import { isOwnName } from './name-reports.ts';

/** A report, and what it says to a question by itself. */
export type AskedReport = { readonly known: CataloguedReport; readonly said: ReportAnswer };

/** As much as this of a question, or of what an answer explains of it, stands in one sentence that tells of its thing. */
const NEARLY_ALL = { of: 0.75, ofAnswer: 0.8 } as const;
/** Refusals that another report may know better than. */
const UNTOLD: readonly (AbstainReason | undefined)[] = ['not-covered', 'no-number', 'other-period'];

/** Refusals of a report that may tell of the thing all the same. */
const UNSURE: readonly (AbstainReason | undefined)[] = ['not-covered', 'no-number'];
/** A longer question is not said again as an example. */
const EXAMPLE_CHARS = 24;

/** Says below an answer which other reports tell of what is asked, too, and are not quoted. */
export function mentionOthers(answer: Answer, asked: readonly AskedReport[]): Answer {
  if (answer.status !== 'answered') return answer;
  const shown = new Set(answer.answers.map(({ source }) => source));
  const best = Math.max(0, ...asked.filter(({ known }) => shown.has(known.id)).map(explainedBy));
  const least = best * NEARLY_ALL.ofAnswer;
  const others = asked.filter((each) => !shown.has(each.known.id) && best > 0 && prints(each, least, answer));
  return others.length === 0 ? answer : addLine(answer, WORDING.toldToo(nameReports(others, answer)));
}

/** Says below a refusal that only some reports were looked into, and which others tell of what is asked. */
export function mentionElsewhere(
  answer: Answer,
  asked: readonly CataloguedReport[],
  others: readonly AskedReport[],
): Answer {
  if (answer.status !== 'abstained' || !UNTOLD.includes(answer.reason)) return answer;
  const found = others.filter(
    (each) => each.said.answer.status === 'answered' || prints(each, NEARLY_ALL.of, answer),
  );
  const looked = WORDING.lookedInto(asked.map(({ title }) => title));
  if (found.length === 0) return addLine(answer, looked);
  return addLine(answer, `${looked}${WORDING.toldElsewhere(nameReports(found, answer))}`);
}

/** Whether a report tells of what is asked, be it sure of what is meant or not; what a number means only where it answers. */
function prints(asked: AskedReport, least: number, { question }: Answer): boolean {
  const { status, reason } = asked.said.answer;
  const isUnsure = UNSURE.includes(reason) && findToldFigures(normalizeText(question)).length === 0;
  return asked.said.strange === 0 && (status === 'answered' || isUnsure) && explainedBy(asked) >= least;
}

const explainedBy = ({ said: { explains } }: AskedReport): number => explains?.().said ?? 0;

/** Reports by their titles and places, and how a question names the first of them. */
function nameReports(reports: readonly AskedReport[], { question }: Answer) {
  const named = reports.map(({ known: { title, places }, said }) => ({
    title,
    place: places.find(isOwnName) ?? '',
    asked: said.answer.understoodAs ?? question,
    answers: said.answer.status === 'answered',
  }));
  // What it refuses it would refuse with its name, too.
  const first = named.find(
    ({ place, asked, answers }) =>
      answers && place !== '' && !asked.includes(place) && asked.length <= EXAMPLE_CHARS,
  );
  return { titles: named, example: first ? `${first.place}${first.asked}` : null };
}

const addLine = (answer: Answer, line: string): Answer => ({
  ...answer,
  message: `${answer.message ?? ''}${line}`,
});
