import { parseUnit, UNIT_SOURCE } from '../../report/units.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import { arePeople, isRate, nearness } from './likeness.ts';
import { type Computing, type Operand, weighOperand } from './operand.ts';
import { crossPairs, type OperandPair } from './pairs.ts';

/** What else speaks for a pair, in the units of its score. */
const BONUS = {
  /** A number in the very unit named (`每班次`), or of the thing named, beats one of its kind. */
  sameUnit: 0.6,
  /** Money is what is shared out, where nothing else is said. */
  money: 0.6,
  /** What is shared out and whom it goes to are told together; counts twice, as the words of one do not name the other. */
  nearness: 2,
  /** A number beside the sum counts those it went to, whether or not they are named; less so where others are. */
  beside: -1,
  unnamed: -1.5,
  /** Those counted elsewhere are others than those a sum is told to have gone to. */
  others: -5,
} as const;

const PEOPLE: readonly string[] = ['people', 'person-times', 'households'];

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
/** Where the noun after the unit ends. */
const NOUN = /^[^,、\s]*?(?=一?年|平均|摊|合|到手|领|花|坐|多少|几|好多|有|是|服务|干|头上|[,、\s]|$)/u;
const SPREADING = /平均(?:下来|算下来)?|算下来|合计?|[均摊分]到|摊给|摊|划|头上/gu;

/** What is counted to share among: `每个班` a unit 班, `每个低保对象` people, `一家养老机构` things called so. */
type Sharers = {
  readonly unit: string;
  /** The words after the unit, from which a bare 个 gets its meaning. */
  readonly noun: readonly Term[];
  /** The question without the words that name the sharing. */
  readonly rest: string;
  /** What is shared out, where it is named before the sharing (`捐款摊到每个…`); otherwise all of the rest. */
  readonly divided: string;
};

function readSharers({ asked, library }: Computing): Sharers {
  // `92个培训班,每班平均…`: how many they are told to be is what is divided by.
  const text = asked.text.replace(/每[年月天]|一[年月天]|全年|\d+个(?=[^,]*,每)/gu, ' ');
  for (const form of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const { unit = '人', all } = found.groups ?? {};
    const after = text.slice(found.index + found[0].length);
    const [named = ''] = NOUN.exec(after) ?? [];
    const rest = `${text.slice(0, found.index)} ${after}`.replace(SPREADING, ' ');
    // `每个班`: the word after a plain 个 may itself be a unit.
    const measure = unit === '个' && MEASURE_AFTER.exec(after)?.[0];
    if (measure)
      return {
        unit: measure,
        noun: [],
        rest: rest.replace(measure, ' '),
        divided: rest.replace(measure, ' '),
      };
    const before = text.slice(0, found.index).replace(SPREADING, ' ');
    const beyond = after.slice(named.length);
    const [isBefore, isAfter] = [before, beyond].map((words) => hasTopic(words, library));
    const asking = MONEY_ASKED.test(after) ? '多少钱' : '多少';
    // What follows 人均 is shared out, not counted.
    const noun = all ? [] : nounsOf(interpretQuestion(named, library).terms);
    const divided = all || isBefore === isAfter ? rest : isBefore ? `${before}${asking}` : beyond;
    return { unit, noun, rest, divided };
  }
  return { unit: text === asked.text ? '人' : '', noun: [], rest: text, divided: text };
}

const MONEY_ASKED = /[元块钱]/u;

const hasTopic = (words: string, library: Computing['library']): boolean =>
  interpretQuestion(words, library).terms.some(({ role }) => role === 'topic');

const MEASURE_AFTER = new RegExp(
  `^(?:${UNIT_SOURCE})(?=$|次|一|多|几|好|平均|摊|合|[,、\\s]|\\p{Script=Han}{0,2}(?:多少|几))`,
  'u',
);

/** What is counted; a general word (`机构`) where nothing closer is said. */
function nounsOf(terms: readonly Term[]): readonly Term[] {
  const named = terms.filter(({ role }) => role !== 'soft');
  return named.length > 0
    ? named
    : terms.filter(({ wordClass, text }) => wordClass === 'noun' && text.length > 1);
}

/** `平均每人次多少钱`: the amount asked about, and the number of those it went to; best first. */
export function pairPerUnit(computing: Computing): OperandPair[] {
  const { asked, comparison, library } = computing;
  const { unit, noun, rest, divided: named } = readSharers(computing);
  const [divided, divisor] = comparison.sides ?? [named, undefined];
  // `平均每月` shares among months, of which no report counts any.
  if (unit === '' && divisor === undefined) return [];
  const asking = asked.quantities.filter(({ words }) => !/^[人户]次?$/u.test(words));
  const period = asked.period;
  const about = (text: string): string =>
    interpretQuestion(text, library)
      .terms.filter(({ role }) => role !== 'soft')
      .map(({ text }) => text)
      .join('');
  const shared = weighOperand({ text: divided, period }, library).filter(
    ({ context }) =>
      !isRate(context) &&
      context.figure.dimension !== 'ordinal' &&
      !isShared(context) &&
      (divisor !== undefined || isAskedAmount(context, asking)),
  );
  const counts =
    divisor ?? `${noun.length > 0 ? '' : about(rest)}${noun.map(({ text }) => text).join('')}有多少${unit}`;
  const counted = weighOperand({ text: counts, period }, library).filter(
    ({ context }) =>
      !isRate(context) && !isShared(context) && (divisor !== undefined || isCounted(context, unit, noun)),
  );
  const bonus = (a: Operand, b: Operand): number =>
    (isOfOthers(a.context, b.context, computing) ? BONUS.others : 0) +
    BONUS.nearness * nearness(a.context, b.context) +
    (isOfUnit(b.context, unit) || isNamed(b.context, noun) ? BONUS.sameUnit : 0) +
    (a.context.figure.dimension === 'money' && asking.every(({ base }) => base === '') ? BONUS.money : 0);
  return [
    ...crossPairs(shared, counted, bonus),
    ...shared.flatMap((amount) =>
      besideOf(amount.context, computing)
        .filter(
          (context) => divisor !== undefined || isCounted(context, unit, noun) || isOfUnit(context, unit),
        )
        .flatMap((context) => {
          const fit = BONUS.beside + (noun.length === 0 || isNamed(context, noun) ? 0 : BONUS.unnamed);
          return crossPairs([amount], [{ ...amount, context, fit }], bonus);
        }),
    ),
  ]
    .filter(
      ({ left, right }) =>
        divisor !== undefined ||
        left.figure.base !== right.figure.base ||
        // Things counted in 个 are told apart by name.
        (left.figure.base === '个' && !isNamed(left, noun)),
    )
    .sort((a, b) => b.score - a.score);
}

/** Whether a sum is told to have gone to people other than those. */
function isOfOthers(sum: FigureContext, counted: FigureContext, computing: Computing): boolean {
  const [told] = besideOf(sum, computing);
  return (
    told !== undefined &&
    told !== counted &&
    counted.figure.sentenceId !== sum.figure.sentenceId &&
    arePeople(told, counted)
  );
}

/** `发放供养金16.49亿元,保障18.54万人`: the numbers of the sentence right beside a sum, the next first. */
function besideOf({ known, figure }: FigureContext, { library }: Computing): FigureContext[] {
  const inSentence = library.figures
    .filter((other) => other.known === known && other.figure.sentenceId === figure.sentenceId)
    .sort((a, b) => a.figure.start - b.figure.start);
  const at = inSentence.findIndex((other) => other.figure === figure);
  return [inSentence[at + 1], inSentence[at - 1]].filter((other) => other !== undefined);
}

const isOfUnit = ({ figure }: FigureContext, unit: string): boolean =>
  figure.base === (parseUnit(unit)?.unit.base ?? unit);

/** Whether a number counts those it is shared among. */
function isCounted(context: FigureContext, unit: string, noun: readonly Term[]): boolean {
  const { figure } = context;
  if (isOfUnit(context, unit)) return unit !== '个' || noun.length === 0 || isNamed(context, noun);
  // 班 and 个班次 are the same measure.
  const isLike = figure.base.includes(unit) || unit.includes(figure.base);
  if (figure.dimension === 'count' && unit !== '个' && isLike)
    return figure.base !== '个' || isNamed(context, noun);
  if (/^[人名户个位]$/u.test(unit) && PEOPLE.includes(figure.dimension)) return true;
  // 家, 所, 个 and the like count the same things when the thing itself is named.
  return figure.dimension === 'count' && isNamed(context, noun);
}

const isNamed = ({ own }: FigureContext, noun: readonly Term[]): boolean =>
  noun.length > 0 && noun.every(({ alternatives }) => alternatives.some((word) => own.includes(word)));

/** Whether an amount is one for each already (`每人每月710元/月`). */
export const isShared = ({ figure, own, shared }: FigureContext): boolean =>
  figure.base.includes('/') || /每|均(?!等|衡)/u.test(`${own}\n${shared}`);

/** Whether an amount is of the kind asked for (`几张床`: 张), or of any when the question does not say. */
function isAskedAmount({ figure }: FigureContext, asking: Interpretation['quantities']): boolean {
  const kinds = asking.flatMap(({ dimensions }) => dimensions);
  const bases = asking.flatMap(({ base }) => (base === '' ? [] : [base]));
  if (bases.length > 0 && figure.dimension === 'count') return bases.includes(figure.base);
  const isMoneyForPeople = figure.dimension === 'money' && kinds.every((kind) => PEOPLE.includes(kind));
  return kinds.length === 0 || kinds.includes(figure.dimension) || isMoneyForPeople;
}
