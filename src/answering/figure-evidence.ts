import type { FigureContext } from './figure-context.ts';
import type { Interpretation } from './interpret-question.ts';
import type { Term } from './lexicon.ts';

/** What speaks for and against a number being the one asked for. Shares are between 0 and 1. */
export type Evidence = {
  /** Share of the words asked about (soft ones count little) that stand at the number, the nearer the more. */
  readonly covered: number;
  /** Words asked about that stand only in the sentence or the headings. */
  readonly distant: number;
  /** Nouns asked about that stand elsewhere in the reports but not here. */
  readonly elsewhereNouns: number;
  readonly elsewhereOthers: number;
  /** Words asked about that stand nowhere in the reports, by their class. */
  readonly absentNouns: number;
  readonly absentVerbs: number;
  readonly absentUnlisted: number;
  /** Whether the last word before the asking, the thing itself, is not near the number. */
  readonly headAbsent: number;
  readonly headDistant: number;
  /** Share of the number's reviewed name, or of its own words, that the question says. */
  readonly identified: number;
  readonly softCovered: number;
  readonly sameBase: number;
  readonly noTopic: number;
};
const ZONES = ['own', 'shared', 'clause', 'reference', 'opening'] as const;
const NEAR = { own: 1, shared: 1, clause: 0.85, reference: 0.8, opening: 0.8 } as const;

export function weighEvidence(context: FigureContext, asked: Interpretation): Evidence {
  const topics = asked.terms.filter(({ role }) => role !== 'soft');
  const softs = asked.terms.filter(({ role }) => role === 'soft');
  const near = (term: Term): number => {
    for (const zone of ZONES) {
      if (term.alternatives.some((word) => context[zone].includes(word))) return NEAR[zone];
    }
    return 0;
  };
  const isDistant = (term: Term): boolean =>
    near(term) === 0 &&
    term.alternatives.some((word) => context.sentence.includes(word) || context.heading.includes(word));
  const gone = topics.filter((term) => near(term) === 0 && !isDistant(term));
  const count = (test: (term: Term) => boolean): number => gone.filter(test).length;
  const asking = asked.quantities[0]?.start ?? Number.POSITIVE_INFINITY;
  const head = topics.findLast(({ text }) => asked.text.indexOf(text) < asking) ?? topics.at(-1);
  const distant = topics.filter(isDistant);
  return {
    covered: topics.length === 0 ? 0 : topics.reduce((sum, term) => sum + near(term), 0) / topics.length,
    distant: distant.length,
    elsewhereNouns: count(({ isKnown, wordClass }) => isKnown && wordClass === 'noun'),
    elsewhereOthers: count(({ isKnown, wordClass }) => isKnown && wordClass !== 'noun'),
    absentNouns: count(({ isKnown, wordClass }) => !isKnown && wordClass === 'noun'),
    absentVerbs: count(
      ({ isKnown, wordClass }) => !isKnown && (wordClass === 'verb' || wordClass === 'other'),
    ),
    absentUnlisted: count(({ isKnown, wordClass }) => !isKnown && wordClass === 'unlisted'),
    headAbsent: head && gone.includes(head) ? 1 : 0,
    headDistant: head && distant.includes(head) ? 1 : 0,
    identified: identify(context, asked.terms),
    softCovered: softs.length === 0 ? 0.5 : softs.reduce((sum, term) => sum + near(term), 0) / softs.length,
    sameBase: asked.quantities.some(({ base }) => base !== '' && base === context.figure.base) ? 1 : 0,
    noTopic: topics.length === 0 ? 1 : 0,
  };
}

function identify(context: FigureContext, terms: readonly Term[]): number {
  const words = terms.flatMap(({ alternatives }) => alternatives);
  const share = (name: string): number => {
    const bare = name
      .replace(/(?:人数|人次|户次|件数|对数|例数|家数|个数|[额数])$/u, '')
      .replace(/[^\p{Script=Han}]/gu, '');
    if (bare.length === 0) return 0;
    const covered = new Array<boolean>(bare.length).fill(false);
    for (const word of words)
      for (let at = bare.indexOf(word); at >= 0; at = bare.indexOf(word, at + 1))
        covered.fill(true, at, at + word.length);
    return covered.filter(Boolean).length / bare.length;
  };
  return Math.max(0, ...(context.names.length > 0 ? context.names : [context.ownHan]).map(share));
}
