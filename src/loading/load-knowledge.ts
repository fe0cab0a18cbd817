import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { AppError } from '../errors.ts';
import { buildKnowledge, type KnowledgeFiles } from '../knowledge/build-knowledge.ts';
import type { Knowledge, SourceFile } from '../knowledge/knowledge.ts';
import {
  describeExcess,
  type FileLimit,
  REVIEWED_LIMIT,
  readLimitedFile,
  SEED_LIMIT,
} from './read-limited-file.ts';

/** Where reports and reviewed files live. The knowledge folder may be missing. */
export type KnowledgeFolders = { readonly seedsDir: string; readonly knowledgeDir: string };

/**
 * Reads reports (`.txt`) and reviewed files (`.yaml`) from disk, UTF-8, byte-order marks kept.
 *
 * @throws AppError `report_invalid` when there is no seeds folder or a report is too large, `knowledge_invalid` when a
 * reviewed file is; each naming every such file, before any is read.
 */
export function readKnowledgeFiles({ seedsDir, knowledgeDir }: KnowledgeFolders): KnowledgeFiles {
  if (!existsSync(seedsDir)) {
    throw new AppError(
      'report_invalid',
      `SEEDS_DIR: there is no folder “${seedsDir}”; name the folder that holds the reports`,
    );
  }
  return {
    seeds: readFiles(seedsDir, '.txt', SEED_LIMIT),
    knowledge: existsSync(knowledgeDir) ? readFiles(knowledgeDir, '.yaml', REVIEWED_LIMIT) : [],
  };
}

/** Reads and builds the knowledge; throws when a file does not fit its report. */
export function loadKnowledge(folders: KnowledgeFolders): Knowledge {
  return buildKnowledge(readKnowledgeFiles(folders));
}

function readFiles(folder: string, extension: string, limit: FileLimit): SourceFile[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name));
  const excesses = paths.flatMap((path) => describeExcess(path, limit) ?? []);
  if (excesses.length > 0) throw new AppError(limit.code, excesses.sort().join('\n'));
  return paths
    .map((path) => ({
      name: relative(folder, path).split(sep).join('/'),
      text: readLimitedFile(path, limit).toString('utf8'),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
