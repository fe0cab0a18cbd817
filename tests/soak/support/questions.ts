import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Random } from './random.ts';

const FOLDER = 'tests/eval';
const LineSchema = z.object({ question: z.string() });

/** Every question of the evaluation: what people ask. */
export function readQuestions(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split('\n'))
    .map((line) => LineSchema.parse(JSON.parse(line)).question);
}

/** What has stopped, slowed down or broken some program before: repetitions, patterns, markup, controls, halves. */
const ODDITIES: readonly string[] = [
  'ﷺ',
  '与日倍',
  'A+级',
  '(?<a>',
  '[[[',
  '\\',
  '.*.*.*',
  '$&',
  '<!channel>',
  '<@U1|x>',
  '```',
  '{"a":',
  "' or 1=1 --",
  '../../',
  '%s%n',
  '\0',
  '\u202e',
  '\u200b',
  '\ud83d',
  '👩‍👩‍👧‍👦',
  'e\u0301\u0302\u0303',
  '1e999',
  '-0',
  '9'.repeat(40),
  '九千九百九十九亿',
  '百分之百分之',
  '2018年比2019年比',
  '多少多少',
  '分别',
  '、',
  '?',
  '\n\n',
  '\t',
  'İ',
  'ß',
  '㍿',
  '½',
  '①',
  '𠮷',
];

const LONGEST = 8_000;

/** A question as nobody asks it: a real one that has been damaged, or none at all. */
export function damageQuestion(random: Random, questions: readonly string[]): string {
  const changes = random.between(1, 4);
  let text = random.chance(0.8) ? random.pick(questions) : '';
  for (let change = 0; change < changes; change += 1) text = damage(random, text, questions);
  return text.slice(0, LONGEST);
}

function damage(random: Random, text: string, questions: readonly string[]): string {
  const at = random.between(0, text.length);
  const to = random.between(at, text.length);
  switch (random.between(0, 6)) {
    case 0:
      return text.slice(0, at) + random.pick(ODDITIES) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, at) + random.pick(ODDITIES).repeat(random.between(2, 600)) + text.slice(at);
    case 3:
      return text.slice(to) + text.slice(0, to);
    case 4:
      return text + random.pick(questions);
    case 5:
      return text.slice(at, to).repeat(random.between(2, 40));
    default:
      return text.slice(0, at) + randomCharacters(random) + text.slice(at);
  }
}

function randomCharacters(random: Random): string {
  const length = random.chance(0.02) ? LONGEST : random.between(1, 60);
  // Mostly of the report's own script, where there is most to be found.
  const pick = () => (random.chance(0.8) ? random.between(0x4e00, 0x9fff) : random.between(0x20, 0xffff));
  return String.fromCharCode(...Array.from({ length }, pick));
}
