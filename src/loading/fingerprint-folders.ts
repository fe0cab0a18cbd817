import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeFolders } from './read-knowledge-files.ts';

/** Tells whether anything in the two folders changed, by names, sizes and times, without reading a file. */
export function fingerprintFolders({ seedsDir, knowledgeDir }: KnowledgeFolders): string {
  const hash = createHash('sha256');
  for (const folder of [seedsDir, knowledgeDir]) {
    for (const entry of listEntries(folder)) {
      if (!entry.isFile() && !entry.isSymbolicLink()) continue;
      const path = join(entry.parentPath, entry.name);
      hash.update(`${path}\0${describeFile(path)}\0`);
    }
  }
  return hash.digest('hex');
}

function listEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    // A folder that is away for a moment has no files; whoever reads it says why.
    return [];
  }
}

function describeFile(path: string): string {
  try {
    const { size, mtimeMs, ino } = statSync(path);
    return `${size} ${mtimeMs} ${ino}`;
  } catch {
    return 'away';
  }
}
