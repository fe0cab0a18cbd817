import { z } from 'zod';
import type { AskedExample, KnownReport, SourceFile } from './knowledge.ts';
import { parseJson } from './parse-json.ts';

/** A line of `asked/<report id>.jsonl`; `answers` name spans of the seed: `figure:1537-1545`, `sentence:1500-1612`. */
const LineSchema = z.strictObject({
  asked: z.string().min(1),
  from: z.string().min(1),
  answers: z.array(z.string().regex(/^(?:figure|sentence):\d+-\d+$/)),
});

/**
 * Reads the questions known for a report. Every problem is added to `issues` as `file:line: what is wrong`: a line that
 * cannot be read, or an answer that is no number or sentence of the report.
 */
export function readAsked(
  file: SourceFile,
  { report, figures }: KnownReport,
  issues: string[],
): AskedExample[] {
  const places = new Set([
    ...figures.map(({ start, end }) => `figure:${start}-${end}`),
    ...report.sentences.map(({ start, end }) => `sentence:${start}-${end}`),
  ]);
  return file.text.split(/\r?\n/u).flatMap((line, at): AskedExample[] => {
    if (line.trim() === '') return [];
    const where = `${file.name}:${at + 1}`;
    const parsed = LineSchema.safeParse(parseJson(line));
    if (!parsed.success) {
      issues.push(`${where}: not a line of {"asked", "from", "answers"}; run npm run train to write it anew`);
      return [];
    }
    const unknown = parsed.data.answers.find((place) => !places.has(place));
    if (unknown !== undefined) {
      issues.push(
        `${where}: ${unknown} is no number or sentence of the report; run npm run train to write it anew`,
      );
      return [];
    }
    return [
      {
        question: parsed.data.asked,
        from: parsed.data.from,
        report: report.id,
        answers: parsed.data.answers.map((place) => place.replace(':', `:${report.id}:`)),
      },
    ];
  });
}
