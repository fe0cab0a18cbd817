import { nameFigure } from '../compose-figures.ts';
import { BESIDE_LAST_YEAR, SAYS_HOW_MANY } from '../language/comparison-words.ts';
import { readComparison } from '../language/comparisons.ts';
import type { Library } from '../library.ts';
import type { FigureContext } from '../ranking/figure-context.ts';
import { interpretPart } from '../understanding/interpret-part.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import { splitQuestion } from '../understanding/split-question.ts';
import { periodLabel } from '../wording.ts';
import { findBeside, sayTold } from './beside-told.ts';
import { ADDS_MORE, type FollowUpMessage } from './read-message.ts';

/** What a message may mean: a complete question, and what of it was said before. */
export type Meaning = {
  readonly question: string;
  /** `alone`: nothing; `subject`: what is asked about; `asking`: how it was asked; `both`: what it is a part of. */
  readonly taken: 'alone' | 'subject' | 'asking' | 'both';
};

/** The question before, and the number it was answered with. */
export type Before = {
  readonly interpretation: Interpretation;
  readonly figure: FigureContext | null;
  /** Where several numbers answered it: each of them, be they set against each other or asked for one by one. */
  readonly row: readonly FigureContext[];
  /** The number it told itself before it asked for that one. */
  readonly told: FigureContext | null;
  /** The question before that one, where it asked the same of another time. */
  readonly otherTime: Interpretation | null;
};

/** Each meaning is asked, so there are few. */
const MOST_MEANINGS = 3;

/** Understands the question before: of several, the last. */
export function readBefore(question: string, library: Library): Interpretation {
  const last = splitQuestion(question).at(-1) ?? { text: question, context: null };
  return interpretPart(last, library);
}

/** Understands the question before the last where it asked the same of another time; null otherwise. */
export function readOtherTime(
  question: string | undefined,
  asked: Interpretation,
  library: Library,
): Interpretation | null {
  const other = question === undefined ? null : readBefore(question, library);
  const things = (of: Interpretation): string =>
    sayTerms(of.terms.filter(({ role, text }) => role !== 'soft' && !/目标|计划/u.test(text)));
  const isSame =
    other !== null && things(other) === things(asked) && other.period?.year !== asked.period?.year;
  return isSame ? other : null;
}

/** Lists what a message may mean after the question before, the likeliest first. */
export function listMeanings(message: FollowUpMessage, before: Before, library: Library): readonly Meaning[] {
  const { figure, told, otherTime } = before;
  // What stands beside two numbers is said of the one that the conversation began with.
  const anchors = message.asking === 'change' || message.asking === 'start' ? [figure] : [told, figure];
  const anchor = anchors.find((each) => each && findBeside(message, each, library) !== null);
  const beside: Meaning[] =
    anchor && !(otherTime && message.asking === 'change')
      ? [{ question: `${sayTold(anchor)},${sayBeside(message)}`, taken: 'both' }]
      : [];
  const ofRow = meaningsOfRow(message, before);
  const others = [...beside, ...meaningsOf(message, before, library)];
  const meanings = (ofRow.length > 0 ? ofRow : others).filter(({ question }) => question !== '');
  return meanings
    .filter(({ question }, at) => meanings.findIndex((other) => other.question === question) === at)
    .slice(0, MOST_MEANINGS);
}

/** Whether it was told by how much something changed, reckoned from its two ends. */
export const tellsChange = ({ figure, row }: Before): boolean =>
  figure === null && row.some(({ figure: { role } }) => role !== null);

/**
 * What is asked of all that was told (`同比呢`), or reckoned of it: `多了多少` after `哪个多`, `剩下的呢` after a share. None where
 * another thing is named.
 */
function meaningsOfRow(
  { bare, asking, interpretation: { terms, dimensions } }: FollowUpMessage,
  { row, figure }: Before,
): Meaning[] {
  const comparison = readComparison(bare);
  const asksRest = terms.length === 1 && terms[0]?.alternatives.includes('其余');
  const isShare = figure?.figure.unit === '%' && figure.figure.states !== 'change';
  if (asksRest && isShare && dimensions.every((each) => each === 'percent'))
    return [{ question: `${nameFigure(figure)}以外其余的是百分之多少`, taken: 'both' }];
  const isNamed = asking === 'more' || terms.some(({ role }) => role === 'topic');
  const isOfKind = row.some((each) => dimensions.includes(each.figure.dimension)) || dimensions.length === 0;
  if (row.length < 2 || isNamed || !(comparison ? isOfKind && !comparison.isYearly : asking === 'change'))
    return [];
  const all = row.map(nameFigure).join('和');
  if (comparison === null || comparison.isRise || BESIDE_LAST_YEAR.test(bare))
    return sayChanges(bare).map((change) => ({ question: `${all}分别${change}`, taken: 'both' }));
  const [most, least] = row
    .toSorted((a, b) => Number(b.figure.amount) - Number(a.figure.amount))
    .map(nameFigure);
  const between: Partial<Record<typeof comparison.operation, string>> = {
    difference: `${most}比${least}多多少`,
    ratio: `${most}是${least}的多少倍`,
    sum: `${all}加起来是多少`,
  };
  const question =
    row.length > 2 && comparison.operation !== 'sum' ? undefined : between[comparison.operation];
  return question === undefined ? [] : [{ question, taken: 'both' }];
}

/** What is asked of the sentence that was quoted, as somebody would write it out. */
function sayBeside({ bare, asking }: FollowUpMessage): string {
  if (SAYS_HOW_MANY.test(bare)) return bare;
  return asking === 'change' ? `${bare}变化了多少` : `${bare}是多少`;
}

function* meaningsOf(message: FollowUpMessage, before: Before, library: Library): Generator<Meaning> {
  const { bare, interpretation: now } = message;
  const { interpretation: asked, figure } = before;
  const time = message.asking === 'change' ? sayTime(asked) : sayTimeOf(now, asked);
  // What is said again is not said twice.
  const kept = asked.terms.filter(({ text }) => !bare.includes(text));
  const subject = time + sayTerms(keepThings(kept, library));
  const whole = time + sayTerms(kept);
  const name = figure === null ? '' : nameFigure(figure);
  // How it changed is asked of both ends of a change (`补贴(提高后)`).
  const changing = figure?.figure.role == null ? name : name.replace(/\([^)]*\)$/u, '');
  const ofSubject = (question: string): Meaning => ({ question, taken: 'subject' });
  switch (message.asking) {
    case 'change': {
      const { otherTime } = before;
      // `今年建多少`, `去年呢`, `比去年多多少`: the two that were told are set beside each other.
      if (otherTime)
        yield ofSubject(`${sayTime(otherTime)}${sayTerms(keepThings(otherTime.terms, library))}${bare}`);
      for (const change of sayChanges(bare)) {
        // An aim is set beside the year before by the words of the question, which say which is meant.
        const isAim = figure?.figure.period?.kind === 'target';
        yield ofSubject(`${isAim ? whole : changing || sayTerms(asked.terms)}${change}`);
      }
      return;
    }
    case 'start':
      yield ofSubject(`${whole}原来多少`);
      if (name !== '') yield ofSubject(`${name}原来多少`);
      return;
    case 'aim': {
      const year = now.period?.year ?? library.years?.thisYear;
      const aimedAt = year === undefined ? '' : `${year}年`;
      yield ofSubject(`${aimedAt}${sayTerms(asked.terms)}${sayMeasure(asked)}要达到多少`);
      yield ofSubject(`${aimedAt}${sayTerms(asked.terms)}${sayMeasure(asked)}多少`);
      yield ofSubject(`${aimedAt}${subject.slice(time.length)}${sayMeasure(asked)}目标多少`);
      return;
    }
    case 'progress':
      yield ofSubject(`${whole}${bare}`);
      return;
    case 'more': {
      const told = before.row.map(nameFigure).join('和') || whole;
      const added = ADDS_MORE.test(bare) ? interpretQuestion(bare.replace(ADDS_MORE, ''), library) : null;
      const all = added ? `${told}和${sayTerms(added.terms)}` : told;
      yield ofSubject(`${all}加起来是多少`);
      if (added) yield ofSubject(`${all}加起来是${sayQuantity(added, before.row[0] ?? null)}`);
      return;
    }
    case 'words':
    case 'number':
      // What is reckoned of the number that was told (`平均每个机构多少张`).
      if (figure !== null && readComparison(bare)) yield ofSubject(`${sayTold(figure)},${bare}`);
      yield ofSubject(`${subject}${bare}`);
      yield ofSubject(`${whole}${bare}`);
      // `注销了多少` after 3516家: what was counted is counted again.
      if (figure?.figure.dimension === 'count' && bare.endsWith('多少'))
        yield ofSubject(`${subject}${bare}${figure.figure.base}`);
      return;
    case 'thing':
      yield* thingsMeant(message, before, library);
  }
}

/** How a change may be asked for, beside the year before: as it was said, as a rise, as a fall. */
function sayChanges(bare: string): readonly string[] {
  const asks = SAYS_HOW_MANY.test(bare);
  const said = asks ? [bare, ...(/比|较|[跟和与同]/u.test(bare) ? [] : [`比上年${bare}`])] : [];
  const [isRise, isFall] = [
    /[多增涨升高提]/u.test(bare),
    /[少降减低跌缩](?!数)/u.test(bare.replaceAll('多少', '')),
  ];
  return [...said, ...(isFall ? [] : ['比上年增长多少']), ...(isRise && !isFall ? [] : ['比上年减少多少'])];
}

/** `那农村呢`, `公益金呢`, `2019年呢`: the same is asked of another thing, of a part of it, or of another time. */
function* thingsMeant(
  { bare, interpretation: now }: FollowUpMessage,
  before: Before,
  library: Library,
): Generator<Meaning> {
  const { interpretation: asked, figure } = before;
  // What is measured in a way of its own is asked for in no other (`那服务时长呢`).
  const measure = now.dimensions.length > 0 ? '多少' : sayQuantity(asked, figure);
  // By how much another thing rose is asked for where that was asked of the first.
  const isSaid = readComparison(`${sayTerms(asked.terms)}多少`)?.isChange === true;
  const quantity = tellsChange(before) && !isSaid ? '涨了多少' : measure;
  const time = sayTimeOf(now, asked) || sayTime(now);
  const subject = sayTerms(keepThings(asked.terms, library));
  const named = now.terms.filter(({ role }) => role !== 'soft');
  const ofBoth = (question: string): Meaning => ({ question: `${question}${quantity}`, taken: 'both' });
  if (named.length === 0) {
    if (now.terms.length > 0) {
      yield ofBoth(`${sayTerms(asked.terms)}${bare}`);
      yield ofBoth(`${subject}${bare}`);
    }
    yield ofBoth(`${time}${sayTerms(asked.terms)}`);
    // What was asked for as it is may be told for that year as what it is to come to.
    if ((now.period?.year ?? 0) > (library.years?.lastYear ?? Number.POSITIVE_INFINITY))
      yield { question: `${time}${sayTerms(asked.terms)}要达到多少`, taken: 'both' };
    // What was done (`新增`) is not said of what is aimed at.
    yield ofBoth(`${time}${subject}`);
    // What was counted is counted again, in the same unit (`多少条`).
    if (figure?.figure.dimension === 'count')
      yield { question: `${time}${subject}多少${figure.figure.base}`, taken: 'both' };
    return;
  }
  // `那比农村的呢`: one of two sides gives way to what is named now.
  for (const side of tellsChange(before) ? [] : (readComparison(asked.text)?.sides?.toReversed() ?? [])) {
    const other = sayTerms(putBeside(now.terms, interpretQuestion(side, library).terms));
    yield { question: asked.text.replace(side, other), taken: 'asking' };
  }
  for (const put of [putBeside, putInstead])
    yield { question: `${time}${sayTerms(put(now.terms, asked.terms))}${quantity}`, taken: 'asking' };
  if (named.some(({ role }) => role === 'topic')) yield { question: `${bare}${quantity}`, taken: 'asking' };
  yield ofBoth(`${subject}${bare}`);
}

/**
 * The words that say what is asked about. A softer one belongs to it where the reports print both as one: 救助 after 临时,
 * but not 卖 after 福彩.
 */
function keepThings(terms: readonly Term[], { knowledge: { reports } }: Library): readonly Term[] {
  const kept: Term[] = [];
  for (const term of terms) {
    const joined = `${kept.at(-1)?.text ?? ''}${term.text}`;
    const isPrinted = joined !== term.text && reports.some(({ folded }) => folded.includes(joined));
    if (term.role !== 'soft' || isPrinted) kept.push(term);
  }
  return kept;
}

/** `三级医院次均门诊费用` → `二级医院呢`: of several words, those that are like what is named now give way to it. */
function putBeside(now: readonly Term[], asked: readonly Term[]): readonly Term[] {
  const isLike = (term: Term): boolean =>
    now.some((each) => each.role === term.role && [...each.text].some((sign) => term.text.includes(sign)));
  const at = asked.findIndex(isLike);
  if (at < 0) return putInstead(now, asked);
  const kept = (terms: readonly Term[]) => terms.filter((term) => !isLike(term));
  return [...kept(asked.slice(0, at)), ...now, ...kept(asked.slice(at))];
}

/** The words of the question before, with what is named now in the place of what was named. */
function putInstead(now: readonly Term[], asked: readonly Term[]): readonly Term[] {
  const isReplaced = (term: Term): boolean =>
    term.role === 'scope' || (term.role === 'topic' && now.some(({ role }) => role === 'topic'));
  const at = asked.findIndex(isReplaced);
  const kept = (terms: readonly Term[]) => terms.filter((term) => !isReplaced(term));
  return at < 0 ? [...now, ...asked] : [...kept(asked.slice(0, at)), ...now, ...kept(asked.slice(at))];
}

const sayTerms = (terms: readonly Term[]): string => terms.map(({ text }) => text).join('');

/** The time of the question before, where a message says none, and nothing of what is done or aimed at. */
function sayTimeOf({ period }: Interpretation, asked: Interpretation): string {
  if (period?.year != null) return '';
  return period !== null && asked.period?.year == null ? '' : sayTime(asked);
}

function sayTime({ period }: Interpretation): string {
  if (period === null) return '';
  if (period.year === null) return period.kind === 'target' ? '目标' : '';
  return periodLabel({
    year: period.year,
    kind: 'actual',
    ...(period.fromYear === null ? {} : { fromYear: period.fromYear }),
  });
}

/** What is measured, where the asking says it (`总数多少`). */
const sayMeasure = ({ quantities }: Interpretation): string =>
  quantities
    .filter(({ words, keepsWords }) => !keepsWords && !SAYS_HOW_MANY.test(words))
    .map(({ words }) => words)
    .join('');

/** How the number is asked for: in the words of the question before, or by the unit it was answered in. */
function sayQuantity({ quantities }: Interpretation, figure: FigureContext | null): string {
  const [asked] = quantities;
  const dimension = figure?.figure.dimension;
  const unit = figure?.figure.base ?? '';
  if (dimension === 'money') return '多少钱';
  if (dimension === 'people' || dimension === 'person-times' || dimension === 'households')
    return `多少${unit}`;
  // 对 and 例 each count things of their own.
  if (dimension === 'count') return '多少';
  // Where no number was asked for, nor told, none is now.
  if (!figure && !asked) return '';
  return asked && !asked.keepsWords ? asked.words : '多少';
}
