import { createAnswerer, type ExplainingAnswerer } from '../../src/answering/create-answerer.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';

/** The knowledge of this repository, reviewed files and all. */
export const realKnowledge: Knowledge = loadKnowledge({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });

export const realAnswerer: ExplainingAnswerer = createAnswerer(realKnowledge);
