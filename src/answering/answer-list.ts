import type { Sought } from './find-sought.ts';
import type { Explained, Outcome } from './outcome.ts';
import { matchesPeriod } from './rank-figures.ts';
import { composeSection, type RankedSection } from './rank-sections.ts';

/**
 * Answers with the points of a section; null when no section is about what is asked. Its name must say every topic,
 * and what stands next to the asking must be in its name or its points; loosely, one topic in the name is enough.
 */
export function answerList(
  { sections, interpretation: asked, sought }: Explained,
  { isLoose = false } = {},
): Outcome | null {
  // Who asks for one kind of thing is not served by all that is told of its surroundings.
  if (isLoose && sought.kinds.size > 0) return null;
  const fitting = sections.filter(
    ({ context }) => asked.period === null || matchesPeriod(context.period, asked.period),
  );
  const named = fitting.filter((ranked) =>
    isLoose ? saysTopic(ranked) : ranked.isWhollyNamed && tellsWhatIsSought(ranked, sought),
  );
  const [top] = named.length > 0 ? named : [];
  if (!top) return null;
  const answers = [composeSection(top.context)];
  if (asked.period === null) {
    const other = named.find(({ context }) => context.period?.kind !== top.context.period?.kind);
    if (other) answers.push(composeSection(other.context));
  }
  return { status: 'answered', answers };
}

/** Whether the points are about what stands next to the asking; the verb will do for a word of mere kind. */
function tellsWhatIsSought({ about, context }: RankedSection, { focus, kinds }: Sought): boolean {
  // A single point lists nothing of a kind.
  if (focus.length > 0 && context.points.length < 2) return false;
  const verbs = focus.filter((term) => !kinds.has(term));
  const isKindUnsaid = verbs.length > 0 && verbs.every((term) => about.has(term));
  return focus.every((term) => about.has(term) || (isKindUnsaid && kinds.has(term)));
}

const saysTopic = ({ isNamed, about }: RankedSection): boolean =>
  isNamed && [...about].some(({ role }) => role !== 'soft');
