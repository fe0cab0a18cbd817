import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answering/create-answerer.ts';
import { buildKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { reportNames } from '../../../src/slack/services.ts';
import { WORD_LISTS } from '../../support/word-lists.ts';

const report = (place: string, jobs: string) => ({
  name: `${place}.txt`,
  text: `2026年${place}政府工作报告\n——2026年1月20日在${place}第十四届人民代表大会第四次会议上\n一、2025年工作回顾\n城镇新增就业${jobs}。\n二、2026年重点工作\n新建体育公园7个。\n`,
});
const EAST = report('东山县', '14万人');
const WEST = report('西河县', '8万人');

/** The first line of each answer, as a notification shows them. */
function linesOf(question: string, seeds: readonly { readonly name: string; readonly text: string }[]) {
  const answerer = createAnswerer(buildKnowledge({ seeds, knowledge: WORD_LISTS }));
  const message = answerMessage(answerer.answer(question), {
    questionId: 'q',
    ...reportNames(answerer),
    opening: [],
    sharing: 'offered',
    surface: 'message',
  });
  return message.text.split('\n').toSorted();
}

describe('the first line of an answer', () => {
  it('says of which place its number is where reports on several are there', () => {
    expect(linesOf('去年城镇新增就业多少人', [EAST, WEST])).toEqual([
      expect.stringContaining('（东山县，2025年'),
      expect.stringContaining('（西河县，2025年'),
    ]);
  });

  it('says it where the question names the place', () => {
    expect(linesOf('东山县城镇新增就业多少人', [EAST])).toEqual([
      expect.stringContaining('（东山县，2025年'),
    ]);
  });

  it('leaves it out where it goes without saying', () => {
    expect(linesOf('去年城镇新增就业多少人', [EAST])).toEqual([expect.not.stringContaining('东山县')]);
  });

  it('leaves it out where every number of a comparison says its own', () => {
    expect(linesOf('东山县比西河县城镇新增就业多多少', [EAST, WEST])).toContainEqual(
      expect.stringMatching(/6万人（2025年/u),
    );
  });
});
