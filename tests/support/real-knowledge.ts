import { createAnswerer, type ExplainingAnswerer } from '../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';

/** The knowledge of this repository, reviewed files and all. */
export const realKnowledge: Knowledge = loadKnowledge({ seedsDir: 'seeds', knowledgeDir: 'knowledge' });

export const realAnswerer: ExplainingAnswerer = createAnswerer(realKnowledge);

/** An answerer of one made-up report, without any reviewed file. */
export function answererOf(text: string): ExplainingAnswerer {
  return createAnswerer(buildKnowledge({ seeds: [{ name: 'report.txt', text }], knowledge: [] }));
}
