import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folders a folder may import from, besides itself. What is missing here may be imported by nobody. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  report: [],
  knowledge: ['extraction', 'report'],
  search: [],
  extraction: ['report'],
  answering: ['knowledge', 'report', 'search'],
  targets: ['knowledge', 'report'],
  documents: ['targets'],
  conversation: [],
  evaluation: ['answering', 'report', 'knowledge'],
  loading: ['knowledge', 'targets', 'extraction'],
  storage: ['answering', 'conversation', 'knowledge', 'targets', 'scheduling'],
  answers: ['answering', 'loading', 'knowledge', 'targets'],
  scheduling: ['targets', 'conversation'],
  monitoring: ['answering', 'targets'],
  slack: ['answering', 'conversation', 'documents', 'extraction', 'targets', 'knowledge', 'report'],
};
/** Files beside the folders: faults, characters and their sounds for all, the log and the configuration's type for the edges. */
const SHARED = ['errors.ts', 'joined-pairs.ts', 'unify-radicals.ts', 'sounds.ts'];
const SHARED_BY_EDGES = ['logging.ts', 'config.ts'];
const PURE = [
  'report',
  'knowledge',
  'search',
  'extraction',
  'answering',
  'targets',
  'documents',
  'conversation',
  'evaluation',
];
const IMPURE =
  /^(?:node:(?:fs|http|https|net|child_process|process|timers).*|@slack\/.*|kysely|better-sqlite3|pg|dotenv)$/;

type Import = { readonly file: string; readonly from: string; readonly target: string };

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const imports: Import[] = listSources('src').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
    file,
    from: relative('src', file).split('/')[0] ?? '',
    target: match[1] ?? '',
  })),
);

const targetFolder = ({ file, target }: Import): string =>
  relative('src', join(dirname(file), target)).split('/')[0] ?? '';

const isShared = (target: string, from: string): boolean =>
  SHARED.includes(target) || (SHARED_BY_EDGES.includes(target) && !PURE.includes(from));

describe('the layers', () => {
  it('are read from sources at all', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('import only downwards', () => {
    const wrong = imports
      .filter(({ from, target }) => target.startsWith('.') && MAY_IMPORT[from] !== undefined)
      .filter((entry) => {
        const folder = targetFolder(entry);
        return (
          folder !== entry.from && !isShared(folder, entry.from) && !MAY_IMPORT[entry.from]?.includes(folder)
        );
      });

    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('keep files, network and SQL out of the core', () => {
    const wrong = imports.filter(({ from, target }) => PURE.includes(from) && IMPURE.test(target));

    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('keep clock and chance out of the core', () => {
    const wrong = PURE.flatMap((folder) => listSources(join('src', folder))).filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env/.test(readFileSync(file, 'utf8')),
    );

    expect(wrong).toEqual([]);
  });

  it('let the commands read the environment in one place, the bot’s own', () => {
    // Whether npm started the process is no configuration.
    const wrong = listSources('src').filter(
      (file) =>
        file !== join('src', 'stop-signals.ts') &&
        /process\.env[.[]|= process\.env;/.test(readFileSync(file, 'utf8')),
    );

    expect(wrong).toEqual([]);
  });

  it('have one importer of minisearch and one of the segmenter', () => {
    const importers = (name: string): string[] => [
      ...new Set(
        imports
          .filter(({ target }) => target.split('/').slice(0, name.split('/').length).join('/') === name)
          .map(({ from }) => from),
      ),
    ];

    expect(importers('minisearch')).toEqual(['search']);
    expect(importers('@node-rs/jieba')).toEqual(['search']);
  });

  it('load the libraries for documents in one file each, and only when a document comes', () => {
    const importers = (name: string): string[] => [
      ...new Set(imports.filter(({ target }) => target.startsWith(name)).map(({ file }) => file)),
    ];
    const adapters = ['read-docx.ts', 'read-html.ts', 'read-pdf.ts'];
    const eager = listSources('src/extraction').filter((file) => {
      const found = [...readFileSync(file, 'utf8').matchAll(/from '\.\/(read-\w+\.ts)'/g)];
      return found.some((match) => adapters.includes(match[1] ?? ''));
    });

    expect(importers('mammoth')).toEqual(['src/extraction/read-docx.ts']);
    expect(importers('parse5')).toEqual(['src/extraction/read-html.ts']);
    expect(importers('pdfjs-dist')).toEqual(['src/extraction/read-pdf.ts']);
    expect(importers('docx')).toEqual(['src/documents/digest-document.ts']);
    expect(readFileSync('src/documents/digest-document.ts', 'utf8')).not.toMatch(/^import .* from 'docx'/m);
    expect(eager).toEqual(['src/extraction/read-docx.ts']);
  });
});

describe('the documents', () => {
  const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);

  it.each([
    'README.md',
    'CONTRIBUTING.md',
    'ARCHITECTURE.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ])('%s names only scripts that exist', (file) => {
    const named = [...readFileSync(file, 'utf8').matchAll(/npm (?:run (?:-s )?)?([a-z][\w:-]*)/g)].map(
      (match) => match[1] ?? '',
    );
    const known = [...scripts, 'ci', 'test', 'start', 'run', 'install', 'warn'];

    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('ARCHITECTURE.md names only paths that exist', () => {
    const text = readFileSync('ARCHITECTURE.md', 'utf8');
    const files = new Set(listSources('src').map((file) => relative('src', file)));
    const named = [...text.matchAll(/`((?:src\/)?[\w/-]+\.ts)`/g)].map((match) =>
      (match[1] ?? '').replace(/^src\//, ''),
    );

    expect(named.length).toBeGreaterThan(10);
    expect(
      named.filter((name) => ![...files].some((file) => file === name || file.endsWith(`/${name}`))),
    ).toEqual([]);
  });
});
