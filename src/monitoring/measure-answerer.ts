import type { Answerer } from '../answering/answer.ts';
import type { Metrics } from './metrics.ts';

/** The same answerer, with every answer counted and timed. */
export function measureAnswerer<Some extends Answerer>(
  answerer: Some,
  metrics: Pick<Metrics, 'countQuestion'>,
): Some {
  return {
    ...answerer,
    answer(question: string, previous?: string) {
      const startedAt = performance.now();
      const seconds = () => (performance.now() - startedAt) / 1000;
      try {
        const answer = answerer.answer(question, previous);
        metrics.countQuestion(answer.status, answer.reason, seconds());
        return answer;
      } catch (error) {
        metrics.countQuestion('failed', undefined, seconds());
        throw error;
      }
    },
  };
}
