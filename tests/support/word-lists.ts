import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';

/** The everyday words that ship with the code, for knowledge that a test makes up. */
export const WORD_LISTS = readKnowledgeFiles({
  seedsDir: 'seeds',
  knowledgeDir: 'knowledge',
}).knowledge.filter(({ name }) => name.startsWith('lexicon/'));
