import { type AnswerThread, startAnswerThread } from '../../src/answers/answer-thread.ts';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { createLog } from '../../src/logging.ts';

let started: AnswerThread | undefined;

/** The answering thread of this repository's knowledge, one for all tests of a process. Nobody closes it. */
export function realAnswers(): AnswerThread {
  started ??= startAnswerThread({
    files: readKnowledgeFiles({ seedsDir: 'seeds', knowledgeDir: 'knowledge' }),
    log: createLog({ level: 'error', now: () => new Date(), write: (line) => process.stderr.write(line) }),
  });
  return started;
}
