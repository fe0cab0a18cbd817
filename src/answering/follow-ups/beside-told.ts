import { normalizeText } from '../../search/normalize.ts';
import { composeFigures } from '../compose-figures.ts';
import { SPENDING } from '../language/comparison-words.ts';
import { readComparison } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { Outcome } from '../outcome.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import type { Term } from '../understanding/lexicon.ts';
import { type FollowUpMessage, readMessage } from './read-message.ts';

/** Says a number as it was told (`机构在住老人1.36万人`); empty where nothing is called by a name. */
export const sayTold = (context: FigureContext): string =>
  normalizeText(composeFigures([context])?.text ?? '')
    .replace(':', '')
    .replaceAll(',', '');

/**
 * Finds the number in the sentence of one that was told that a message asks for: how that one changed, or what stands there
 * under the words of the message. Null where none does, or several do.
 */
export function findBeside(
  message: FollowUpMessage,
  told: FigureContext,
  { figures }: Pick<Library, 'figures'>,
): FigureContext | null {
  const { start, sentenceId, period } = told.figure;
  const beside = figures.filter(
    ({ figure, known }) =>
      known === told.known &&
      figure.sentenceId === sentenceId &&
      figure.start !== start &&
      figure.period?.kind === period?.kind,
  );
  if (message.asking === 'change') return findChange(told, beside);
  if (message.asking === 'start') return findStart(told, beside);
  if (message.bare === '' || (message.asking !== 'number' && message.asking !== 'thing')) return null;
  const { period: asked } = message.interpretation;
  if (asked !== null && (asked.year ?? period?.year) !== period?.year) return null;
  // Of a change that was told, the change of another thing is asked for.
  const alike =
    message.asking === 'thing' && told.figure.states === 'change'
      ? beside.filter(({ figure }) => figure.states === 'change')
      : beside;
  // `自有的呢`: of two that were told, the first itself is meant.
  const base = message.interpretation.quantities[0]?.base ?? '';
  const isOfBase = base === '' || base === told.figure.base;
  if (message.interpretation.terms.length > 0 && isOfBase && isAskedFor(told, message)) return null;
  const found = alike.filter(
    (context) => isAskedFor(context, message) && isNamedBy(context, message, told.figure.dimension),
  );
  // `办结了多少`: no share, where what was told is none.
  return (
    onlyOf(found) ??
    onlyOf(found.filter(({ figure }) => figure.dimension === told.figure.dimension)) ??
    findLikest(found, told, message.interpretation.terms) ??
    (found.length === 0 || message.interpretation.terms.length === 0
      ? findNextOfKind(message, told, beside)
      : null)
  );
}

const onlyOf = (found: readonly FigureContext[]): FigureContext | null =>
  found.length === 1 ? (found[0] ?? null) : null;

/** `次均门诊费用` → `住院的呢`: called like the one that was told but for what is named now, as 次均住院费用 is and 日均 is not. */
function findLikest(
  found: readonly FigureContext[],
  told: FigureContext,
  terms: readonly Term[],
): FigureContext | null {
  const words = new Set(told.ownHan);
  const named = terms.flatMap(({ alternatives }) => alternatives);
  // Of `花了多少钱`, which names nothing, the other side of what was told is no answer.
  if (named.length === 0) return null;
  const isLike = ({ ownHan }: FigureContext): boolean =>
    [...named.reduce((rest, word) => rest.replace(word, ''), ownHan)].every((sign) => words.has(sign));
  return onlyOf(found.filter(isLike));
}

const findNext = ({ figure }: FigureContext, beside: readonly FigureContext[]): FigureContext | undefined =>
  beside
    .filter((other) => other.figure.start > figure.start)
    .toSorted((a, b) => a.figure.start - b.figure.start)[0];

/**
 * How a number changed is told right after it, before any other is; of several numbers whose changes are told together
 * (`58.27亿元,筹集17.36亿元,分别增长4.94%、3.62%`), in the same order.
 */
function findChange(told: FigureContext, beside: readonly FigureContext[]): FigureContext | null {
  const inOrder = [told, ...beside].toSorted((a, b) => a.figure.start - b.figure.start);
  const change = inOrder.find(
    ({ figure }) => figure.start > told.figure.start && figure.states === 'change',
  )?.figure;
  if (!change) return null;
  const changes = inOrder.filter(
    ({ figure }) =>
      figure.states === 'change' &&
      figure.clause.start === change.clause.start &&
      figure.unit === change.unit,
  );
  const changed = inOrder.slice(
    0,
    inOrder.findIndex(({ figure }) => figure === change),
  );
  const levels = changed.slice(changed.findLastIndex(({ figure }) => figure.states === 'change') + 1);
  const together = levels.length < changes.length ? levels : levels.slice(-changes.length);
  return changes[together.indexOf(told)] ?? null;
}

/** What a number was before it changed is told right before it. */
function findStart({ figure }: FigureContext, beside: readonly FigureContext[]): FigureContext | null {
  const last = beside
    .filter((other) => other.figure.start < figure.start)
    .toSorted((a, b) => b.figure.start - a.figure.start)[0];
  const isStart = last?.figure.role === 'before' && figure.role === 'after';
  return isStart && last.figure.unit === figure.unit ? last : null;
}

/** What all get together is by so much more than what each gets. */
const TIMES_MORE = 1000;

/**
 * `花了多少钱`, `发给多少人`: no word of it is printed, and the next number is of that kind, which the one told is not. After
 * what each gets (`410元`), what was spent is the next sum.
 */
function findNextOfKind(
  { bare, interpretation, asking }: FollowUpMessage,
  told: FigureContext,
  beside: readonly FigureContext[],
): FigureContext | null {
  const { terms, dimensions } = interpretation;
  const { dimension, amount } = told.figure;
  const isOfSpending = SPENDING.test(bare) && dimension === 'money' && dimensions.includes('money');
  const isSum = ({ figure }: FigureContext): boolean =>
    figure.dimension !== dimension || Number(figure.amount) >= TIMES_MORE * Number(amount);
  const next = findNext(told, isOfSpending ? beside.filter(isSum) : beside);
  const isNamed = terms.some(({ role }) => role !== 'soft') || asking !== 'number';
  if (!next || isNamed || next.figure.states !== 'level') return null;
  // `占几成`: a rate of another thing is no share of what was told.
  if (readComparison(bare)?.operation === 'share' && !SAYS_SHARE.test(next.clause)) return null;
  const [kind, other] = [next, told].map(({ figure }) => dimensions.includes(figure.dimension));
  return kind && (!other || isOfSpending) ? next : null;
}

/** How a share of something is printed. */
const SAYS_SHARE = /占|比[重例]/u;

/** Whether every word of a message is the number's own, and it is of the kind that is asked for. */
function isAskedFor({ own, figure }: FigureContext, { bare, interpretation }: FollowUpMessage): boolean {
  // What is to be reckoned is no number that is printed, unless it is printed as it is said (`人均救助水平`) or is a saving or
  // a rise by its own name (`节省了多少钱`).
  const operation = readComparison(bare)?.operation ?? 'difference';
  if (operation !== 'difference' && !own.includes(bare)) return false;
  const { terms, quantities, dimensions } = interpretation;
  const isOwn = ({ alternatives }: Term): boolean => alternatives.some((word) => own.includes(word));
  const isOfKind = dimensions.length === 0 || dimensions.includes(figure.dimension);
  const base = quantities[0]?.base ?? '';
  // `累计呢`: words that name nothing may still be printed.
  const says = terms.length > 0 || dimensions.length > 0 || own.includes(bare);
  return says && isOfKind && terms.every(isOwn) && (base === '' || figure.states === 'level');
}

/** How much of the words of a number of another kind has to be said: 床位 of 设置床位, but not 未成年人 of a centre for them. */
const LEAST_SAID = 1 / 3;

function isNamedBy(
  { ownHan, figure }: FigureContext,
  { interpretation: { terms } }: FollowUpMessage,
  told: FigureContext['figure']['dimension'],
): boolean {
  const said = terms.reduce((sum, { text }) => sum + text.length, 0);
  return figure.dimension === told || terms.length === 0 || said >= LEAST_SAID * ownHan.length;
}

/** A number as told, and what is asked after it. */
const TOLD_FIRST = /^(?<told>[^,?]*\d[^,?]*),(?<asking>[^,?]+)\??$/u;
/** How a message that only names something is written out. */
const WRITTEN_OUT = /(?:是多少|变化了多少)$/u;

/** Reads a question that tells a number before it asks, in the very words in which the number was told. */
export function readTold(
  question: string,
  { figures }: Pick<Library, 'figures'>,
): { readonly told: FigureContext; readonly asking: string } | null {
  const { told = '', asking = '' } = TOLD_FIRST.exec(question)?.groups ?? {};
  if (told === '') return null;
  const only = onlyOf(
    figures.filter((context) => told.includes(context.figure.numeral) && sayTold(context) === told),
  );
  return only && { told: only, asking: asking.replace(WRITTEN_OUT, '呢') };
}

/** Answers what is asked after a number in the very words in which it was told (`机构在住老人1.36万人,比上年增加多少`). */
export function answerBeside(question: string, library: Library): Outcome | null {
  const read = readTold(question, library);
  const found = read && findBeside(readMessage(read.asking, library), read.told, library);
  const answer = found && composeFigures([found]);
  return answer ? { status: 'answered', answers: [answer], probability: AS_GOOD_AS_TOLD } : null;
}

/** The sentence is the one that was asked about. */
const AS_GOOD_AS_TOLD = 0.95;
