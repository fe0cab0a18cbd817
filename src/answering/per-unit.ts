import { parseUnit, UNIT_SOURCE } from '../report/units.ts';
import type { OperandPair } from './compose-comparison.ts';
import type { FigureContext } from './figure-context.ts';
import { ANY_QUANTITY, type Compared, nearness } from './find-operands.ts';
import { type Interpretation, interpretQuestion } from './interpret-question.ts';
import type { Term } from './lexicon.ts';
import { type RankedFigure, rankFigures } from './rank-figures.ts';

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
  const counted = ranked.filter(({ context }) => isCounted(context, unit, noun)).slice(0, CANDIDATES);
  const shared = ranked
    .filter(({ context }) => !UNSHARED.includes(context.figure.dimension) && isAskedAmount(context, asking))
    .slice(0, CANDIDATES);
  return shared
    .flatMap((a) => counted.filter((b) => isPair(a, b)).map((b) => pairOf(a, b, { unit, noun, asking })))
    .sort((a, b) => b.score - a.score);
}

function readSharers({ asked, library }: Compared): Sharers {
  const text = asked.text.replace(/每[年月天]|一[年月天]|全年/gu, ' ');
  for (const form of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const { unit = '人' } = found.groups ?? {};
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
        `^(?:${UNIT_SOURCE})(?=$|次|一|多|几|好|[,、\\s]|\\p{Script=Han}{0,2}(?:多少|几))`,
        'u',
      ).exec(after)?.[0];
    return measure
      ? { unit: measure, noun: [], rest: rest.replace(measure, ' ') }
      : { unit, noun: interpretQuestion(named, library).terms.filter(({ role }) => role !== 'soft'), rest };
  }
  return { unit: '人', noun: [], rest: text };
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

/** Each may lack words the other has; what neither has is not given. */
function isPair(a: RankedFigure, b: RankedFigure): boolean {
  return (
    a.context !== b.context &&
    a.context.figure.base !== b.context.figure.base &&
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
