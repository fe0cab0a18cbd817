import { sliceSpan } from '../../report/span.ts';
import { normalizeText } from '../../search/normalize.ts';
import { holdsWord } from '../understanding/holds-word.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { FigureContext } from './figure-context.ts';
import { fitsAskedDimension } from './fits-dimension.ts';
import { isOfPeriod } from './matches-period.ts';

/** A figure with how well it answers a question. Score is between 0 and about 1.3. */
export type RankedFigure = {
  readonly context: FigureContext;
  readonly score: number;
  /** Topic and scope words of the question that nothing near the number covers. */
  readonly uncovered: readonly Term[];
  readonly fitsDimension: boolean;
  readonly fitsPeriod: boolean;
  /** How many words of the question are the number's own. */
  readonly ownTerms: number;
};

/**
 * How much a word counts by where it stands. What a number measures is said by its own words; a heading only says in
 * which field one is.
 */
const ZONE_VALUE = {
  own: 1,
  shared: 0.9,
  reference: 0.7,
  clause: 0.75,
  opening: 0.7,
  sentence: 0.5,
  heading: 0.4,
} as const;
/** Who asks for a share says what of. */
const ASKS_FOR_SHARE = /占(?!地)|比[重例]/u;
const ROLE_WEIGHT = { topic: 1, scope: 1.2, soft: 0.45 } as const;

/** What a doing weighs that no report mentions: people have many words for what was done, few for what it was done to. */
const ABSENT_WEIGHT = 0.15;

/** Share of the score that words of the figure nobody asked about can take away. */
const UNASKED_PENALTY = 0.12;
const ADJACENCY_BONUS = 0.15;
const BASE_BONUS = 0.06;
const ROLE_BONUS = 0.12;
/** A number of a part (农村, 示范) answers less well where the question does not name the part. */
const UNASKED_SCOPE_PENALTY = 0.03;
/** A question that says a reviewed name or alias word for word. */
const NAMED_BONUS = 0.15;
/** Shorter names stand in questions about other things too. */
const MIN_NAME_CHARS = 4;
/** `地区生产总值是多少` asks for the amount, not for its growth. */
const GROWTH_PENALTY = 0.1;
const GROWTH = /增长|下降|提高|减少|增幅|增速|涨|降低/u;
/** `拉动GDP增长1.1个百分点` is the doing of another thing, not the growth of GDP. */
const CONTRIBUTION_PENALTY = 0.2;
const CONTRIBUTION = /拉动|贡献/u;
/** `单位GDP能耗` is an amount for one of the thing, not the thing. */
const PER_UNIT_PENALTY = 0.15;
const PER_UNIT = /单位(?=gdp|\p{Script=Han}*(?:生产总值|增加值|产值|产品|面积))/iu;
/** `人均生产总值` is not what there is in all. */
const PER_HEAD_PENALTY = 0.2;
const PER_HEAD = /[人户]均/u;
const PER_HEAD_ASKED = /[人户]均|每|平均|收入/u;
/** `市场主体总数`: what was added in the year is not what there is. */
const ADDED_PENALTY = 0.25;
const ASKS_FOR_HELD =
  /总数|总量|[总一]共(?:有|达|是)|现有|共有|拥有|累计|保有量|(?:现在|目前|如今).*有|(?<![加增涨提])到(?:了)?(?:多少|几)|达到(?:了)?(?:多少|几)/u;
const IS_ADDED = /新(?:增|登记|认定|注册|设立|办|开|引进|签约|入库|培育|发展|建)|净增/u;
/** `累计引进了多少家` asks for the number that says so, beside that of the year. */
const CUMULATIVE_BONUS = 0.12;
const IS_CUMULATIVE = /累计|总[数量计]/u;
/** Without a hint of time, what is so comes before what is aimed at. */
const ACTUAL_LEAN = 0.04;

/** Ranks all figures for a question, best first; ties in the order of the report. */
export function rankFigures(contexts: readonly FigureContext[], asked: Interpretation): RankedFigure[] {
  const bigrams = collectBigrams(asked.terms);
  return contexts
    .map((context) => rankFigure(context, asked, bigrams))
    .sort((a, b) => b.score - a.score || a.context.figure.start - b.context.figure.start);
}

/** Ranks one figure for a question; `bigrams` are those of the question's terms. */
export function rankFigure(
  context: FigureContext,
  asked: Interpretation,
  bigrams: ReadonlySet<string>,
): RankedFigure {
  const { figure } = context;
  let weight = 0;
  let value = 0;
  const uncovered: Term[] = [];
  for (const term of asked.terms) {
    const reached = coverTerm(context, term, asked);
    if (reached === 0 && term.role !== 'soft') uncovered.push(term);
    // A soft word that is missing still tells the better of two candidates, but must not sink the only one.
    const termWeight = term.isKnown || term.role !== 'soft' ? ROLE_WEIGHT[term.role] : ABSENT_WEIGHT;
    weight += termWeight;
    value += termWeight * reached;
  }
  const coverage = weight === 0 ? 0 : value / weight;
  const ownText = context.own + context.shared + (ASKS_FOR_SHARE.test(asked.text) ? context.reference : '');
  const adjacent = [...bigrams].filter((bigram) => ownText.includes(bigram)).length;
  const adjacency = bigrams.size === 0 ? 0 : adjacent / bigrams.size;
  const fitsDimension =
    fitsAskedDimension(asked, figure) && fitsScale(asked, figure) && !isSaid(context, asked);
  const sameBase = asked.quantities.some(({ base }) => base !== '' && base === figure.base);
  const askedYear = asked.period?.fromYear === null ? asked.period.year : null;
  // A year that is printed at one end of a change, or was its eve, already tells the ends apart.
  const isToldByYear =
    askedYear !== null &&
    (figure.hasOwnTime || askedYear < (figure.course?.fromYear ?? Number.NEGATIVE_INFINITY));
  const score =
    coverage +
    ADJACENCY_BONUS * adjacency -
    UNASKED_PENALTY * shareUnasked(context, asked.terms) +
    (sameBase ? BASE_BONUS : 0) +
    (context.names.some((name) => name.length >= MIN_NAME_CHARS && asked.text.includes(name))
      ? NAMED_BONUS
      : 0) +
    (figure.role === null || asked.wantedEnd === 'both' || isToldByYear
      ? 0
      : figure.role === asked.wantedEnd
        ? ROLE_BONUS
        : -ROLE_BONUS) -
    (fitsDimension ? 0 : 0.5) -
    UNASKED_SCOPE_PENALTY * countUnaskedScopes(context, asked) -
    (isUnaskedGrowth(context, asked) ? GROWTH_PENALTY : 0) -
    (PER_UNIT.test(context.printedOwn + context.shared) && !asked.text.includes('单位')
      ? PER_UNIT_PENALTY
      : 0) -
    (PER_HEAD.test(context.printedOwn) && !PER_HEAD_ASKED.test(asked.text) ? PER_HEAD_PENALTY : 0) -
    (isUnaskedContribution(context, asked) ? CONTRIBUTION_PENALTY : 0) -
    (isAddedToHeld(context, asked) ? ADDED_PENALTY : 0) +
    (asked.text.includes('累计') && IS_CUMULATIVE.test(context.printedOwn) ? CUMULATIVE_BONUS : 0) +
    (asked.period === null && figure.period?.kind === 'actual' ? ACTUAL_LEAN : 0);
  return {
    context,
    score,
    uncovered,
    ownTerms: asked.terms.filter(({ alternatives }) =>
      alternatives.some((word) => context.own.includes(word)),
    ).length,
    fitsDimension,
    fitsPeriod: asked.period === null || isOfPeriod(figure, asked.period),
  };
}

/** Words of the number that narrow it to a part and that nobody asked for. */
function countUnaskedScopes({ scopes }: FigureContext, { terms }: Interpretation): number {
  return scopes.filter((scope) => !terms.some(({ alternatives }) => alternatives.includes(scope))).length;
}

/** `多少亿` is no question about 410元. */
function fitsScale({ quantities }: Interpretation, { amount, unit }: FigureContext['figure']): boolean {
  const words = quantities.map((quantity) => quantity.words).join('');
  const least = words.includes('亿') ? 1e7 : /[多几少]万/u.test(words) ? 1e3 : 0;
  // What is printed in 亿 is of that scale, whatever unit it is counted in.
  return /[万亿]/u.test(unit) || Number(amount) >= least;
}

/** An age that the question names itself (`多少65岁以上老人`) is not what it asks for. */
function isSaid({ figure, known }: FigureContext, { text, quantities }: Interpretation): boolean {
  if (figure.dimension !== 'age' || quantities.length === 0) return false;
  return text.includes(normalizeText(sliceSpan(known.report.source, figure)));
}

function isUnaskedGrowth({ figure, printedOwn }: FigureContext, asked: Interpretation): boolean {
  const isGrowth = figure.dimension === 'percent' && GROWTH.test(printedOwn);
  // 增加值 is an amount.
  return isGrowth && !/增(?!加值)|[降减涨提升]/u.test(asked.text);
}

function isAddedToHeld({ printedOwn, figure }: FigureContext, { text, dimensions }: Interpretation): boolean {
  if (!ASKS_FOR_HELD.test(text) || IS_ADDED.test(text) || /增|建(?!筑|档)/u.test(text)) return false;
  const isRise = figure.dimension === 'percent' && dimensions.length === 0 && GROWTH.test(printedOwn);
  return isRise || IS_ADDED.test(printedOwn);
}

function isUnaskedContribution({ printedOwn }: FigureContext, asked: Interpretation): boolean {
  return CONTRIBUTION.test(printedOwn) && !CONTRIBUTION.test(asked.text);
}

/** The value of the best zone that holds a term; scope words count only close to the number. */
function coverTerm(context: FigureContext, term: Term, { isLenient, text: asking }: Interpretation): number {
  const zones: readonly (readonly [text: string, value: number])[] = [
    [context.own, ZONE_VALUE.own],
    [context.shared, ZONE_VALUE.shared],
    [context.clause, ZONE_VALUE.clause],
    [context.reference, ASKS_FOR_SHARE.test(asking) ? ZONE_VALUE.own : ZONE_VALUE.reference],
    [context.opening, ZONE_VALUE.opening],
    // Reviewers name a number with everything that narrows it: what else its sentence and its headings say are other facts.
    ...(context.names.length > 0 && term.role !== 'soft' && !isLenient
      ? []
      : [[context.sentence, ZONE_VALUE.sentence] as const, [context.heading, ZONE_VALUE.heading] as const]),
  ];
  // A scope that belongs to a neighbour (自有产权 beside 租赁产权) must not lend itself to this number.
  const near =
    term.role === 'scope'
      ? zones.filter(
          ([, value]) =>
            value === ZONE_VALUE.own ||
            value === ZONE_VALUE.clause ||
            value === ZONE_VALUE.opening ||
            // `其中向省外输出5000人` is of what was said before.
            (value === ZONE_VALUE.shared && context.clause.startsWith('其中')),
        )
      : zones;
  for (const [zone, value] of near) {
    const text = WHOLE_ECONOMY.test(term.text) ? dropPartsOfEconomy(zone, asking) : zone;
    if (holdsWord(text, term.text)) return value;
    if (term.alternatives.some((word) => holdsWord(text, word) && isUsable(word, term, value)))
      return value * 0.95;
  }
  return 0;
}

/** `数字经济规模` and `海洋生产总值` are not those of the whole economy. */
const WHOLE_ECONOMY = /^(?:gdp|经济[总体规]|(?:地区|国内)?生产总值)/u;
const PART_OF_ECONOMY =
  /(?<part>数字|海洋|民营|县域|林下|绿色|循环|平台|低空|总部|夜间|银发|假日|服务|集体|开放型|非公有?制?)(?:经济|生产)[总体规][量值模]/gu;

function dropPartsOfEconomy(text: string, asking: string): string {
  return text.replace(PART_OF_ECONOMY, (words: string, part: string) =>
    asking.includes(part) ? words : ' ',
  );
}

/** A lone character (桥 for 大桥) stands in the names of too many other things to be lent by a neighbour. */
function isUsable(word: string, { role, text }: Term, value: number): boolean {
  if (role === 'soft' || word.length > 1 || text.length === 1) return true;
  return value === ZONE_VALUE.own || value === ZONE_VALUE.clause;
}

/** Share of the figure's own words, in characters, that the question does not mention. */
function shareUnasked(context: FigureContext, terms: readonly Term[]): number {
  const own = context.ownHan;
  if (own.length === 0) return 0;
  const covered = new Array<boolean>(own.length).fill(false);
  for (const word of terms.flatMap(({ alternatives }) => alternatives)) {
    for (let at = own.indexOf(word); at >= 0; at = own.indexOf(word, at + 1))
      covered.fill(true, at, at + word.length);
  }
  return covered.filter((isCovered) => !isCovered).length / own.length;
}

/** Pairs of neighbouring characters within and across neighbouring terms: `低保` + `标准` also gives `保标`. */
/** The words of a question that stand side by side, joined in pairs. */
export function collectBigrams(terms: readonly Term[]): ReadonlySet<string> {
  const text = terms.map((term) => term.text).join('');
  const bigrams = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at += 1) bigrams.add(text.slice(at, at + 2));
  return bigrams;
}
