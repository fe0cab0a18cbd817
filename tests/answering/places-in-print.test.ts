import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answerer, Quote } from '../../src/answering/answer.ts';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { printedPlace } from '../../src/answering/quotes.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { readReceived } from '../../src/loading/read-received.ts';
import { answerMessage } from '../../src/slack/blocks/answer-message.ts';
import { citationText } from '../../src/slack/blocks/citations.ts';
import { contextMessage } from '../../src/slack/blocks/context-message.ts';
import { readBlocks } from '../support/slack/read-message.ts';
import { WORD_LISTS } from '../support/word-lists.ts';

async function answererOf(name: string): Promise<Answerer> {
  const bytes = readFileSync(`tests/fixtures/documents/${name}`);
  const reading = await readReceived({ id: 'qinglan', name, bytes });
  if (reading.kind !== 'read') throw new Error(reading.fault);
  return createAnswerer(
    buildKnowledge({
      seeds: [{ name: 'qinglan.txt', text: reading.text }],
      knowledge: WORD_LISTS,
      maps: [{ name: 'qinglan.map.json', text: reading.map }],
    }),
  );
}

const QUESTION = '东部望山县养老服务床位多少张';
const titleOf = () => '青岚民政';

describe('an answer from a printed report', () => {
  let answerer: Answerer;
  beforeAll(async () => {
    answerer = await answererOf('civil-affairs.pdf');
  });

  it('says on which page and in which paragraph its quote stands', () => {
    const [item] = answerer.answer(QUESTION).answers;

    expect(item).toMatchObject({ value: '2376', printedAt: { page: 2, paragraph: 1, row: 1 } });
    expect(item && printedPlace(item)).toBe('第2页第1段第1行');
  });

  it('shows the place in the source line, in that of the paragraph around it, and in what is copied', async () => {
    const answer = answerer.answer(QUESTION);
    const [item] = answer.answers;
    const shown = answerMessage(answer, {
      questionId: 'q',
      titleOf,
      opening: [],
      sharing: 'none',
      surface: 'message',
    });
    const contextOf = async ({ source, start, end }: Pick<Quote, 'source' | 'start' | 'end'>) =>
      answerer.contextOf(source, start, end);
    const context = await contextMessage(contextOf, answer, titleOf);

    expect(readBlocks(shown.blocks)).toContain('第2页第1段第1行');
    expect(readBlocks(context.blocks)).toContain('第2页第1段第1行');
    expect(item && citationText(item, titleOf)).toContain('，第2页第1段第1行');
  });
});

describe('an answer from a document without pages', () => {
  it('says in which paragraph its quote stands', async () => {
    const [item] = (await answererOf('civil-affairs.docx')).answer(QUESTION).answers;

    expect(item && printedPlace(item)).toMatch(/^第\d+段第\d+行$/u);
  });
});

describe('an answer from a text that was received as it is', () => {
  it('has no other place than its section', () => {
    const answerer = createAnswerer(
      buildKnowledge({
        seeds: [
          {
            name: 'a.txt',
            text: '青岚市民政报告\n\n一、回顾\n\n全年建成养老服务站36所。一是办得好。二是办得快,共12件。\n',
          },
        ],
        knowledge: WORD_LISTS,
      }),
    );
    const [item] = answerer.answer('养老服务站多少所').answers;

    expect(item).toMatchObject({ value: '36' });
    expect(item).not.toHaveProperty('printedAt');
  });

  it('has the whole paragraph as context, not only its point', () => {
    const paragraph = '全年工作有两条。一是建成养老服务站36所,覆盖所有乡镇。二是办结信访12件,群众满意。';
    const answerer = createAnswerer(
      buildKnowledge({
        seeds: [{ name: 'a.txt', text: `青岚市民政报告\n\n一、回顾\n\n${paragraph}\n` }],
        knowledge: WORD_LISTS,
      }),
    );
    const [item] = answerer.answer('养老服务站多少所').answers;

    expect(item && answerer.contextOf(item.source, item.start, item.end)?.quote).toBe(paragraph);
  });

  it('has a paragraph that the page cut into lines as one context', () => {
    const paragraph = '新增学位充足，全年增加3\n.2万个。客流回升，地铁日均运送旅客310万\n人次。';
    const text = `青岚市民政报告\n\n一、回顾\n\n${paragraph}\n\n另有一段说别的事，与前面无关。\n`;
    const answerer = createAnswerer(
      buildKnowledge({ seeds: [{ name: 'a.txt', text }], knowledge: WORD_LISTS }),
    );
    const start = text.indexOf('.2万个');

    expect(answerer.contextOf('a', start, start + 1)?.quote).toBe(paragraph);
  });
});
