import { contains, type Span, sliceSpan } from '../report/span.ts';
import type { FigureAnswer, Quote, TargetAnswer } from './answer.ts';
import { quoteSpan } from './quotes.ts';
import type { FigureContext } from './ranking/figure-context.ts';
import { WORDING } from './wording.ts';

/** Composes the answer of one number, or of parallel numbers of one clause that the question does not tell apart. */
export function composeFigures(contexts: readonly FigureContext[]): FigureAnswer | TargetAnswer | null {
  const [first] = contexts;
  if (!first) return null;
  const { known, figure } = first;
  const isSingle = contexts.length === 1;
  const source = known.report.source;
  return {
    kind: figure.period?.kind === 'target' ? 'target' : 'figure',
    text: isSingle ? sayFigure(first) : sayParallel(contexts),
    value: isSingle ? sliceSpan(source, figure.value) : '',
    unit: isSingle || contexts.every((context) => context.figure.unit === figure.unit) ? figure.unit : '',
    qualifier: isSingle ? figure.qualifier : '',
    period: figure.period,
    ...quoteFigure(first),
    marks: contexts.map((context) => ({ start: context.figure.start, end: context.figure.end })),
  };
}

/** The sentence a number stands in. */
export function quoteFigure({ known, figure }: Pick<FigureContext, 'known' | 'figure'>): Quote {
  const sentence = known.report.sentences.find(({ id }) => id === figure.sentenceId);
  return quoteSpan(known, sentence ?? figure.clause);
}

/** The number as printed, qualifier and unit included. */
export function printNumber(context: FigureContext): string {
  const { figure, known } = context;
  const printed = sliceSpan(known.report.source, figure);
  const isApart = !printed.includes(figure.qualifier) && figure.qualifier.startsWith('不');
  return isApart ? `${figure.qualifier}${printed}` : printed;
}

/** What a number is called: its reviewed name, or the words it stands in, tidied for reading. */
export function nameFigure(context: FigureContext): string {
  const { figure } = context;
  if (figure.name !== '') return figure.name;
  const before = wordsBefore(context);
  return tidyName(before === '' ? wordsAfter(context) : before);
}

/** One line that says what the number is, number included. */
function sayFigure(context: FigureContext): string {
  const { figure } = context;
  const number = printNumber(context);
  if (figure.name !== '') return `${figure.name}:${number}`;
  if (figure.role !== null)
    return `${nameFigure(context)}${figure.role === 'before' ? WORDING.was : WORDING.became}${number}`;
  return `${wordsBefore(context)}${number}${wordsAfter(context)}`;
}

/** Parallel numbers by their owners: `城市546元、农村410元`; the two ends of one change by its words. */
function sayParallel(contexts: readonly FigureContext[]): string {
  const [first, second] = contexts;
  const isChange =
    first &&
    second &&
    contexts.length === 2 &&
    first.figure.role === 'before' &&
    second.figure.role === 'after';
  if (isChange) return `${nameFigure(first)}:${WORDING.change(printNumber(first), printNumber(second))}`;
  const says = contexts.map((context) => {
    const { figure } = context;
    const isBareOwner = figure.owner !== '' && figure.name === '' && figure.carried.length === 0;
    return isBareOwner ? `${tidyName(figure.owner)}${printNumber(context)}` : sayFigure(context);
  });
  return says.join('、');
}

/** The words before a number that say what it is: carried over, shared, its own; the owner put in for its pair. */
function wordsBefore({ figure, known }: FigureContext): string {
  const before = figure.own.filter(({ end }) => end <= figure.start);
  const spans = [...figure.carried, ...figure.shared, ...before].sort((a, b) => a.start - b.start);
  const distinct = spans.filter((span, index) => index === 0 || span.start >= (spans[index - 1]?.end ?? 0));
  const gapAfter = (index: number): string =>
    known.report.source.slice(distinct[index]?.end, distinct[index + 1]?.start);
  const words = distinct
    .map((span) => sayQuoted(span, { figure, known }))
    // What leads to a neighbour's number (`补贴由`) leads nowhere here.
    .map((words, index, all) =>
      index < all.length - 1
        ? leaveVerb(words, all[index + 1] ?? '', gapAfter(index))
            .replace(/(?:由|从)$/u, '的')
            .replace(/(?:达到?|完成|实现|为|增长|提高|下降|超过|突破)$/u, '')
        : words,
    )
    .join('')
    .replace(/其中|分别|(?<=补助|标准|支出)各|^[—–-]+/gu, '')
    // A total is not of what was added alone: `新认定高新技术企业765户,总数达2286户`.
    .replace(/^新(?:增|登记|认定|注册|设立?|引进|签约|入库|培育)(?=.+(?:总[数量]|累计))/u, '');
  return figure.owner.length === 2 ? words.replace(/城乡|城镇和农村|男女/u, figure.owner) : words;
}

/** Words that are carried over from another sentence: the mark of a point (`1. 婚姻登记`) is none, nor is what has digits. */
function sayQuoted(
  span: Span,
  { figure, known: { report } }: Pick<FigureContext, 'figure' | 'known'>,
): string {
  const words = sliceSpan(report.source, span);
  if (!/\p{N}/u.test(words)) return words;
  const sentence = report.sentences.find(({ id }) => id === figure.sentenceId);
  if (sentence && contains(sentence, span)) return words;
  const unmarked = words.replace(/^[(（]?\d+[)）.．、]\s*/u, '');
  return /\p{N}/u.test(unmarked) ? '' : unmarked;
}

/** Doings that a list of things done shares: `减少甲乡3个、乙乡2个`. */
const SHARED_DOING =
  /^(?:(?:全年|累计|共|已)?(?:新增|新建|改建|扩建|改造|修复|修建|建成|完成|开工|竣工|减少|培训|引进|培育|创建|打造|整治|治理|新认定|新开工))/u;

/**
 * Leaves only the verb of words that lead to a neighbour's number where what follows is a thing of the same kind, told
 * by its first or last characters: `新增排水网3公里、供水网2公里` are no 排水网供水网. Where no verb is known, nothing is left of
 * the thing before in a list (`办理结婚登记5.26万对、离婚登记2.13万对`).
 */
function leaveVerb(words: string, next: string, gap: string): string {
  const verb = SHARED_DOING.exec(words)?.[0];
  const isThing = next.length > 2 && !/[每全]\p{Script=Han}$/u.test(words);
  const isNeighbour = isThing && gap.endsWith('、') && words.slice(-2) === next.slice(-2);
  if (verb === undefined) return isNeighbour && !words.endsWith(next) ? '' : words;
  const [thing, other] = [words.slice(verb.length), next];
  const isAlike =
    other.length > 1 &&
    thing.length > 1 &&
    (thing.slice(0, 2) === other.slice(0, 2) || thing.at(-1) === other.at(-1));
  return isAlike ? verb : words;
}

function wordsAfter({ figure, known }: FigureContext): string {
  return figure.own
    .filter(({ start }) => start >= figure.end)
    .map((span) => sliceSpan(known.report.source, span))
    .join('');
}

/** Drops the verb that leads to the number, and the start of a change. */
function tidyName(name: string): string {
  return (
    name
      .replace(/(?:由|从)[^由从]{0,14}$/u, '')
      .replace(
        /(?:分别)?(?:提高|增加|上升|下降|降低|减少|缩小|缩短|达|占|居|位居|完成|实现|为|是|至|到)+(?:到|至|为)?$/u,
        '',
      )
      .trim() || name
  );
}
