import { stripThinWords } from '../../report/thin-words.ts';
import type { Dimension } from '../../report/units.ts';
import { DOINGS, SOFT_WORDS } from '../language/everyday-words.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { FigureContext } from './figure-context.ts';

/** How many there are of a thing: `敬老院有多少家`, `退役军人总数`, `全市一共有多少家社会组织`. */
type StockAsked = {
  /** The thing itself: the last noun, which what stands before it only narrows. */
  readonly thing: Term;
  /** Whether the words say that what there is is meant (`有多少`); a bare `敬老院多少家` may mean anything done with them. */
  readonly isSaid: boolean;
  /** Whether they leave no doubt: 现有, 总数. */
  readonly isExplicit: boolean;
  /** Whether they ask for things by a word that counts things (`几家`), not for people or times. */
  readonly asksForItems: boolean;
};

/** Between a thing and the asking for it, where only what there is is asked for. */
const GLUE =
  /^(?:一共|[全本我][国省市区县州旗](?:里|上)?|[\s,、的数量里头中现存拥共总有计是为达到了呢啊呀都大概约已经在目前如今统拢合]|所有|全部|究竟|到底|具体)*$/u;
const OPENING = /(?:^|[\s,有共总是着]|多达)$/u;
const CLOSING = /^(?:[\s,。?!啊呀呢吧嘛哦哈的了您你]|在册|总数|数量|谢谢|多谢|感谢|辛苦|麻烦)*$/u;
const EXPLICIT =
  /累计(?=有|共|总|达|数)|现有|现存|共有|总共|一共|拢共|统共|合计|总数|总量|总额|数量|数目|拥有/u;
/** Doings that say no more than that there is something. */
const HOLDING = /^(?:现有|共有|拥有|总有|目前|现在|达到?|已有|现存|有)$/u;

const LONG_DOINGS = [...DOINGS].filter((word) => word.length > 1);
/** What stands behind a thing without making it another: how it is counted, whom it is done for, that it is done. */
const MEASURING = [...SOFT_WORDS]
  .filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
  .sort((a, b) => b.length - a.length);

const COUNTING: readonly Dimension[] = ['count', 'people', 'households', 'person-times'];
const isCounting = (dimension: Dimension): boolean => COUNTING.includes(dimension);
/** Kinds of number that are never how many there are of a thing. */
const NEVER_COUNTING: readonly Dimension[] = [
  'percent',
  'percentage-points',
  'multiple',
  'ratio',
  'duration',
  'ordinal',
];

/** Reads a question that asks how many there are of a thing; null when it asks for anything else. */
export function readStock(asked: Interpretation): StockAsked | null {
  const { text, terms, quantities } = asked;
  const [first] = quantities;
  const last = quantities.at(-1);
  if (!first || !last || first.words === '' || terms.some(isDone)) return null;
  if (!quantities.every(({ dimensions }) => dimensions.length === 0 || dimensions.some(isCounting)))
    return null;
  const nouns = terms.filter(({ role, isKnown }) => role !== 'soft' && isKnown);
  const isAt = (term: Term): number => text.lastIndexOf(term.text);
  const before = nouns.filter((term) => isAt(term) >= 0 && isAt(term) < first.start).at(-1);
  const after = nouns.filter((term) => isAt(term) >= last.end).at(-1);
  const between = text.slice(first.end, last.start);
  if (!GLUE.test(between)) return null;
  const isExplicit = EXPLICIT.test(text);
  const asksForItems = quantities.some(
    ({ words, dimensions }) => dimensions.includes('count') && !/数/u.test(words),
  );
  const isSaid = isExplicit || /有/u.test(text);
  if (after) {
    const end = isAt(after) + after.text.length;
    const narrowing = terms.reduce((left, noun) => left.replace(noun.text, ''), text.slice(last.end, end));
    const isAlone =
      OPENING.test(text.slice(0, first.start)) &&
      CLOSING.test(text.slice(end)) &&
      /^[的、]*$/u.test(narrowing);
    return isAlone && !isActivity(after) ? { thing: after, isSaid, isExplicit, asksForItems } : null;
  }
  if (!before || isActivity(before)) return null;
  const gap = text.slice(isAt(before) + before.text.length, first.start);
  const isAlone = GLUE.test(gap) && CLOSING.test(text.slice(last.end));
  return isAlone ? { thing: before, isSaid, isExplicit, asksForItems } : null;
}

const isDone = ({ text, role, isDoing }: Term): boolean =>
  (isDoing && !HOLDING.test(text)) || (role === 'soft' && text.length === 1);

/** Named after what is done (`医疗救助`, `婚姻登记`): what is counted are those it is done for. */
const isActivity = ({ text, isDoing }: Term): boolean =>
  isDoing || LONG_DOINGS.some((word) => text.endsWith(word) && word !== '组织');

/** Whether a number counts something that is merely named with the thing: 困难 of 退役军人, 党组织 of 社会组织. */
export function countsAnother(
  context: FigureContext,
  { thing, isSaid, isExplicit, asksForItems }: StockAsked,
): boolean {
  const { figure, own, shared, printedOwn, printedBefore, printedAfter, names } = context;
  if (NEVER_COUNTING.includes(figure.dimension)) return isSaid;
  if (!isCounting(figure.dimension) && !isExplicit) return false;
  if (asksForItems && figure.dimension === 'person-times') return true;
  // One character (坟 for 墓位) stands in words about other things too.
  const words = thing.alternatives.filter((word) => word.length > 1 || word === thing.text);
  const isHeld = (text: string): boolean => words.some((word) => text.includes(word));
  if (!isHeld(own) && !isHeld(shared)) return false;
  // What is printed decides; names only where it has other words for the thing.
  const phrases = [...printedBefore, shared, ...(isHeld(printedOwn) ? [] : names)];
  return !words.some(
    (word) =>
      phrases.some((phrase) => endsWith(phrase, word)) ||
      (isCounting(figure.dimension) && printedAfter.some((phrase) => opensWith(phrase, word))),
  );
}

/** Whether nothing that could be counted stands behind a word. */
function endsWith(phrase: string, word: string): boolean {
  for (let at = phrase.indexOf(word); at >= 0; at = phrase.indexOf(word, at + 1)) {
    const rest = stripThinWords(phrase.slice(at + word.length)).replace(/[^\p{Script=Han}]/gu, '');
    if (MEASURING.reduce((left, measure) => left.replaceAll(measure, ''), rest).length < 2) return true;
  }
  return false;
}

/** Whether a word belongs to the noun that follows a number, before anything is done. */
function opensWith(phrase: string, word: string): boolean {
  const at = phrase.indexOf(word);
  return at >= 0 && !LONG_DOINGS.some((doing) => phrase.slice(0, at).includes(doing));
}
