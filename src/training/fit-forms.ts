import type { Library } from '../answering/library.ts';
import type { OtherForm } from '../answering/scoring/answer-form.ts';
import { type FormTables, gramsOfForm } from '../answering/scoring/form-classifier.ts';
import type { ClassifierTable } from '../knowledge/asked-model.ts';
import { fitTable } from './fit-classifier.ts';
import type { TrainingCase } from './training-case.ts';

/** How a question asks, and the form of what answers it. */
export type FormCase = {
  readonly grams: readonly string[];
  readonly kind: string;
  readonly side: string | null;
};

/** Reads how a question asks and for what; numbers before the sentences they stand in. */
export function toFormCase(
  { asked, answers, operands, list }: TrainingCase,
  { weigher: { index } }: Library,
): FormCase {
  const ids = [...answers];
  const form = index.get(ids.find((id) => id.startsWith('figure:')) ?? ids[0] ?? '')?.form;
  const other: OtherForm = list !== null ? 'list' : operands.size > 0 ? 'computed' : 'nothing';
  return { grams: gramsOfForm(asked), kind: form?.kind ?? other, side: form?.side ?? null };
}

const ROUNDS = 6;
/** A turn of phrase that fewer questions have is one of a report. */
const LEAST_COUNT = 4;

/** Fits what form of answer the wording of a question asks for. */
export function fitForms(cases: readonly FormCase[]): FormTables {
  const learn = (
    labelled: readonly { readonly grams: readonly string[]; readonly label: string | null }[],
  ): ClassifierTable =>
    fitTable(
      labelled.flatMap(({ grams, label }) => (label === null ? [] : [{ grams, answers: [label] }])),
      { rounds: ROUNDS, leastCount: LEAST_COUNT },
    );
  return {
    kinds: learn(cases.map(({ grams, kind }) => ({ grams, label: kind }))),
    sides: learn(cases.map(({ grams, side }) => ({ grams, label: side }))),
  };
}
