import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { AppError } from '../errors.ts';
import { buildKnowledge, type KnowledgeFiles } from '../knowledge/build-knowledge.ts';
import type { Knowledge, SourceFile } from '../knowledge/knowledge.ts';

/** Where reports and reviewed files live. The knowledge folder may be missing. */
export type KnowledgeFolders = { readonly seedsDir: string; readonly knowledgeDir: string };

/**
 * Reads reports (`.txt`) and reviewed files (`.yaml`) from disk, UTF-8, byte-order marks kept.
 *
 * @throws AppError `report_invalid` when there is no seeds folder.
 */
export function readKnowledgeFiles({ seedsDir, knowledgeDir }: KnowledgeFolders): KnowledgeFiles {
  if (!existsSync(seedsDir)) {
    throw new AppError(
      'report_invalid',
      `SEEDS_DIR: there is no folder “${seedsDir}”; name the folder that holds the reports`,
    );
  }
  return {
    seeds: readFiles(seedsDir, '.txt'),
    knowledge: existsSync(knowledgeDir)
      ? [...readFiles(knowledgeDir, '.yaml'), ...readFiles(knowledgeDir, '.jsonl')]
      : [],
  };
}

/** Reads and builds the knowledge; throws when a file does not fit its report. */
export function loadKnowledge(folders: KnowledgeFolders): Knowledge {
  return buildKnowledge(readKnowledgeFiles(folders));
}

function readFiles(folder: string, extension: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
