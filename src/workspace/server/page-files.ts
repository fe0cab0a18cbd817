import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export type PageFile = { readonly contentType: string; readonly body: string };

/** Bundles the page from its sources (about 100 ms) and returns its files by address. Nothing is written to disk. */
export async function buildPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const page = (name: string) => fileURLToPath(new URL(`../page/${name}`, import.meta.url));
  const result = await build({
    entryPoints: { page: page('main.tsx') },
    outdir: '/',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    // What only some messages need, the charts, is fetched when one of them is shown.
    splitting: true,
    chunkNames: '[name]-[hash]',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const bundled = result.outputFiles.map((file): [string, PageFile] => {
    const contentType = file.path.endsWith('.css') ? 'text/css' : 'text/javascript';
    return [`/${basename(file.path)}`, { contentType, body: file.text }];
  });
  const html = await readFile(page('index.html'), 'utf8');
  return new Map([['/', { contentType: 'text/html', body: html }], ...bundled]);
}
