import { createAnswerer, type ExplainingAnswerer } from './answering/create-answerer.ts';
import { buildTargets, type LoadedTargets } from './loading/load-targets.ts';
import { type KnowledgeFolders, type ReadFiles, readKnowledgeFiles } from './loading/read-knowledge-files.ts';

/** All the bot knows before anybody speaks to it. */
export type Core = LoadedTargets & { readonly answerer: ExplainingAnswerer };

/** Reads the reports and makes ready to answer. Throws like `readKnowledgeFiles`. */
export function loadCore(folders: KnowledgeFolders): Core {
  return buildCore(readKnowledgeFiles(folders));
}

/** As `loadCore`, of files that have been read: most of what a start costs. */
export function buildCore(files: ReadFiles): Core {
  const built = buildTargets(files);
  return { ...built, answerer: createAnswerer(built.knowledge) };
}
