import { AppError } from '../errors.ts';
import { readKnowledge } from '../knowledge/build-knowledge.ts';
import { groupIssues } from '../knowledge/file-problems.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type KnowledgeFolders, type ReadFiles, readKnowledgeFiles } from './read-knowledge-files.ts';

export type LoadedKnowledge = Pick<ReadFiles, 'problems' | 'decoded'> & { readonly knowledge: Knowledge };

/** Reads and builds the knowledge of everything that can be used, beside what is wrong with the rest. */
export function loadUsableKnowledge(folders: KnowledgeFolders): LoadedKnowledge {
  const { problems, decoded, ...files } = readKnowledgeFiles(folders);
  const { knowledge, issues } = readKnowledge(files);
  return { knowledge, problems: [...problems, ...groupIssues(issues)], decoded };
}

/**
 * Reads and builds the knowledge, for checks and measurements.
 *
 * @throws AppError `knowledge_invalid` when anything of it cannot be used, listing what.
 */
export function loadKnowledge(folders: KnowledgeFolders): Knowledge {
  const { problems, ...files } = readKnowledgeFiles(folders);
  const { knowledge, issues } = readKnowledge(files);
  const unread = problems.filter(({ code }) => code !== 'format_not_read');
  const all = [...unread.map(({ file, detail }) => `${file}: ${detail}`), ...issues];
  if (all.length > 0) throw new AppError('knowledge_invalid', all.join('\n'));
  return knowledge;
}
