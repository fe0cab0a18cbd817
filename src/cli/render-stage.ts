import type { ExplainingAnswerer } from '../answering/create-answerer.ts';
import type { Explained } from '../answering/outcome.ts';
import { explainDecision } from '../answering/scoring/model.ts';
import { decisionFeatures, SURE } from '../answering/scoring/weigh.ts';

/** The stages between a question and its answer that can be printed as data. */
export const STAGES = ['query', 'candidates', 'features', 'decision'] as const;

export type Stage = (typeof STAGES)[number];

/** Candidates whose features are printed. */
const MOST_FEATURED = 3;

/** One stage for each part of a question, as lines of JSON. */
export function renderStage(answerer: ExplainingAnswerer, question: string, stage: Stage): string {
  return answerer
    .explain(question)
    .map(({ text, explained }) => JSON.stringify({ part: text, ...readStage(explained, stage) }))
    .join('\n');
}

function readStage({ interpretation, weighing }: Explained, stage: Stage): Readonly<Record<string, unknown>> {
  const { ranked, model, probability, evidence } = weighing;
  switch (stage) {
    case 'query':
      return { query: interpretation };
    case 'candidates':
      return { candidates: ranked.map(({ candidate: { id }, score }) => ({ id, score })) };
    case 'features':
      return {
        features: ranked.slice(0, MOST_FEATURED).map(({ candidate: { id }, features }) => ({ id, features })),
      };
    case 'decision': {
      const features = decisionFeatures(ranked, evidence.rewording);
      return { probability, sureFrom: SURE, features, moved: features && explainDecision(features, model) };
    }
  }
}
