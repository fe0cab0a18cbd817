import { z } from 'zod';
import { ClassifierTableSchema, packTable } from '../../knowledge/asked-model.ts';
import type { AnswerForm, OtherForm } from './answer-form.ts';
import { type Asking, gramsOfAsking } from './operation-classifier.ts';
import { openClassifier } from './question-classifier.ts';

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

export type FormClassifier = { read(asked: Asking): AskedForm };

/** No side is known. */
const EITHER = 0.5;

/** Opens tables fitted to questions about many reports (`npm run train`, see fit-forms). */
export function openForms({ kinds, sides }: FormTables): FormClassifier {
  const [kindOf, sideOf] = [kinds, sides].map((table) => openClassifier(packTable(table, new Map())));
  return {
    read(asked) {
      const grams = gramsOfAsking(asked);
      const byKind = kindOf?.classify(grams).probabilities ?? new Map<string, number>();
      const bySide = sideOf?.classify(grams).probabilities ?? new Map<string, number>();
      const likeliest = Math.max(1e-6, ...byKind.values());
      return {
        kindFits: ({ kind }) => (byKind.get(kind) ?? 0) / likeliest,
        sideFits: ({ side }) => (side === null ? EITHER : (bySide.get(side) ?? EITHER)),
        probabilityOf: (other) => byKind.get(other) ?? 0,
      };
    },
  };
}
