import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Answer } from '../../src/answering/answer.ts';
import { buildCore, type Core } from '../../src/build-core.ts';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { realCore } from '../support/real-knowledge.ts';

const DraftSchema = z.strictObject({
  report: z.enum(['chongqing', 'limei', 'luoji']),
  draft: z.string(),
  /** Whether all that it states is so, some of it is not, or some of it was not found. */
  verdict: z.enum(['right', 'wrong', 'partly']),
  /** Numbers as printed that are shown. */
  shows: z.array(z.string()).default([]),
  /** Words of the verdict. */
  says: z.array(z.string()).default([]),
});

const buildAlone = (folder: string): Core =>
  buildCore(readKnowledgeFiles({ seedsDir: `tests/fixtures/${folder}/seeds`, knowledgeDir: 'none' }));

const CORES: Record<z.infer<typeof DraftSchema>['report'], Core> = {
  chongqing: realCore,
  limei: buildAlone('other-reports-18'),
  luoji: buildAlone('other-reports-54'),
};

const DRAFTS = readFileSync('tests/fixtures/drafts/held.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => DraftSchema.parse(JSON.parse(line)));

function readVerdict({ status, message = '' }: Answer): string {
  if (status !== 'answered') return status;
  if (message.includes('不一致')) return 'wrong';
  if (message.includes('没有查到')) return 'partly';
  return message.includes('与报告一致') ? 'right' : 'none';
}

const numbersOf = (text: string): readonly string[] =>
  text.normalize('NFKC').match(/\d+(?:[.,]\d+)*/gu) ?? [];

/** Numbers of a verdict that neither the draft nor a quote has. */
function findStray({ question, message = '', answers }: Answer): readonly string[] {
  const quotes = answers.flatMap((item) => [
    item.quote,
    ...(item.kind === 'comparison' ? item.inputs.map(({ quote }) => quote) : []),
  ]);
  const known = [question, ...quotes].flatMap(numbersOf);
  return numbersOf(message).filter((number) => !known.includes(number));
}

describe('a draft that is held against the report', () => {
  it.each(DRAFTS)('is $verdict: $draft', ({ report, draft, verdict, shows, says }) => {
    const answer = CORES[report].answerer.answer(draft);

    const shown = answer.answers.map(({ text }) => text).join('\n');
    expect({ verdict: readVerdict(answer), message: answer.message, shown }).toMatchObject({ verdict });
    for (const number of shows) expect(shown).toContain(number);
    for (const words of says) expect(answer.message).toContain(words);
    expect(findStray(answer)).toEqual([]);
  });
});
