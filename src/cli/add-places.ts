import type { Answer } from '../answering/answer.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { locate, type PrintedPlace } from '../knowledge/locate.ts';

type Spot = { readonly source: string; readonly start: number; readonly end: number };
/** A quote with its place in the report as printed, where the pages of the original are known. */
type WithPlace<T> = T & { readonly printedAt?: PrintedPlace };

/** Adds to every quote of an answer where it stands in print; nothing for reports that were received as plain text. */
export function addPlaces(answer: Answer, knowledge: Knowledge) {
  const add = <T extends Spot>(spot: T): WithPlace<T> => {
    const place = locate(knowledge, spot.source, spot);
    return place?.page === undefined ? spot : { ...spot, printedAt: place };
  };
  return {
    ...answer,
    answers: answer.answers.map((item) => {
      const placed = add(item);
      if (placed.kind === 'comparison') return { ...placed, inputs: placed.inputs.map(add) };
      if (placed.kind === 'section') return { ...placed, points: placed.points.map(add) };
      return placed;
    }),
    nearest: answer.nearest.map(add),
  };
}
