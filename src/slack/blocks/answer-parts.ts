import type {
  Answer,
  AnswerItem,
  ComparisonAnswer,
  FigureAnswer,
  Operand,
  PassageAnswer,
  Quote,
  SectionAnswer,
  TargetAnswer,
} from '../../answering/answer.ts';
import { widenMarks } from '../../answering/chinese-marks.ts';
import { ANSWER, timeLabel } from '../messages.ts';
import { distinctQuotes, isSamePlace, placeBlock, type ReportNames, type ReportTitles } from './citations.ts';
import { bulletBlock, contextBlock, foldedBlock, paragraphBlock, type Run } from './elements.ts';
import {
  atPlace,
  explainResult,
  headlineRuns,
  headlineText,
  numberHeadlines,
  resultHeadline,
} from './headlines.ts';
import {
  LIMITS,
  MAX_ANSWERS_AT_ONCE,
  MAX_OPEN_LIST_CHARACTERS,
  MAX_PLACES,
  MAX_QUOTE_CHARACTERS,
} from './limits.ts';
import type { Part } from './message.ts';
import { quoteBlocks } from './quote-blocks.ts';
import type { Marked } from './quote-excerpt.ts';

/** How what is long is shown: whole, each point folded below its first words, or by the first words alone. */
export type Layout = 'whole' | 'folded' | 'named';

/** How reports are called in an answer, and how what is long is shown. */
type Told = {
  readonly titleOf: ReportTitles;
  readonly placeOf: (source: string) => string;
  readonly layout: Layout;
};

const UNNAMED: Told = { titleOf: () => '', placeOf: () => '', layout: 'whole' };

/** Everything an answer has to show, in order, as parts that stay whole. */
export function answerParts(answer: Answer, names: ReportNames, layout: Layout): Part[] {
  const { titleOf } = names;
  const told: Told = { titleOf, layout, placeOf: (source) => names.placeOf?.(source, answer.question) ?? '' };
  const remark =
    answer.message === undefined ? [] : [remarkPart(widenMarks(answer.message), isVerdict(answer))];
  const found = groupItems(answer).flatMap((group) => groupParts(group, told));
  const near = answer.status === 'abstained' ? nearestParts(answer, titleOf) : [];
  // Whoever has a draft checked wants to know first whether it is right.
  if (isVerdict(answer)) return [...remark, ...found];
  // A refusal of one part of the question follows what was found for the others.
  return answer.status === 'answered' ? [...found, ...remark] : [...remark, ...near];
}

/** What an answer says, as its first lines have it, for whoever is told of it: no quote, and no page of a list. */
export function answerSummary(answer: Answer): string {
  const message = answer.message === undefined ? [] : [widenMarks(answer.message)];
  const found = groupItems(answer)
    .slice(0, MAX_ANSWERS_AT_ONCE)
    .flatMap((group) => groupParts(group, { ...UNNAMED, layout: 'named' }).slice(0, 1))
    .map(({ text }) => text);
  return (isVerdict(answer) ? [...message, ...found] : [...found, ...message]).join('；');
}

/** Whether the message of an answer says if a draft agrees with the report, and not what was left unanswered. */
function isVerdict({ status, message }: Pick<Answer, 'status' | 'message'>): boolean {
  return status === 'answered' && ANSWER.verdictSaid.some((said) => message?.includes(said));
}

/** How many answers there are to show, those of one sentence being one, and how many parts the first `count` make. */
export function countAnswers(
  answer: Answer,
  count: number,
): { readonly all: number; readonly parts: number } {
  const groups = groupItems(answer);
  const parts = groups.slice(0, count).flatMap((group) => groupParts(group, UNNAMED)).length;
  return { all: groups.length, parts: parts + (isVerdict(answer) ? 1 : 0) };
}

/** Whether an answer lists points that are folded where they are many. */
export function isLongList({ answers }: Pick<Answer, 'answers'>): boolean {
  const points = answers.flatMap((item) => (item.kind === 'section' ? item.points : []));
  return points.reduce((sum, { quote }) => sum + quote.length, 0) > MAX_OPEN_LIST_CHARACTERS;
}

type NumberAnswer = FigureAnswer | TargetAnswer;
/** Numbers that one sentence prints, or any other answer. */
type Group = readonly [NumberAnswer, ...NumberAnswer[]] | Exclude<AnswerItem, NumberAnswer>;

const isNumber = (item: AnswerItem): item is NumberAnswer => item.kind === 'figure' || item.kind === 'target';

/** Puts numbers of one sentence together, so that it is quoted once. */
function groupItems({ answers }: Answer): readonly Group[] {
  const groups: Group[] = [];
  for (const item of answers) {
    if (!isNumber(item)) {
      groups.push(item);
      continue;
    }
    const at = groups.findIndex((group) => !('kind' in group) && isSamePlace(group[0], item));
    const group = groups[at];
    if (group === undefined || 'kind' in group) groups.push([item]);
    else groups[at] = [...group, item];
  }
  return groups;
}

function remarkPart(message: string, isBold: boolean): Part {
  return { text: message, blocks: [paragraphBlock(isBold ? { bold: message } : message)] };
}

function groupParts(group: Group, told: Told): Part[] {
  if (!('kind' in group)) return [numbersPart(group, told)];
  switch (group.kind) {
    case 'passage':
      return [passagePart(group, told)];
    case 'comparison':
      return comparisonParts(group, told);
    case 'section':
      return sectionParts(group, told);
  }
}

/** Each number on a line of its own, then the sentence that prints them, all of them marked. */
function numbersPart(items: readonly [NumberAnswer, ...NumberAnswer[]], { titleOf, placeOf }: Told): Part {
  const [first] = items;
  const headlines = items.flatMap(numberHeadlines).map((each) => atPlace(each, placeOf(first.source)));
  return {
    text: headlines.map(headlineText).join('；'),
    blocks: [
      paragraphBlock(
        ...headlines.flatMap((headline, index): Run[] => [
          index === 0 ? '' : '\n',
          ...headlineRuns(headline),
        ]),
      ),
      ...quoteBlocks(
        first,
        items.flatMap(({ marks }) => marks),
      ),
      placeBlock(first, titleOf),
    ],
  };
}

/** A sentence that is its own answer is not said twice. */
function passagePart(item: PassageAnswer, { titleOf }: Told): Part {
  const time = item.period === null ? '' : timeLabel(item.period);
  const isSaidByQuote = item.text === item.quote || item.text.length > MAX_QUOTE_CHARACTERS;
  const lead = isSaidByQuote ? [] : [paragraphBlock({ bold: item.text })];
  return { text: item.text, blocks: [...lead, ...quoteBlocks(item), placeBlock(item, titleOf, time)] };
}

/** The result and how it comes about, then each quoted passage once with its operands marked. */
function comparisonParts(item: ComparisonAnswer, { titleOf, placeOf }: Told): Part[] {
  const [place = '', ...others] = new Set(item.inputs.map(({ source }) => placeOf(source)));
  // Of several places each operand says its own.
  const headline = atPlace(resultHeadline(item), others.length > 0 ? '' : place);
  const explained = explainResult(item);
  const caveat = item.caveat === '' ? [] : [`${ANSWER.caveat}${item.caveat}`];
  return [
    {
      text: [headlineText(headline), explained, ...caveat].join('；'),
      blocks: [
        paragraphBlock(...headlineRuns(headline)),
        paragraphBlock(explained),
        ...caveat.map((said) => paragraphBlock(said)),
      ],
    },
    ...distinctQuotes(item.inputs).map((passage) => ({
      text: passage.quote,
      blocks: [
        ...quoteBlocks(passage, operandMarks(item.inputs.filter((operand) => isSamePlace(operand, passage)))),
        placeBlock(passage, titleOf),
      ],
    })),
  ];
}

/** Where operands stand in their common quote, in printed order. */
function operandMarks(operands: readonly Operand[]): Marked[] {
  return operands
    .map(({ valueStart, valueEnd }) => ({ start: valueStart, end: valueEnd }))
    .sort((a, b) => a.start - b.start);
}

/** The heading, then every point, complete and in order; where they are long, by their first words. */
function sectionParts(item: SectionAnswer, { titleOf, placeOf, layout }: Told): Part[] {
  const place = { ...item, section: item.section.split('/').slice(0, -1).join('/') };
  const time = item.period === null ? '' : timeLabel(item.period);
  const { about } = atPlace({ number: item.text, about: time }, placeOf(item.source));
  const count = ` ${ANSWER.count(item.points.length)}${about === '' ? '' : ANSWER.about(about)}`;
  // Slack refuses a list of nothing.
  const names = layout === 'named' && item.points.length > 0 ? [bulletBlock(item.points.map(nameOf))] : [];
  return [
    {
      text: `${item.text}${count}`,
      blocks: [paragraphBlock({ bold: item.text }, count), ...names, placeBlock(place, titleOf)],
    },
    ...item.points.map((point) => {
      const quote = quoteBlocks(point, [leadOf(point)]);
      const isFolded = layout === 'folded' && quote.length <= LIMITS.containerBlocks;
      return { text: point.quote, blocks: isFolded ? [foldedBlock(nameOf(point), quote)] : quote };
    }),
  ];
}

/** The opening phrase of a point (`一是……。`), which names it; nothing when it has no short one. */
const LEAD = /^[^。]{1,40}。/u;

function leadOf(point: Quote): Marked {
  const length = LEAD.exec(point.quote)?.[0].length ?? 0;
  return { start: point.start, end: point.start + length };
}

/** First words that stand for a point whose opening phrase is long: up to a clause's end. */
const FIRST_CLAUSE = /^.{0,59}?(?=[,，;；:：。]|$)/su;

function nameOf(point: Quote): string {
  const lead = LEAD.exec(point.quote)?.[0] ?? FIRST_CLAUSE.exec(point.quote)?.[0] ?? '';
  const name = lead === '' ? point.quote.slice(0, MAX_NAME_CHARACTERS) : lead;
  return name.length < point.quote.length && !name.endsWith('。') ? `${name}…` : name;
}

const MAX_NAME_CHARACTERS = 60;

/**
 * The sentences that come closest, best first; a section where no sentence fits. Neighbours of one place have it below
 * the last of them.
 */
function nearestParts(answer: Answer, titleOf: ReportTitles): Part[] {
  const shown = answer.nearest.slice(0, MAX_PLACES);
  const isSaid = answer.message?.includes(ANSWER.nearestSaid) === true;
  return shown.map((near, index) => {
    const { quote, text, section } = near;
    const next = shown[index + 1];
    const isFollowed = next?.section === section && next.source === near.source;
    const blocks = [
      ...(index === 0 && !isSaid ? [contextBlock(ANSWER.nearest)] : []),
      ...(text === undefined ? [] : [paragraphBlock({ bold: widenMarks(text) })]),
      ...(quote === undefined ? [] : quoteBlocks({ ...near, quote })),
      ...(isFollowed && quote !== undefined ? [] : [placeBlock(near, titleOf)]),
    ];
    return { text: quote ?? text ?? section, blocks };
  });
}
