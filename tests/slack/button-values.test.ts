import { describe, expect, it } from 'vitest';
import {
  decodeFormSubject,
  decodeValue,
  encodeFormSubject,
  encodeValue,
  fitsValue,
} from '../../src/slack/button-values.ts';

describe('button values', () => {
  it('come back as they went out', () => {
    expect(decodeValue('context', encodeValue({ q: 'id', n: 2 }))).toEqual({ q: 'id', n: 2 });
    expect(decodeValue('place', encodeValue({ source: 'r', start: 1, end: 2 }))).toEqual({
      source: 'r',
      start: 1,
      end: 2,
    });
  });

  it.each([undefined, '', 'x', '{}', '{"q":""}', '{"q":"id","n":-1}', '{"q":"id","n":0,"more":1}', '[]'])(
    'refuse %s',
    (value) => {
      expect(() => decodeValue('context', value)).toThrow(expect.objectContaining({ code: 'input_invalid' }));
    },
  );

  it.each([
    { characters: 1_990, fits: true },
    { characters: 1_991, fits: false },
  ])('fit with a question of $characters characters: $fits', ({ characters, fits }) => {
    expect(fitsValue({ ask: '问'.repeat(characters) })).toBe(fits);
  });
});

describe('form subjects', () => {
  it('come back as they went out, and are refused otherwise', () => {
    const subject = { kind: 'wrong-number', q: 'id', channel: 'C1' } as const;

    expect(decodeFormSubject(encodeFormSubject(subject))).toEqual(subject);
    expect(() => decodeFormSubject('{"kind":"other","q":"id"}')).toThrow();
  });
});
