import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';

/** A report of another department, read without any reviewed file. */
const answerer = createAnswerer(
  loadKnowledge({
    seedsDir: 'tests/fixtures/other-reports/seeds',
    knowledgeDir: 'tests/fixtures/other-reports/none',
  }),
);

/** The kind of the first answer, its title or sentence, and how many points it has. */
function first(question: string): string {
  const { answers, status } = answerer.answer(question);
  const [answer] = answers;
  if (!answer) return status;
  return answer.kind === 'section' ? `${answer.text} ${answer.points.length}` : answer.text;
}

describe('lists', () => {
  it.each([
    // However it is asked, the section that is named so.
    ['去年运输保障都干了些啥', '2．运输保障平稳有序 3'],
    ['2021年运输保障做了哪几件事', '2．运输保障平稳有序 3'],
    ['去年安全环保分哪几块', '3．安全环保守住底线 3'],
    ['今后五年绿色安全治理准备咋搞', '3．构建安全绿色的治理体系 2'],
    // Nothing but the time: the whole part.
    ['2022年重点工作有哪几项', '第四部分　2022年重点工作 4'],
    // A sentence that introduces a list is answered with the list.
    ['今年集中推进的重点项目有哪些', '今年集中推进以下6个项目 6'],
    ['去年工作中存在哪些问题和不足', '在肯定成绩的同时，我们也清醒地看到，工作中还存在一些问题和不足 4'],
  ])('%s', (question, expected) => {
    expect(first(question)).toBe(expected);
  });
});

describe('sentences', () => {
  it.each([
    // The kind of thing asked for need not be said.
    ['哪个班组拿了工人先锋号', /客运南站班组/u],
    ['路长制出了什么办法', /《青岚县农村公路管理办法》/u],
    ['老年人坐公交有什么政策', /65周岁以上老年人免费乘坐公交/u],
    // Who wrote it.
    ['这份报告谁写的', /^青岚县交通运输局$/u],
  ])('%s', (question, expected) => {
    expect(first(question)).toMatch(expected);
  });

  it.each([
    '哪些医院修了公路',
    '客运南站建在哪些街道',
    '今年要建哪些机场',
    '飞行员有哪些补贴政策',
    '公交公司经理叫什么名字',
  ])('%s is refused', (question) => {
    expect(first(question)).toBe('abstained');
  });
});
