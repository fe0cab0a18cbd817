import type { ExplainingAnswerer } from '../../src/answering/create-answerer.ts';
import { buildCore, type Core } from '../../src/build-core.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';

/** All the bot knows by the files of this repository. */
export const realCore: Core = buildCore(readKnowledgeFiles({ seedsDir: 'seeds', knowledgeDir: 'knowledge' }));

/** The knowledge of this repository, reviewed files and all. */
export const realKnowledge: Knowledge = realCore.knowledge;

export const realAnswerer: ExplainingAnswerer = realCore.answerer;
