import { z } from 'zod';
import { ClassifierTableSchema, packTable } from '../../knowledge/asked-model.ts';
import type { Interpretation } from '../understanding/interpret-question.ts';
import type { AnswerForm, OtherForm } from './answer-form.ts';
import { gramsOfAsking } from './operation-classifier.ts';
import { numberGrams, openClassifier } from './question-classifier.ts';

/** The fitted tables as they are kept: kinds of answer, and whether it is of what was done or is aimed at. */
export const FormTablesSchema = z.strictObject({
  kinds: ClassifierTableSchema,
  sides: ClassifierTableSchema,
});

export type FormTables = z.infer<typeof FormTablesSchema>;

/** How likely a question asks for each form of answer, going by how it asks and not by what about. */
export type AskedForm = {
  /** How likely a kind is asked for, against the likeliest: 1 for that one. */
  kindFits(form: AnswerForm): number;
  /** How likely a side is asked for; one half where the candidate has none. */
  sideFits(form: AnswerForm): number;
  probabilityOf(other: OtherForm): number;
};

/** A question as far as it tells what form of answer it wants. */
type Formed = Pick<Interpretation, 'relative' | 'terms'>;

export type FormClassifier = { read(asked: Formed): AskedForm };

/** The turns of phrase that tell what form of answer a question wants. */
export const gramsOfForm = ({ relative, terms }: Formed): string[] =>
  gramsOfAsking({ text: relative, terms });

/** No side is known. */
const EITHER = 0.5;

/** Opens tables fitted to questions about many reports (`npm run train`, see fit-forms). */
export function openForms({ kinds, sides }: FormTables): FormClassifier {
  const numbers = new Map<string, number>();
  const kindTable = packTable(kinds, numbers);
  const kindOf = openClassifier(kindTable);
  const sideOf = openClassifier(packTable(sides, numbers));
  return {
    read(asked) {
      const said = numberGrams(gramsOfForm(asked), kindTable);
      const byKind = kindOf.judge(said).shares;
      const bySide = sideOf.judge(said).shares;
      const likeliest = byKind.reduce((most, share) => Math.max(most, share), 1e-6);
      const shareOf = (kind: string): number => byKind[kindOf.placeOf(kind) ?? -1] ?? 0;
      return {
        kindFits: ({ kind }) => shareOf(kind) / likeliest,
        sideFits: ({ side }) => (side === null ? EITHER : (bySide[sideOf.placeOf(side) ?? -1] ?? EITHER)),
        probabilityOf: shareOf,
      };
    },
  };
}
