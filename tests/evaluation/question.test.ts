import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../../src/evaluation/question.ts';

const LINE = '{"id":"a","kind":"refusal","question":"","expect":{"status":"abstained"}}';

describe('parseQuestions', () => {
  it('reads one question a line and skips blank lines', () => {
    expect(parseQuestions(`${LINE}\r\n\n`, 'q.jsonl')).toHaveLength(1);
  });

  it.each([
    { fault: 'no JSON', line: '{', says: 'q.jsonl:2: not JSON' },
    {
      fault: 'an unknown kind',
      line: LINE.replace('refusal', 'riddle').replace('"a"', '"b"'),
      says: 'q.jsonl:2',
    },
    { fault: 'an id used twice', line: LINE, says: 'q.jsonl:2: id "a" is used twice' },
    {
      fault: 'a misspelt expectation',
      line: LINE.replace('"a"', '"b"').replace('"abstained"', '"answered","valeu":"1"'),
      says: 'q.jsonl:2',
    },
  ])('names the line with $fault', ({ line, says }) => {
    expect(() => parseQuestions(`${LINE}\n${line}`, 'q.jsonl')).toThrow(says);
  });
});
