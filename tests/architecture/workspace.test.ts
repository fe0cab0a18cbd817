import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Import = { readonly file: string; readonly target: string };

const imports: readonly Import[] = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
      file,
      target: resolve(file, match[1] ?? ''),
    })),
  );

/** Files by their path from the project, packages by their name. */
function resolve(file: string, target: string): string {
  return target.startsWith('.') ? join(dirname(file), target) : target;
}

const isIn = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const isOfWorkspace = isIn('src/workspace');
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
const packagesOf = (some: readonly Import[]): ReadonlySet<string> =>
  new Set(
    some
      .map(({ target }) => target)
      .filter((target) => !target.startsWith('src/') && !target.startsWith('node:'))
      .map(packageOf),
  );

describe('the workspace', () => {
  it('is imported by nothing but itself', () => {
    const wrong = imports.filter(({ file, target }) => !isOfWorkspace(file) && isOfWorkspace(target));

    expect(wrong).toEqual([]);
    expect(imports.some(({ file }) => isOfWorkspace(file))).toBe(true);
  });

  it('knows Slack’s rules without knowing itself: block-kit imports nothing else of it', () => {
    const folder = 'src/workspace/block-kit';
    const wrong = imports.filter(
      ({ file, target }) => isIn(folder)(file) && target.startsWith('src/') && !isIn(folder)(target),
    );

    expect(wrong).toEqual([]);
  });

  it('has a page that reaches the bot through its server only', () => {
    const allowed = /^src\/workspace\/(?:page|block-kit|protocol\.ts)/;
    const wrong = imports.filter(
      ({ file, target }) =>
        isIn('src/workspace/page')(file) && target.startsWith('src/') && !allowed.test(target),
    );

    expect(wrong).toEqual([]);
  });

  it('adds nothing to production: it is left out of the build, and its own packages are for development', () => {
    const build = JSON.parse(readFileSync('tsconfig.build.json', 'utf8'));
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const others = packagesOf(imports.filter(({ file }) => !isOfWorkspace(file)));
    const own = [...packagesOf(imports.filter(({ file }) => isOfWorkspace(file)))].filter(
      (name) => !others.has(name),
    );

    expect(build.exclude).toContain('src/workspace');
    expect(own).toContain('preact');
    expect(own.filter((name) => name in dependencies)).toEqual([]);
    expect(own.filter((name) => !(name in devDependencies))).toEqual([]);
  });
});
