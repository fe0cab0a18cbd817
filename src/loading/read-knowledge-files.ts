import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../errors.ts';
import { decodeText } from '../extraction/decode-text.ts';
import type { KnowledgeFiles } from '../knowledge/build-knowledge.ts';
import type { DecodedFile, FileProblem } from '../knowledge/file-problems.ts';
import type { SourceFile } from '../knowledge/knowledge.ts';
import { WORD_LIST } from '../knowledge/word-lists.ts';
import {
  ASKED_LIMIT,
  describeExcess,
  type FileLimit,
  MAP_LIMIT,
  REVIEWED_LIMIT,
  SEED_LIMIT,
} from './read-limited-file.ts';

/** Where reports and reviewed files live. */
export type KnowledgeFolders = { readonly seedsDir: string; readonly knowledgeDir: string };

/** What could be read of the two folders, and what could not. */
export type ReadFiles = Required<Omit<KnowledgeFiles, 'additions'>> &
  Pick<KnowledgeFiles, 'additions'> & {
    readonly problems: readonly FileProblem[];
    readonly decoded: readonly DecodedFile[];
  };

/** A folder on disk, and what it is called whatever that is. */
type Folder = { readonly path: string; readonly name: string };

/** What an office program leaves beside a document while it is open. */
const LOCK = /(?:^|\/)(?:~\$|\.~lock\.)/u;
/** Kept beside a seed that was made of it, and never read as one. */
const ORIGINAL = /\.original\.[^./]+$/u;
const MAP = /\.map\.json$/u;
/** The reviewed files that ship with the code. */
const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));
/** Drafts wait here until they are reviewed. */
const DRAFTS = /^drafts\//u;
/** Files somebody may have meant as a report. */
const DOCUMENT = /\.(?:docx?|pdf|html?|txt|text|wps|ofd|rtf|odt)$/iu;

/**
 * Reads reports (`.txt`), their maps (`.map.json`) and reviewed files (`.yaml`) from disk. Text is decoded as UTF-8,
 * UTF-16 or GB18030, byte-order marks kept; what is read is addressed by UTF-16 offsets into the text as decoded.
 * A file that cannot be read or is too large is a problem, never a fault; so is a document in another format that is not read.
 *
 * @throws AppError `config_invalid` when there is no seeds folder.
 */
export function readKnowledgeFiles({ seedsDir, knowledgeDir }: KnowledgeFolders): ReadFiles {
  requireSeedsFolder({ seedsDir });
  const problems: FileProblem[] = [];
  const decoded: DecodedFile[] = [];
  const read = (folder: Folder & { readonly limit: FileLimit }, paths: readonly string[]): SourceFile[] =>
    paths.flatMap((path) => readFile(folder, path, { problems, decoded }));
  const seedsFolder = { path: seedsDir, name: 'seeds' };
  const knowledgeFolder = { path: knowledgeDir, name: 'knowledge' };
  const inSeeds = listFiles(seedsFolder, problems);
  const inKnowledge = existsSync(knowledgeDir) ? listFiles(knowledgeFolder, problems) : [];
  const isWordList = (path: string): boolean => WORD_LIST.test(path);
  // Everyday words are of the language, not of an office: a folder without any has those that ship with the code.
  const wordFolder = inKnowledge.some(isWordList)
    ? knowledgeFolder
    : { path: SHIPPED_KNOWLEDGE, name: 'knowledge' };
  const words = wordFolder === knowledgeFolder ? [] : listFiles(wordFolder, problems).filter(isWordList);
  const isSeed = (path: string): boolean => path.endsWith('.txt') && !ORIGINAL.test(path);
  for (const path of inSeeds) {
    if (isSeed(path) || ORIGINAL.test(path) || LOCK.test(path) || !DOCUMENT.test(path)) continue;
    problems.push({
      code: 'format_not_read',
      file: `seeds/${path}`,
      lines: [],
      detail: `only .txt is read from this folder; run npm run report:add -- "${join(seedsDir, path)}"`,
    });
  }
  return {
    seeds: read({ ...seedsFolder, limit: SEED_LIMIT }, inSeeds.filter(isSeed)),
    maps: read(
      { ...seedsFolder, limit: MAP_LIMIT },
      inSeeds.filter((path) => MAP.test(path)),
    ),
    knowledge: [
      ...read(
        { ...knowledgeFolder, limit: REVIEWED_LIMIT },
        inKnowledge.filter((path) => path.endsWith('.yaml') && !DRAFTS.test(path)),
      ),
      ...read({ ...wordFolder, limit: REVIEWED_LIMIT }, words),
      ...read(
        { ...knowledgeFolder, limit: ASKED_LIMIT },
        inKnowledge.filter((path) => /^asked\/.+\.jsonl?$/u.test(path)),
      ),
    ],
    problems,
    decoded,
  };
}

/** The folder that is read where none is named; it comes to be when the first report is added. */
const UNNAMED = 'knowledge';

/**
 * Requires the folder of the reports to be there.
 *
 * @throws AppError `config_invalid` when it is not.
 */
export function requireSeedsFolder({ seedsDir }: Pick<KnowledgeFolders, 'seedsDir'>): void {
  if (existsSync(seedsDir)) return;
  throw new AppError(
    'config_invalid',
    `SEEDS_DIR: there is no folder “${seedsDir}”; name the folder that holds the reports（没有这个文件夹；请写放报告的文件夹）`,
  );
}

/**
 * Requires that the knowledge folder is there if somebody named it: all that was reviewed would be missed in silence.
 *
 * @throws AppError `config_invalid` when it is not.
 */
export function requireKnowledgeFolder({ knowledgeDir }: Pick<KnowledgeFolders, 'knowledgeDir'>): void {
  if (knowledgeDir === UNNAMED || existsSync(knowledgeDir)) return;
  throw new AppError(
    'config_invalid',
    `KNOWLEDGE_DIR: there is no folder “${knowledgeDir}”; name the folder that holds what was reviewed, or make an empty one（没有这个文件夹；请写放审定文件的文件夹，还没有审定过内容的，建一个空文件夹）`,
  );
}

/** Paths of the files below a folder, with `/` between folders; links to files are followed, hidden folders are not. */
function listFiles({ path: root, name }: Folder, problems: FileProblem[]): string[] {
  const paths: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readFolder(folder)) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() || entry.isSymbolicLink())
        paths.push(relative(root, path).split(sep).join('/'));
    }
  };
  const readFolder = (folder: string) => {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      const file = [name, relative(root, folder).split(sep).join('/')]
        .filter((part) => part !== '')
        .join('/');
      problems.push(describeUnreadable(file, error));
      return [];
    }
  };
  visit(root);
  return paths.sort((a, b) => (a < b ? -1 : 1));
}

function readFile(
  folder: Folder & { readonly limit: FileLimit },
  path: string,
  { problems, decoded }: { readonly problems: FileProblem[]; readonly decoded: DecodedFile[] },
): SourceFile[] {
  const file = `${folder.name}/${path}`;
  try {
    const onDisk = join(folder.path, path);
    const stats = statSync(onDisk);
    if (!stats.isFile()) return [];
    const excess = describeExcess(stats.size, folder.limit);
    if (excess !== null) {
      problems.push({ code: 'file_too_large', file, lines: [], detail: excess });
      return [];
    }
    const text = decodeText(readFileSync(onDisk));
    if (text) {
      if (text.encoding !== 'UTF-8') decoded.push({ file, encoding: text.encoding });
      return [{ name: path, text: text.text }];
    }
    problems.push({
      code: 'encoding_unknown',
      file,
      lines: [],
      detail: 'is text in none of UTF-8, UTF-16 and GB18030; save it as UTF-8',
    });
  } catch (error) {
    problems.push(describeUnreadable(file, error));
  }
  return [];
}

function describeUnreadable(file: string, error: unknown): FileProblem {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return {
    code: 'file_unreadable',
    file,
    lines: [],
    detail:
      reason === 'ENOENT'
        ? 'is not there; a link that leads nowhere is to be mended or removed'
        : `cannot be read (${reason}); check its permissions`,
  };
}
