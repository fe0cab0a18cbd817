import type { Explained } from '../outcome.ts';
import type { Term } from '../understanding/lexicon.ts';
import type { RankedFigure } from './rank-figures.ts';

/** How many words of the question a number must have as its own before one more may be missing. */
const MIN_OWN_TERMS = 3;
/** With the missing word counted against it. Both fixed by the looked-at questions of `tests/eval`. */
const MIN_SCORE = 0.6;

/** What follows picks some out of those named before: `志愿者里党员有多少`. Such a word is what is asked about. */
const PICKS_OUT = /(?:里面?|里头|当中|之中|其中|中间?|内|的是|单独|单单|只有|光)(?:的|有|,|是)*$/u;

/** A place the report does not name narrows to what it does not tell. */
const IS_PLACE = /[省市区县州旗镇乡村]$|街道$/u;

/**
 * The question without a word that no report has, if some number has all its other words and enough of them:
 * `黔江程家爷俩守烈士陵园守了多少年`. People have many ways of naming what they narrow to; null where the word may be the
 * very thing asked about.
 */
export function forgiveWord(explained: Explained, word: Term): Explained | null {
  const { interpretation: asked, figures } = explained;
  if (asked.quantities.length === 0 || word.role !== 'topic' || IS_PLACE.test(word.text)) return null;
  if (PICKS_OUT.test(asked.text.slice(0, Math.max(asked.text.indexOf(word.text), 0)))) return null;
  const [best] = figures.filter(({ fitsDimension, fitsPeriod }) => fitsDimension && fitsPeriod);
  if (!best || best.score < MIN_SCORE || best.ownTerms < MIN_OWN_TERMS) return null;
  if (best.uncovered.some((term) => term !== word)) return null;
  const forgive = (ranked: RankedFigure): RankedFigure => ({
    ...ranked,
    uncovered: ranked.uncovered.filter((term) => term !== word),
  });
  return {
    ...explained,
    interpretation: { ...asked, terms: asked.terms.filter((term) => term !== word) },
    figures: figures.map(forgive),
  };
}
