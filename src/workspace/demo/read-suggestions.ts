import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Suggestion } from '../protocol.ts';

const SuggestionsSchema = z.array(z.strictObject({ title: z.string(), text: z.string(), why: z.string() }));

/** What the start page offers, from `suggestions.yml` beside this file. */
export function readSuggestions(): readonly Suggestion[] {
  return SuggestionsSchema.parse(parse(readFileSync(new URL('./suggestions.yml', import.meta.url), 'utf8')));
}
