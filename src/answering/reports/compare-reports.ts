import type { Answer, CataloguedReport } from '../answer.ts';
import { composeFigures } from '../compose-figures.ts';
import { pickSure, SURE_OF } from '../computing/choice.ts';
import { areOfOneUnit, composeComputation } from '../computing/compose-computation.ts';
import { chooseOneOfEach, orderContexts, orderMembers, readMeasure } from '../computing/members.ts';
import { type Operand, weighSide } from '../computing/operand.ts';
import { applyOperation, sayWhich } from '../computing/operations.ts';
import { SAYS_HOW_MANY } from '../language/comparison-words.ts';
import { type ComparisonAsked, readComparison } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { NOTHING, refuse } from '../refusals.ts';
import { interpretQuestion, readNamedYears } from '../understanding/interpret-question.ts';
import { spell } from '../understanding/spell-out.ts';
import { WORDING } from '../wording.ts';
import { isOwnName, ownPlace } from './name-reports.ts';
import type { Series } from './series.ts';

export type ReportsCompared = {
  /** The question, normalised, with the names of places between spaces (`比重庆` is no `比重`). */
  readonly whole: string;
  /** The question, normalised, without the names of places. */
  readonly text: string;
  readonly series: readonly Series[];
  /** The reports it names, and the names of places as they stand in it. */
  readonly named: readonly CataloguedReport[];
  readonly names: readonly string[];
  readonly libraryOf: (report: CataloguedReport) => Library;
  /** What a report says to the text by itself. */
  readonly ask: (report: CataloguedReport) => Answer;
};

type Compared = Omit<Answer, 'question' | 'knowledgeVersion'>;

/** One side of a comparison: a report, what its number is said to be of, and what it alone is asked for. */
type Side = { readonly library: Library; readonly owner: string; readonly subject?: string };

/** What is set side by side, and the words for what is asked of each side. */
type SidesAsked = { readonly sides: readonly Side[]; readonly text: string; readonly areYears?: boolean };

/** Which of several years (`哪年高`). */
const WHICH_YEAR = /哪(?:一)?[年份]|哪个年[份度]/u;
const SETS_BESIDE = /比|相差|变化|变了|差别|差多少|对照/u;
/** A report of a year, which is set beside another of one place (`今年报告和去年报告比`). */
const REPORTS =
  /(?:[今去上前]年|(?:19|20)\d{2}年?|[上前]一[年份]|往年|两年|两份|历年|以前)(?:度)?的?\p{Script=Han}{0,6}报告[里中]?/gu;
const LINKS = /^[\s\p{P}和与跟同比较及的是、从到至]+|(?:[,、]呢)?[\s\p{P}和与跟同比较及的是、从到至]*$/gu;
/** What is left of a text that joined the names of places, without the words that joined them. */
export const trimLinks = (text: string): string => text.replace(LINKS, '');
const ASKS_WHICH =
  /怎么样|怎样|如何|怎么变|有什么变化|变化|变了|比较(?:一下)?|对比(?:一下)?|相比|谁|哪年|哪一年/gu;
/** Who grows faster, without saying what: the whole economy is meant. */
const GROWS = /^[\s\p{P}]*(?:经济)?(?:增长|增速|涨|发展)?[\s\p{P}]*$/u;
const ECONOMY = '地区生产总值增长';

/**
 * Sets numbers of several reports side by side: each report is asked for its own by itself, then they are compared like
 * two numbers of one report. Null where the question compares no reports.
 */
export function compareReports(compared: ReportsCompared): Compared | null {
  const strange = findStrangeSide(compared);
  if (strange.length > 0) {
    const refused = refuse('not-covered', WORDING.missing(strange), { missing: strange });
    return { ...NOTHING, ...refused };
  }
  const asked = readYearSides(compared) ?? readSides(compared);
  if (!asked) return null;
  const { sides, text, areYears = false } = asked;
  const comparison = readComparison(text.replace(REPORTS, ' '));
  const compares = comparison?.subject ?? text;
  const years = sides[0]?.library.years ?? null;
  const subject = readSubject(areYears ? readNamedYears(compares, years).rest : compares);
  const sought = { subject, text, sides };
  const all = chooseHalves(sought);
  // What two years are asked for beside each other may be told by one of the reports.
  if (all.length === 0 && areYears && !comparison) return null;
  const untold = all.length > 0 || areYears ? [] : sides.filter((side) => !tells(side, sought));
  const told = sides.filter((side) => !untold.includes(side));
  const untoldOf = ({ owner, subject: own = subject }: Side) => WORDING.partNotFound(`${owner}${own}`);
  const message = told.length > 0 ? untold.map(untoldOf).join('') : '';
  // Which is most is told of those that tell it, if they are several.
  const isOfSome = untold.length > 0 && told.length > 1 && comparison?.operation === 'extreme';
  const chosen = isOfSome ? chooseHalves({ ...sought, sides: told }) : all;
  if (chosen.length === 0) return { ...NOTHING, ...refuse('no-number', message || WORDING.compareOneThing) };
  return {
    ...NOTHING,
    status: 'answered',
    ...(message === '' ? {} : { message }),
    answers: chosen.flatMap((contexts) =>
      areYears && !comparison
        ? contexts.flatMap((context) => composeFigures([context]) ?? [])
        : compose(contexts, { sides: told, comparison, areOfOnePlace: compared.series.length === 1 }),
    ),
  };
}

/** What no report tells of the side that is set beside a place alone (`青岚和云溪结婚登记差多少`, where none is on 云溪). */
function findStrangeSide({ whole, series, names, libraryOf }: ReportsCompared): readonly string[] {
  const [only] = series;
  const [name, ...others] = names;
  if (!only || series.length > 1 || name === undefined || others.length > 0) return [];
  const library = libraryOf(only[0]);
  // What is known of how people ask tells more of them.
  if (library.weigher.classifiers.size > 0) return [];
  const sides = (readComparison(whole)?.sides ?? []).map((side) => side.replace(name, '').trim());
  if (sides.length < 2) return [];
  const isAlone = sides.includes('');
  return sides.flatMap((side) =>
    interpretQuestion(side, library)
      .terms.filter(({ role, isKnown, foreign }) => role !== 'soft' && !isKnown && foreign === null)
      // `青岚结婚登记比云溪多多少`: what is compared may be said beside either place, and then the other stands alone.
      .filter((term) => isAlone || term.text === side)
      .map((term) => term.text),
  );
}

/** Two years of one place, each told by the report of that year: `2018年比2017年少了多少`, `前年多少,去年多少`. */
function readYearSides({ text, series, libraryOf, ask }: ReportsCompared): SidesAsked | null {
  const [only, ...others] = series;
  if (!only || others.length > 0 || only.length < 2) return null;
  const newest = libraryOf(only[0]);
  const { years, hasBase } = readNamedYears(text, newest.years);
  const isChange = years.length === 0 && readComparison(text)?.isChange === true;
  const lastYear = newest.years?.lastYear ?? 0;
  // `比前年少多少`, `增加了多少`: what is beside it goes without saying.
  const untold = [...(hasBase || isChange ? [lastYear] : []), ...(isChange ? [lastYear - 1] : [])];
  const meant = years.length < 2 ? [...new Set([...years, ...untold])] : years;
  const reports = only.filter((report) => meant.includes(libraryOf(report).years?.lastYear ?? 0));
  if (meant.length < 2 || reports.length < meant.length || tellsAll(ask(only[0]), meant)) return null;
  const owners = [WORDING.newestReport, WORDING.earlierReport];
  return {
    text,
    areYears: true,
    sides: reports.map((report) => ({
      library: libraryOf(report),
      owner: owners[only.indexOf(report)] ?? WORDING.olderReport,
    })),
  };
}

/** Whether one report tells of all the years asked for: nothing is left untold, and no numbers of other years stand for theirs. */
const tellsAll = ({ status, message, answers }: Answer, years: readonly number[]): boolean =>
  status === 'answered' &&
  message === undefined &&
  !answers.some(
    (item) =>
      areOfOneUnit(item) && years.some((year) => item.inputs.every(({ period }) => period?.year !== year)),
  );

function readSides({ whole, text, series, named, names, libraryOf }: ReportsCompared): SidesAsked | null {
  const [only] = series;
  if (series.length > 1 && named.length > 0) {
    // Several reports on one place are no two places.
    if (new Set(series.map(([{ places }]) => places.find(isOwnName))).size < 2 || names.length === 1)
      return null;
    const comparison = readComparison(text);
    const asking = text.split(',').filter((part) => SAYS_HOW_MANY.test(part));
    const areRises = asking.every((part) => readComparison(part)?.isRise ?? asking.length > 1);
    // How much each has risen, or from one year to the next, is no difference of two places, and two questions are none.
    if (
      (asking.length > 0 && areRises) ||
      (comparison?.operation === 'difference' && /比[上前去今]年/u.test(text))
    )
      return null;
    if (!comparison && !/对比|相比|比较|比一比/u.test(text)) return null;
    const parts = readComparison(whole)?.sides ?? [];
    const subjects = series.map(([{ places }]) => {
      const part =
        parts.find((each) => places.some((place) => isOwnName(place) && each.includes(place))) ?? '';
      return trimLinks(names.reduce((rest, name) => rest.replace(name, ''), part));
    });
    // `甲县的农村低保和乙县的城市低保`: each place is asked for a thing of its own.
    const areOwn = subjects.every((subject) => subject !== '') && new Set(subjects).size > 1;
    return {
      text,
      sides: series.map(([newest], at) => ({
        library: libraryOf(newest),
        owner: ownPlace(newest),
        ...(areOwn ? { subject: subjects[at] ?? '' } : {}),
      })),
    };
  }
  if (!only || series.length !== 1 || only.length < 2) return null;
  const isBeside = text.search(REPORTS) >= 0 && SETS_BESIDE.test(text);
  if (!isBeside && !WHICH_YEAR.test(text)) return null;
  const reports = isBeside ? only.slice(0, 2) : only;
  const sides = reports.map((known, at) => ({
    library: libraryOf(known),
    owner: at === 0 ? WORDING.newestReport : WORDING.earlierReport,
  }));
  return { text, sides };
}

function readSubject(compared: string): string {
  const bare = compared
    .replace(REPORTS, ' ')
    .replace(ASKS_WHICH, ' ')
    .replace(/\s+/gu, ' ')
    .replace(LINKS, '');
  return GROWS.test(bare) ? ECONOMY : bare;
}

type Sought = { readonly subject: string; readonly text: string; readonly sides: readonly Side[] };

/** Town and country, of which one is never set beside the other unless a question says so. */
const HALVES = [/城[市镇]/u, /农村/u] as const;

/** The numbers to set side by side, for town and country each where reports tell both and the question says neither. */
function chooseHalves(sought: Sought): readonly (readonly FigureContext[])[] {
  const said = sought.sides.map(({ subject = sought.subject }) => subject).join('\n');
  const whole = chooseNumbers(sought);
  const isSaid = HALVES.some((half) => half.test(said));
  const halves = (whole ?? []).map(({ figure: { measure } }) =>
    HALVES.findIndex((half) => half.test(measure)),
  );
  if (isSaid || (whole && halves.every((half) => half === -1))) return whole ? [whole] : [];
  const each = ['城市', '农村'].flatMap((half) => {
    const contexts = chooseNumbers({ ...sought, subject: `${half}${sought.subject}` });
    return contexts?.every(({ figure }) => HALVES[half === '农村' ? 1 : 0].test(figure.measure))
      ? [contexts]
      : [];
  });
  return each.length > 0 || !whole || new Set(halves).size > 1 ? each : [whole];
}

/** The number of each report that the words mean, where it is sure; all of one unit. */
function chooseNumbers(sought: Sought): readonly FigureContext[] | null {
  const best = pickSure(chooseOneOfEach(sought.sides.map((side) => weighIn(side, sought))));
  return best && best.contexts.length === sought.sides.length ? best.contexts : null;
}

/** The numbers that the words of one side may mean in its report; what it leaves unsaid is taken from the others. */
function weighIn({ library, subject: own }: Side, { subject, text, sides }: Sought): readonly Operand[] {
  const said = spell(own ?? subject, library);
  const asked = interpretQuestion(said, library);
  const { kinds, word } = readMeasure({ text, dimensions: asked.dimensions });
  // Without a time, what was done is compared, not what is aimed at.
  const period = asked.period ?? {
    year: library.years?.lastYear ?? null,
    fromYear: null,
    kind: 'actual' as const,
  };
  const others =
    own === undefined ? [] : sides.flatMap((side) => (side.subject === own ? [] : (side.subject ?? [])));
  const wanted = { text: said.includes(word) ? said : `${said}${word}`, kinds, period };
  return weighSide(wanted, others.join(' '), library).filter(
    ({ context: { figure } }) =>
      (period.kind !== 'actual' || figure.period?.kind !== 'target') &&
      // By how much it grew is no answer where nobody asks for it.
      (figure.states !== 'change' || figure.dimension !== 'percent' || kinds.includes('percent')),
  );
}

/** Whether the report of a side tells any number that its words mean. */
const tells = (side: Side, sought: Sought): boolean =>
  weighIn(side, sought).some(({ support }) => support >= SURE_OF.support);

function compose(
  contexts: readonly FigureContext[],
  {
    sides,
    comparison,
    areOfOnePlace,
  }: Pick<Sought, 'sides'> & { readonly comparison: ComparisonAsked | null; readonly areOfOnePlace: boolean },
): Answer['answers'] {
  const owners = sides.map(({ owner }) => owner);
  const { operation, form, wantsLeast = false } = comparison ?? {};
  const ordered = orderContexts(contexts, wantsLeast);
  const ownersOf = (of: readonly FigureContext[]) => of.map((each) => owners[contexts.indexOf(each)] ?? '');
  // Of two places, which is more and by how much; of two years, each with its own.
  const which = operation === 'extreme' && !areOfOnePlace ? sayWhich(ordered, ownersOf(ordered)) : null;
  if (which) return [composeComputation(ordered, which)];
  const computation = operation && applyOperation(operation, contexts, { ...(form ? { form } : {}), owners });
  return computation ? [composeComputation(contexts, computation)] : orderMembers(contexts, wantsLeast);
}
