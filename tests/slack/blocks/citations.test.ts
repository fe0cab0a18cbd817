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

  it('are said to be only the nearest where nothing was found', () => {
    const { quote, section, source, start, end } = makeFigure();
    const refused = makeAnswer({
      status: 'abstained',
      answers: [],
      nearest: [{ quote, section, source, start, end }],
    });

    expect(citationMessage(refused, titleOf).text.split('\n')[0]).toBe(
      '刚才没有查到确定的答案，下面只是最接近的原文，引用前请核对。',
    );
    expect(readBlocks(citationMessage(refused, titleOf).blocks)).toContain('只是最接近的原文');
  });
});
