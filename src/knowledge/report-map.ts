import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readLines } from '../report/lines.ts';
import type { Span } from '../report/span.ts';
import type { SourceFile } from './knowledge.ts';

const offset = z.int().min(0);
const page = z.int().min(1);

/** `<report id>.map.json` beside a seed: where the paragraphs and pages of the original stand in the seed text. */
export const ReportMapSchema = z.strictObject({
  /** The file the text was read from, kept beside the seed. */
  original: z.string().min(1),
  format: z.string().min(1),
  /** SHA-256 of the seed text in UTF-8: the map belongs to this text and no other. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Begin and end of each page in the seed text; empty where the original has no pages. */
  pages: z.array(z.strictObject({ page, start: offset, end: offset })),
  /** Each paragraph, and each row of a table. */
  paragraphs: z.array(
    z.strictObject({ start: offset, end: offset, kind: z.enum(['paragraph', 'row']), page: page.optional() }),
  ),
});

export type ReportMap = z.infer<typeof ReportMapSchema>;

/** The printed layout of a report, as far as it is known. */
export type ReportLayout = {
  /** Whether it was received as a file that people can open: without one, a paragraph is only a line of the text. */
  readonly hasOriginal: boolean;
  readonly pages: readonly (Span & { readonly page: number })[];
  readonly paragraphs: readonly (Span & { readonly kind: 'paragraph' | 'row' })[];
};

export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A map as the file of JSON that is kept: a line for each page and paragraph, so that people can read it. */
export function renderReportMap({ pages, paragraphs, ...head }: ReportMap): string {
  const list = (values: readonly object[]): string =>
    values.length === 0
      ? '[]'
      : `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`;
  const fields = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${fields.join('')}  "pages": ${list(pages)},\n  "paragraphs": ${list(paragraphs)}\n}\n`;
}

/**
 * Reads the map of a report. Without one, or with one that does not fit (said in `issues`), every line that is not
 * blank is a paragraph and no page is known.
 */
export function readLayout(seedText: string, map: SourceFile | undefined, issues: string[]): ReportLayout {
  const read = map && parseMap(seedText, map, issues);
  if (read) return { ...read, hasOriginal: true };
  const lines = readLines(seedText).filter(({ start, end }) => end > start);
  return {
    hasOriginal: false,
    pages: [],
    paragraphs: lines.map(({ start, end }) => ({ start, end, kind: 'paragraph' })),
  };
}

function parseMap(
  seedText: string,
  { name, text }: SourceFile,
  issues: string[],
): Omit<ReportLayout, 'hasOriginal'> | null {
  const parsed = ReportMapSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    issues.push(
      `seeds/${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is no map'}; add the report anew`,
    );
    return null;
  }
  if (parsed.data.sha256 !== hashText(seedText)) {
    issues.push(
      `seeds/${name}: was made for another text than its seed has now; put the seed back or add it anew`,
    );
    return null;
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
