import { createAnswerer, type ExplainingAnswerer } from './answering/create-answerer.ts';
import { buildTargets, type LoadedTargets } from './loading/load-targets.ts';
import type { ReadFiles } from './loading/read-knowledge-files.ts';

/** All the bot knows before anybody speaks to it. */
export type Core = LoadedTargets & { readonly answerer: ExplainingAnswerer };

/** Builds the knowledge of files that have been read and makes ready to answer: most of what a start costs. */
export function buildCore(files: ReadFiles): Core {
  const built = buildTargets(files);
  return { ...built, answerer: createAnswerer(built.knowledge) };
}
