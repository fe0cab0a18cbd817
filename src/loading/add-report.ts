import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { addCatalogueEntry } from '../knowledge/catalogue-entry.ts';
import type { CatalogueEntry } from '../knowledge/reviewed-files.ts';
import type { KnowledgeFolders } from './read-knowledge-files.ts';
import { describeExcess, SEED_LIMIT } from './read-limited-file.ts';

/** A report that is ready to be kept: its seed with all that stands beside it. */
export type NewReport = {
  readonly entry: CatalogueEntry;
  readonly text: string;
  readonly map: string;
  readonly original: { readonly name: string; readonly bytes: Uint8Array };
  /** Files to be reviewed, by their path below `knowledge/drafts/`. */
  readonly drafts: Readonly<Record<string, string>>;
};

/**
 * Writes a new report into the folders: all of its files or none, and never over one that is there.
 *
 * @returns the paths written, in order.
 * @throws AppError `input_invalid` when there is a report of that id or of that text, the text is larger than a seed may be, or a file
 * cannot be written.
 */
export function addReport({ seedsDir, knowledgeDir }: KnowledgeFolders, report: NewReport): string[] {
  const { entry, text, map, original, drafts } = report;
  const seed = join(seedsDir, `${entry.id}.txt`);
  if (existsSync(seed))
    throw new AppError('input_invalid', `${seed}: there is a report of that id; choose another with --id`);
  const same = findSameText(seedsDir, text);
  if (same !== undefined) {
    throw new AppError(
      'input_invalid',
      `${same}: says the same to the letter, so everything would be found twice; keep that report, or remove it first to add it anew`,
    );
  }
  const excess = describeExcess(Buffer.byteLength(text), SEED_LIMIT);
  if (excess !== null) throw new AppError('input_invalid', `its text ${excess}`);
  const catalogue = join(knowledgeDir, 'catalogue.yaml');
  const catalogued = addCatalogueEntry(
    existsSync(catalogue) ? readFileSync(catalogue, 'utf8') : undefined,
    entry,
  );
  const written: string[] = [];
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { flag: 'wx' });
    written.push(file);
  };
  try {
    write(join(seedsDir, original.name), original.bytes);
    write(join(seedsDir, `${entry.id}.map.json`), map);
    for (const [name, draft] of Object.entries(drafts)) write(join(knowledgeDir, 'drafts', name), draft);
    // A bot that starts in between sees a report without its entry, never an entry without its report.
    write(seed, text);
    const next = `${catalogue}.new`;
    write(next, catalogued);
    renameSync(next, catalogue);
  } catch (cause) {
    for (const file of written) rmSync(file, { force: true });
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new AppError('input_invalid', `nothing was added: ${reason}`, { cause });
  }
  return [...written.slice(0, -1), catalogue];
}

/** The seed that holds a text already, whatever it is called; only files of its size are read. */
function findSameText(seedsDir: string, text: string): string | undefined {
  if (!existsSync(seedsDir)) return undefined;
  const bytes = Buffer.byteLength(text);
  return readdirSync(seedsDir)
    .filter((name) => name.endsWith('.txt') && !name.endsWith('.original.txt'))
    .map((name) => join(seedsDir, name))
    .find((file) => statSync(file).size === bytes && readFileSync(file, 'utf8') === text);
}
