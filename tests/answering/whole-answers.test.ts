import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';
import { realAnswerer } from '../support/real-knowledge.ts';

const CASES = 'tests/fixtures/answers';

/** A report of another department, read without any reviewed file: its answers change only with the code. */
const answerer = createAnswerer(
  loadKnowledge({
    seedsDir: 'tests/fixtures/other-reports/seeds',
    knowledgeDir: 'tests/fixtures/other-reports/none',
  }),
);

describe('whole answers', () => {
  it.each(readdirSync(CASES))('%s', async (name) => {
    const question = readFileSync(join(CASES, name, '_question.txt'), 'utf8').trim();

    const answer = answerer.answer(question);

    expect(answerer.answer(question)).toEqual(answer);
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(
      join('..', '..', CASES, name, 'answer.json'),
    );
  });
});

describe('a pasted draft that goes on without naming its thing again', () => {
  it.each([
    ['特困供养标准提高到710元/月，发放特困供养金16.49亿元，保障18.54万人', /^写的数与报告一致/u],
    ['全年接受慈善捐赠10.6亿元，同比增长5%', /“同比增长”没有查到/u],
    [
      '下拨救灾应急资金2136万元，82万名受灾群众基本生活得到保障',
      /“受灾群众基本生活得到保障”的数与报告不一致/u,
    ],
    ['下拨救灾应急资金2136万元，72万名受灾群众基本生活得到保障', /^写的数与报告一致/u],
    ['销售福彩58.27亿元，筹集公益金17.36亿元，增长3.26%', /^“增长”的数与报告不一致/u],
    [
      '稿子写销售福彩58.27亿元，同比增长3.62%，筹集公益金17.36亿元，增长4.94%，对吗',
      /^“同比增长”、“增长”的数/u,
    ],
    ['稿子写销售福彩58.27亿元，同比增长4.94%，筹集公益金17.36亿元，增长3.62%，对吗', /^写的数与报告一致/u],
  ])('is held against the sentence that was told: %s', (draft, verdict) => {
    const { message, answers } = realAnswerer.answer(draft);

    expect(message).toMatch(verdict);
    expect(answers.map(({ text }) => text).join()).not.toContain('89.2');
  });
});

describe('a question after what it is asked for', () => {
  it.each([
    '马上又要清明了，我们在做今年的客流预案，想参考一下去年清明节安全接待了多少祭扫群众？',
    '殡葬科在排班，今年的人手还没定，麻烦告诉我去年清明节安全接待了多少祭扫群众',
  ])('is as sure as its last clause, whose year is the one asked for: %s', (question) => {
    expect(realAnswerer.answer(question).answers[0]?.text).toContain('398.4万人次');
  });

  it('is not answered where what is told before it names a place that is in no report', () => {
    expect(realAnswerer.answer('长沙的墓园很挤，清明节安全接待了多少祭扫群众').status).toBe('abstained');
  });
});
