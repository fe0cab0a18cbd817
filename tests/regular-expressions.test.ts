import { describe, expect, it } from 'vitest';
import { findContracted, findShared } from '../src/answering/understanding/contractions.ts';
import { readSourceFiles } from './support/read-sources.ts';
import { realAnswerer } from './support/real-knowledge.ts';

/**
 * What may be put into a pattern: a constant, the source of another pattern, and text that has been escaped. Everything
 * else is listed here, with why it cannot hold a sign that means something in a pattern.
 */
const SAFE = /^(?:[A-Z][A-Z0-9_]*|[\w.]+\.source|escapePattern\(.*\))$/u;
const KNOWN_SAFE: readonly { readonly file: string; readonly part: string; readonly why: string }[] = [
  { file: 'answering/understanding/contractions.ts', part: 'first', why: 'a Chinese character' },
  { file: 'answering/understanding/contractions.ts', part: 'second', why: 'a Chinese character' },
  { file: 'answering/understanding/contractions.ts', part: 'gap', why: 'made of Chinese characters' },
  { file: 'report/report-years.ts', part: 'first', why: 'a number' },
  { file: 'report/figure-times.ts', part: 'eve', why: 'a number' },
  { file: 'slack/ids.ts', part: 'action', why: 'an id written in this code' },
];

/** The first argument of every `new RegExp(…)` of a source, up to its closing bracket or the flags. */
function patternsIn(source: string): readonly string[] {
  return [...source.matchAll(/new RegExp\(\s*`((?:[^`\\]|\\.)*)`/gsu)].map(([, pattern = '']) => pattern);
}

const partsOf = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/\$\{([^}]*)\}/gu)].map(([, part = '']) => part.trim());

describe('patterns made while the bot runs', () => {
  it('hold constants and escaped text, and nothing of what people write', () => {
    const unsafe = readSourceFiles('src').flatMap(({ file, text }) =>
      patternsIn(text)
        .flatMap(partsOf)
        .filter((part) => !SAFE.test(part))
        .filter((part) => !KNOWN_SAFE.some((known) => known.file === file && known.part === part))
        .map((part) => `${file}: ${part}`),
    );

    expect(unsafe).toEqual([]);
  });

  it.each(['A+', '+级', '(级', '级[', '**', '\\级', '级?', '级$'])('none is made of “%s”', (word) => {
    const tokenizer = { segment: () => [], isWord: () => true } as never;

    expect(findContracted(word, '级数级数', tokenizer)).toEqual([]);
    expect(findShared(word, '级数级数', tokenizer)).toEqual([]);
  });

  it.each(['A+', '级+', '(', '[', '\\', '*', '?<', '$&'])('“%s” may be asked, again and again', (sign) => {
    for (const question of [`${sign}级社会组织有多少家`, `养老机构${`${sign}级`.repeat(30)}有多少张床位`]) {
      expect(['answered', 'abstained', 'clarify']).toContain(realAnswerer.answer(question).status);
    }
  });

  it('text that is too long to be a question is refused without reading it', () => {
    const answers = [8_000, 501].map((length) =>
      realAnswerer.answer('九千九百九十九亿'.repeat(1_000).slice(0, length)),
    );

    expect(answers).toMatchObject([{ reason: 'too-long' }, { reason: 'too-long' }]);
    expect(answers.map(({ understoodAs }) => understoodAs)).toEqual([undefined, undefined]);
  });
});
