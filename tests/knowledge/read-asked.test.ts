import { describe, expect, it } from 'vitest';
import { buildKnowledge, readKnowledge } from '../../src/knowledge/build-knowledge.ts';

const SEED = {
  name: 'town.txt',
  text: '青禾县民政工作\n青禾县民政局\n一、2018年工作回顾\n全年发放低保金3.2亿元。新建养老院12所。\n二、2019年工作目标\n新建养老院15所。\n',
};
const read = (text: string) =>
  readKnowledge({ seeds: [SEED], knowledge: [{ name: 'asked/town.jsonl', text }] });

describe('the questions known for a report', () => {
  const [figure] = buildKnowledge({ seeds: [SEED], knowledge: [] }).reports[0]?.figures ?? [];
  const place = `figure:${figure?.start}-${figure?.end}`;

  it('point at its numbers', () => {
    const { knowledge, issues } = read(
      `{"asked":"吃低保的钱发了多少","from":"clerk","answers":["${place}"]}\n`,
    );

    expect(issues).toEqual([]);
    expect(knowledge.asked).toEqual([
      {
        question: '吃低保的钱发了多少',
        from: 'clerk',
        report: 'town',
        answers: [place.replace(':', ':town:')],
      },
    ]);
  });

  it.each([
    { text: '{"asked":"x"', says: 'asked/town.jsonl:1: not a line of' },
    {
      text: '\n{"asked":"多少","from":"clerk","answers":["figure:1-2"]}',
      says: 'asked/town.jsonl:2: figure:1-2 is no number',
    },
  ])('are named by file and line when they do not fit: $text', ({ text, says }) => {
    expect(read(text).issues[0]).toContain(says);
  });
});
