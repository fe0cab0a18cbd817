import { createAnswerer, type ExplainingAnswerer } from './answering/create-answerer.ts';
import type { Additions } from './knowledge/additions.ts';
import type { KnowledgeFolders } from './loading/load-knowledge.ts';
import { type LoadedTargets, loadTargets } from './loading/load-targets.ts';

/** All the bot knows before anybody speaks to it. Never changes, so that several bots of a process may share it. */
export type Core = LoadedTargets & { readonly answerer: ExplainingAnswerer };

/** Reads the reports and makes ready to answer, which is most of what a start costs. Throws like `loadTargets`. */
export function loadCore(folders: KnowledgeFolders, additions?: Additions): Core {
  const loaded = loadTargets(folders, additions);
  return { ...loaded, answerer: createAnswerer(loaded.knowledge) };
}
