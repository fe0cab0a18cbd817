import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { citationMessage, sourceMessage } from '../../../src/slack/blocks/source-message.ts';
import { makeAnswer, makeFigure } from '../../support/make-answer.ts';
import { readBlocks } from '../../support/slack/read-message.ts';

const titleOf = () => '年鉴';
const received = makeAnswer({ answers: [{ ...makeFigure(), printedAt: { page: 3, paragraph: 2 } }] });

describe('page and paragraph of a report that was received as a document', () => {
  it('stand in the line below the quote', () => {
    const { blocks } = answerMessage(received, {
      questionId: 'q1',
      titleOf,
      opening: [],
      sharing: 'offered',
      surface: 'message',
    });

    expect(readBlocks(blocks)).toContain('《年鉴》 › 一、2018年发展回顾 › (二)社会救助 › 第3页第2段');
  });

  it('are copied with the quote, and told with its place', () => {
    expect(citationMessage(received, titleOf).text).toBe(
      '「城市低保标准提高到每人每月546元。」，《年鉴》，一、2018年发展回顾/(二)社会救助，第3页第2段',
    );
    expect(sourceMessage(received, titleOf).text).toContain('› 第3页第2段');
  });
});
