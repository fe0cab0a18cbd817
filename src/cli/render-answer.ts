import util from 'node:util';
import type { Answer, AnswerItem, Quote } from '../answering/answer.ts';
import { bareQuestion, widenMarks } from '../answering/chinese-marks.ts';
import { periodWithKind } from '../answering/wording.ts';
import { type PrintedPlace, placeText } from '../knowledge/locate.ts';

export type RenderOptions = {
  readonly isColored: boolean;
  /** Where a quote stands in the report as printed; null where that is not known. */
  readonly placeOf: (quote: Pick<Quote, 'source' | 'start' | 'end'>) => PrintedPlace | null;
  /** The title of a report. */
  readonly titleOf: (source: string) => string;
  /** The place a report is about, where an answer to this question has to say it; empty where it has not. */
  readonly aboutOf: (source: string, question: string) => string;
};

/** Renders an answer for a terminal: number first, then the quote with the number marked, its section and offsets. */
export function renderAnswer(answer: Answer, options: RenderOptions): string {
  const lines: string[] = [];
  if (answer.understoodAs !== undefined) lines.push(`按“${bareQuestion(answer.understoodAs)}”理解。`, '');
  for (const item of answer.answers) lines.push(...renderItem(item, answer.question, options), '');
  if (answer.message !== undefined) lines.push(widenMarks(answer.message));
  for (const [index, choice] of answer.choices.entries())
    lines.push(`  ${index + 1}. ${widenMarks(choice.label)}`);
  if (answer.nearest.length > 0) {
    lines.push('可以看看：');
    for (const near of answer.nearest) {
      const said =
        (near.text === undefined ? undefined : widenMarks(near.text)) ??
        (near.quote === undefined ? '' : `“${near.quote}”`);
      lines.push(
        `  · ${said}`,
        dim(`    ${near.section} · ${reportOf(near, options)} [${near.start}, ${near.end})`, options),
      );
    }
  }
  lines.push(dim(`知识版本 ${answer.knowledgeVersion}`, options));
  return lines.join('\n');
}

function renderItem(item: AnswerItem, question: string, options: RenderOptions): string[] {
  const said = item.kind === 'section' ? item.text : widenMarks(item.text);
  const isOfSeveral = item.kind === 'comparison' && item.inputs.some(({ source }) => source !== item.source);
  const of = isOfSeveral ? '' : options.aboutOf(item.source, question);
  const periods = item.kind === 'comparison' ? item.inputs.map(({ period }) => period) : [item.period];
  const about = [
    of === '' || said.includes(of) ? [] : [of],
    [...new Set(periods.flatMap((each) => (each ? [periodWithKind(each)] : [])))],
  ].flat();
  const period = about.length === 0 ? '' : dim(`（${about.join('，')}）`, options);
  const head = `${bold(said, options)}${period}`;
  switch (item.kind) {
    case 'figure':
    case 'target':
      return [head, `  “${markNumbers(item, item.marks, options)}”`, place(item, options)];
    case 'passage':
      return [`“${item.quote}”${period}`, place(item, options)];
    case 'section':
      return [
        head,
        ...item.points.map((point, index) => `  ${index + 1}. ${point.quote}`),
        place(item, options),
      ];
    case 'comparison':
      return [
        head,
        `  ${item.formula}`,
        ...distinctPlaces(item.inputs).flatMap((input) => [`  “${input.quote}”`, place(input, options)]),
        ...(item.caveat === '' ? [] : [`  注意：${item.caveat}`]),
      ];
  }
}

/** Operands of one sentence are quoted once. */
function distinctPlaces(inputs: readonly Quote[]): readonly Quote[] {
  return inputs.filter(
    ({ source, start, end }, index) =>
      inputs.findIndex((other) => other.source === source && other.start === start && other.end === end) ===
      index,
  );
}

/** The quote with each number between 【】, or bold where the terminal shows it. */
function markNumbers(
  item: Quote,
  marks: readonly { readonly start: number; readonly end: number }[],
  options: RenderOptions,
): string {
  let rendered = '';
  let at = item.start;
  for (const mark of marks) {
    rendered += item.quote.slice(at - item.start, mark.start - item.start);
    const number = item.quote.slice(mark.start - item.start, mark.end - item.start);
    rendered += options.isColored ? util.styleText(['bold', 'underline'], number) : `【${number}】`;
    at = mark.end;
  }
  return rendered + item.quote.slice(at - item.start);
}

function place(quote: Quote, options: RenderOptions): string {
  const printed = options.placeOf(quote);
  const at = printed ? `${placeText(printed)} ` : '';
  return dim(`  ${quote.section} · ${reportOf(quote, options)} ${at}[${quote.start}, ${quote.end})`, options);
}

const reportOf = ({ source }: Pick<Quote, 'source'>, { titleOf }: RenderOptions): string =>
  `《${titleOf(source)}》`;

function bold(text: string, { isColored }: RenderOptions): string {
  return isColored ? util.styleText('bold', text) : text;
}

function dim(text: string, { isColored }: RenderOptions): string {
  return isColored ? util.styleText('dim', text) : text;
}
