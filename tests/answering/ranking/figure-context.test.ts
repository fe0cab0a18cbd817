import { describe, expect, it } from 'vitest';
import { describeFigures } from '../../../src/answering/ranking/figure-context.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

const TEXT = `青溪县2024年教育公报
一、各级教育
全县教育投入3.6亿元。普通高中招生9.5万人，比上年增加0.4万人；在校生27.1万人；毕业生8.8万人。专任教师2.2万人。
民办普通高中在校生4.9万人。
`;

const knowledge = buildKnowledge({ seeds: [{ name: 'school.txt', text: TEXT }], knowledge: WORD_LISTS });
const figures = knowledge.reports.flatMap((known) => describeFigures(known));
const contextOf = (printed: string) => {
  const found = figures.find(({ figure }) => TEXT.slice(figure.start, figure.end).includes(printed));
  if (!found) throw new Error(`no number ${printed}`);
  return found;
};

describe('what a number goes on about', () => {
  it('is what leads its sentence, up to the first number', () => {
    expect(contextOf('0.4').topic).toBe('普通高中招生');
    expect(contextOf('3.6').before).toBe('');
  });

  it('is what began the printed sentence, behind semicolons', () => {
    expect(contextOf('8.8').topic).toBe('毕业生');
    expect(contextOf('8.8').before).toBe('全县教育投入 普通高中招生 在校生');
  });

  it('is what the sentence before was about', () => {
    expect(contextOf('2.2').before).toBe('全县教育投入 普通高中招生 毕业生');
  });

  it('is nothing of another paragraph', () => {
    expect(contextOf('4.9').topic).toBe('民办普通高中在校生');
    expect(contextOf('4.9').before).toBe('');
  });
});
