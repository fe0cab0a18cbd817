import { parseUnit, UNIT_SOURCE } from '../../report/units.ts';
import type { Library } from '../library.ts';
import { PICKING } from '../ranking/another-kind.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { isAnswering } from '../ranking/is-answering.ts';
import { type RankedFigure, rankFigures } from '../ranking/rank-figures.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { Compared } from './compared.ts';
import type { OperandPair } from './compose-comparison.ts';
import { nearness } from './like-figures.ts';
import { ANY_QUANTITY } from './rank-operands.ts';

/** Below this the two numbers do not even speak of what is asked. */
const MIN_SCORE = 0.4;
const CANDIDATES = 12;
/** A number in the very unit named (`每班次`) beats one of its kind. */
const SAME_UNIT_BONUS = 0.15;
/** Money is what is shared out, where nothing else is said. */
const MONEY_BONUS = 0.15;

/** What is shared out and whom it goes to stand together. */
const NEARNESS_WEIGHT = 2.5;

const PEOPLE: readonly string[] = ['people', 'person-times', 'households'];
const UNSHARED: readonly string[] = ['ordinal', 'percent', 'percentage-points', 'ratio', 'multiple', 'age'];

/** Ways to name what is shared among, the most explicit first. The unit (and the noun after it) follow. */
const FORMS: readonly RegExp[] = [
  new RegExp(`(?:每|(?<=平均|均)[^,、]{0,3}一|(?<=到|给|合|帮|平均)一|^一)一?(?<unit>${UNIT_SOURCE})`, 'u'),
  new RegExp(
    `一(?<unit>${UNIT_SOURCE})(?=[^,、]{0,8}?(?:大[概约])?(?:合|平均|[均摊划])|(?<=[人户]次)(?:多少|几))`,
    'u',
  ),
  /(?<head>(?:按|照)?(?:每(?:个)?)?人头(?:上)?)/u,
  /(?<all>[人户])均/u,
];

/** What is counted to share among: `每个班` a unit 班, `每个低保对象` people, `一家养老机构` things called so. */
type Sharers = {
  readonly unit: string;
  /** The words after the unit, from which a bare 个 gets its meaning. */
  readonly noun: readonly Term[];
  /** The question without the words that name the sharing. */
  readonly rest: string;
};

/** `平均每人次多少钱`: the amount asked about, and the number of those it went to; best first. */
export function pairPerUnit(compared: Compared): OperandPair[] {
  const { asked, library } = compared;
  const { unit, noun, rest } = readSharers(compared);
  // `平均每月` shares among months, of which no report counts any.
  if (unit === '') return [];
  const { terms } = interpretQuestion(rest, library);
  const asking = asked.quantities.filter(({ words }) => !/^[人户]次?$/u.test(words));
  const wanted: Interpretation = {
    ...asked,
    terms,
    dimensions: [],
    quantities: ANY_QUANTITY,
    isLenient: true,
  };
  const ranked = rankFigures(library.figures, wanted).filter(
    ({ fitsPeriod, score }) => fitsPeriod && score >= MIN_SCORE,
  );
  const counted = ranked
    .filter(({ context }) => isCounted(context, unit, noun) && !isOfSome(context, unit, asked.text))
    .slice(0, CANDIDATES);
  const shared = ranked
    .filter(({ context }) => !UNSHARED.includes(context.figure.dimension) && !isShared(context))
    .filter(({ context }) => isAskedAmount(context, asking))
    .slice(0, CANDIDATES);
  const sharers = { unit, noun, asking };
  return [
    ...shared.flatMap((a) =>
      counted
        .filter((b) => isPair(a, b, noun) && !isOfOthers(a, b.context, nextTold(a, library)))
        .map((b) => pairOf(a, b, sharers)),
    ),
    ...shared.flatMap((a) => {
      const isAlone = !shared.some((other) => other !== a && isBeside(a, other));
      const isMeant = isAlone && a.uncovered.length === 0 && noun.length === 0;
      const next = isMeant ? nextTold(a, library) : null;
      return next && isCounted(next, unit, noun) ? [pairOf(a, { ...a, context: next }, sharers)] : [];
    }),
  ].sort((a, b) => b.score - a.score);
}

/** `每个街镇`: those of which something was done in the year (11个街镇区划调整事项) are not all of them. */
function isOfSome({ figure, printedOwn }: FigureContext, unit: string, text: string): boolean {
  return unit === '个' && figure.base === '个' && PICKING.test(printedOwn) && !PICKING.test(text);
}

/** Whether those counted elsewhere are others than those an amount is told to have gone to. */
function isOfOthers({ context }: RankedFigure, counted: FigureContext, told: FigureContext | null): boolean {
  if (!told || told === counted || counted.figure.sentenceId === context.figure.sentenceId) return false;
  return [told, counted].every(({ figure }) => PEOPLE.includes(figure.dimension));
}

/** `应急资金2136万元、救助资金1.17亿元`: what follows two amounts that answer alike is not of one of them. */
function isBeside(a: RankedFigure, other: RankedFigure): boolean {
  const [figure, beside] = [a.context.figure, other.context.figure];
  return (
    other.uncovered.length === 0 &&
    figure.sentenceId === beside.sentenceId &&
    figure.dimension === beside.dimension
  );
}

/** `发放供养金16.49亿元,保障18.54万人`: the next number of the sentence counts those it went to, named or not. */
function nextTold({ context: { known, figure } }: RankedFigure, { figures }: Library): FigureContext | null {
  const [next] = figures
    .filter((other) => other.known === known && other.figure.sentenceId === figure.sentenceId)
    .filter((other) => other.figure.start >= figure.end)
    .sort((a, b) => a.figure.start - b.figure.start);
  return next ?? null;
}

function readSharers({ asked, library }: Compared): Sharers {
  const text = asked.text.replace(/每[年月天]|一[年月天]|全年/gu, ' ');
  for (const form of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const { unit = '人', all } = found.groups ?? {};
    const after = text.slice(found.index + found[0].length);
    const [named = ''] =
      /^[^,、\s]*?(?=一?年|平均|摊|合|到手|领|花|坐|多少|几|好多|有|是|服务|干|[,、\s]|$)/u.exec(after) ?? [];
    const rest = `${text.slice(0, found.index)} ${after}`.replace(
      /平均(?:下来|算下来)?|算下来|合计?|[均摊分]到|摊给|摊|划|头上/gu,
      ' ',
    );
    // `每个班`: the word after a plain 个 may itself be a unit.
    const measure =
      unit === '个' &&
      new RegExp(
        `^(?:${UNIT_SOURCE})(?=$|次|一|多|几|好|平均|摊|合|[,、\\s]|\\p{Script=Han}{0,2}(?:多少|几))`,
        'u',
      ).exec(after)?.[0];
    return measure
      ? { unit: measure, noun: [], rest: rest.replace(measure, ' ') }
      : // What follows 人均 is shared out, not counted.
        { unit, noun: all ? [] : nounsOf(interpretQuestion(named, library).terms), rest };
  }
  return { unit: text === asked.text ? '人' : '', noun: [], rest: text };
}

/** What is counted; a general word (`机构`) where nothing closer is said. */
function nounsOf(terms: readonly Term[]): readonly Term[] {
  const named = terms.filter(({ role }) => role !== 'soft');
  return named.length > 0
    ? named
    : terms.filter(({ wordClass, text }) => wordClass === 'noun' && text.length > 1);
}

/** Whether a number counts those it is shared among. */
function isCounted(context: FigureContext, unit: string, noun: readonly Term[]): boolean {
  const { figure } = context;
  const base = parseUnit(unit)?.unit.base ?? unit;
  if (figure.base === base) return true;
  // 班 and 个班次 are the same measure.
  if (
    figure.dimension === 'count' &&
    unit !== '个' &&
    (figure.base.includes(unit) || unit.includes(figure.base))
  )
    return figure.base !== '个' || isNamed(context, noun);
  if (/^[人名户个位]$/u.test(unit) && PEOPLE.includes(figure.dimension)) return true;
  // 家, 所, 个 and the like count the same things when the thing itself is named.
  return figure.dimension === 'count' && isNamed(context, noun);
}

const isNamed = ({ own }: FigureContext, noun: readonly Term[]): boolean =>
  noun.length > 0 && noun.every(({ alternatives }) => alternatives.some((word) => own.includes(word)));

/** Whether an amount is one for each already (`每人每月710元/月`). */
const isShared = ({ figure, own, shared }: FigureContext): boolean =>
  figure.base.includes('/') || /每|均(?!等|衡)/u.test(`${own}\n${shared}`);

/** Whether the report prints what falls to each of those named, so that nothing is to be shared out. */
export function isPrintedShare(compared: Compared): boolean {
  const { asked, library } = compared;
  const { unit, noun } = readSharers(compared);
  const wanted: Interpretation = { ...asked, quantities: ANY_QUANTITY, isLenient: true, dimensions: [] };
  const isOfYear = /一年|每年|全年|[人户]均年|年[人户]均/u.test(asked.text);
  const answering = rankFigures(library.figures, wanted).filter(
    (ranked) => ranked.fitsPeriod && isAnswering(ranked, wanted),
  );
  const printed = answering.find(({ context }) => {
    if (!isShared(context) || !isPerUnit(context, unit, noun)) return false;
    if (isOfYear && (/每月|月均/u.test(context.own) || context.figure.base.endsWith('/月'))) return false;
    return asked.terms.every(
      ({ alternatives, text }) =>
        SHARING.test(text) || alternatives.some((word) => context.own.includes(word)),
    );
  });
  // `供养金人均多少` names the sum, not the standard each gets.
  const inAll = answering.find(({ context }) => !isShared(context) && context.figure.dimension === 'money');
  return printed !== undefined && !(inAll && inAll.score > printed.score + CLOSER_GAP);
}

/** How much better a sum has to fit the words than what each gets, to be the one that is shared out. */
const CLOSER_GAP = 0.03;

const SHARING = /^(?:平均.*|[人户]均|每.)$/u;

/** `每千名老人拥有床位` tells nothing of what each home has. */
function isPerUnit({ own }: FigureContext, unit: string, noun: readonly Term[]): boolean {
  const each = /每(?:[百千万]|一)*(?<unit>\p{Script=Han}{1,6})/u.exec(own)?.groups?.unit;
  if (each === undefined) return true;
  if (noun.some(({ alternatives }) => alternatives.some((word) => each.includes(word)))) return true;
  return each.startsWith(unit) || (/^[人名户个位]$/u.test(unit) && /^[人名户个位月]/u.test(each));
}

/** Whether an amount is of the kind asked for (`几张床`: 张), or of any when the question does not say. */
function isAskedAmount({ figure }: FigureContext, asking: Interpretation['quantities']): boolean {
  const kinds = asking.flatMap(({ dimensions }) => dimensions);
  const bases = asking.flatMap(({ base }) => (base === '' ? [] : [base]));
  if (bases.length > 0 && figure.dimension === 'count') return bases.includes(figure.base);
  return (
    kinds.length === 0 ||
    kinds.includes(figure.dimension) ||
    (figure.dimension === 'money' && kinds.every((kind) => PEOPLE.includes(kind)))
  );
}

/** Each may lack words the other has; what neither has is not given. Things counted in 个 are told apart by name. */
function isPair(a: RankedFigure, b: RankedFigure, noun: readonly Term[]): boolean {
  const isOfOneUnit = a.context.figure.base === b.context.figure.base;
  const areTold = a.context.figure.base === '个' && isNamed(b.context, noun) && !isNamed(a.context, noun);
  return (
    a.context !== b.context &&
    (!isOfOneUnit || areTold) &&
    !a.uncovered.some((term) => b.uncovered.some(({ text }) => text === term.text))
  );
}

function pairOf(
  a: RankedFigure,
  b: RankedFigure,
  { unit, noun, asking }: Pick<Sharers, 'unit' | 'noun'> & { readonly asking: Interpretation['quantities'] },
): OperandPair {
  const wordFit = (a.score + b.score) / 2;
  const isUnit = b.context.figure.base === (parseUnit(unit)?.unit.base ?? unit);
  const isMoney = a.context.figure.dimension === 'money' && asking.every(({ base }) => base === '');
  return {
    left: a.context,
    right: b.context,
    score:
      wordFit +
      NEARNESS_WEIGHT * nearness(a.context, b.context) +
      (isUnit || isNamed(b.context, noun) ? SAME_UNIT_BONUS : 0) +
      (isMoney ? MONEY_BONUS : 0),
    wordFit,
  };
}
