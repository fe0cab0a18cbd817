import type { Answerer } from './answer.ts';

/** An answerer that is always the current one, for those who keep it while it is exchanged. */
export function followAnswerer(current: () => Answerer): Answerer {
  return {
    get knowledgeVersion() {
      return current().knowledgeVersion;
    },
    get reports() {
      return current().reports;
    },
    get examples() {
      return current().examples;
    },
    answer: (...asked) => current().answer(...asked),
    outline: () => current().outline(),
    contextOf: (...place) => current().contextOf(...place),
  };
}
