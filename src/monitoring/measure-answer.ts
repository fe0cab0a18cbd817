import type { Answer } from '../answering/answer.ts';
import type { Metrics } from './metrics.ts';

type Answered = { readonly result: Answer; readonly seconds: number };

/** Waits for an answer, and counts and times it. What is timed is the making of it, not the waiting for a turn. */
export async function measureAnswer(
  answering: Promise<Answered>,
  metrics: Pick<Metrics, 'countQuestion'>,
): Promise<Answer> {
  try {
    const { result, seconds } = await answering;
    metrics.countQuestion(result.status, result.reason, seconds);
    return result;
  } catch (error) {
    metrics.countQuestion('failed', undefined);
    throw error;
  }
}
