import type { ExplainingAnswerer } from '../../src/answering/create-answerer.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { type Core, loadCore } from '../../src/load-core.ts';

/** All the bot knows by the files of this repository. */
export const realCore: Core = loadCore({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });

/** The knowledge of this repository, reviewed files and all. */
export const realKnowledge: Knowledge = realCore.knowledge;

export const realAnswerer: ExplainingAnswerer = realCore.answerer;
