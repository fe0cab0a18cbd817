import type { Explained, Outcome } from './outcome.ts';
import { matchesPeriod } from './rank-figures.ts';
import { composeSection } from './rank-sections.ts';

/** Answers with the points of a section; null when no section is about what is asked. */
export function answerList({ sections, interpretation: asked }: Explained): Outcome | null {
  const fitting = sections.filter(
    ({ context }) =>
      asked.period === null || (context.period !== null && matchesPeriod(context.period, asked.period)),
  );
  const named = fitting.filter(({ isNamed }) => isNamed);
  const [top] = named.length > 0 ? named : [];
  if (!top) return null;
  const answers = [composeSection(top.context)];
  if (asked.period === null) {
    const other = named.find(({ context }) => context.period?.kind !== top.context.period?.kind);
    if (other) answers.push(composeSection(other.context));
  }
  return { status: 'answered', answers };
}
