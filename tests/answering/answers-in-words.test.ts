import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';
import { realAnswerer } from '../support/real-knowledge.ts';

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
    // Reports own up to what is wanting in words of their own.
    ['还有哪些薄弱环节', '在肯定成绩的同时，我们也清醒地看到，工作中还存在一些问题和不足 4'],
    ['目前面临什么困难', '在肯定成绩的同时，我们也清醒地看到，工作中还存在一些问题和不足 4'],
  ])('%s', (question, expected) => {
    expect(first(question)).toBe(expected);
  });
});

describe('sentences', () => {
  it.each([
    // The kind of thing asked for need not be said.
    ['哪个班组拿了工人先锋号', /客运南站班组/u],
    ['路长制出了什么办法', /《青岚县农村公路管理办法》/u],
    ['农村公路管理专门出了什么办法', /《青岚县农村公路管理办法》/u],
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

describe('one of a kind', () => {
  it.each([
    // A kind of place is shown by a name of one.
    ['哪个区县出了殡葬管理条例', /酉阳县/u],
    // Companies are shown by their names, wherever they come from.
    ['养老这块去年引来了哪些外地、外国的企业', /新加坡优护/u],
    ['社会组织方面哪份文件让民政部转发给全国看', /《查处非法社会组织操作指引》/u],
    // `以什么为基数`: the kind stands behind a small word.
    ['义务兵家庭优待金是以什么为基数算的', /人均可支配收入/u],
    ['城乡低保差距今年要缩到什么程度', /不低于1∶0\.76/u],
    // Adverbs and words for whatever a thing stands in need not be printed.
    ['市委常委会专门听取过什么工作汇报', /^市委常委会专题听取/u],
    ['今年社区层面想设立一个什么基金', /社区救助基金/u],
    ['扶贫领域哪些行为是绝对不允许、一定要查的', /优亲厚友/u],
    // A numeral in words is a part of a name.
    ['平台要覆盖哪四级', /社区四级/u],
    // Whether something is aimed at is told in words.
    ['今年福利彩票的发行总量是要往上提吗', /提高彩票发行总量/u],
  ])('%s', (question, expected) => {
    const [answer] = realAnswerer.answer(question).answers;
    expect(answer?.quote).toMatch(expected);
  });

  it.each([
    '哪个区县出了养老服务条例',
    '哪个社区当上了示范社区',
    '双拥模范城是哪个区拿的',
    '哪家医院被评为养老示范',
    '哪些学校参加了双拥活动',
    '什么专家参加了地名普查',
    '慈善捐赠的企业有哪些',
    '哪些企业捐了款',
    '救助站的站长是谁',
    '低保金是以什么形式发放的',
    '养老机构收费是以什么为依据的',
  ])('%s is refused', (question) => {
    expect(realAnswerer.answer(question).status).not.toBe('answered');
  });
});

describe('a question that names nothing', () => {
  it.each([
    '年底建得完吗',
    '到年底能不能建完',
    '今年建得完吗',
    '建得完吗',
    '能完成吗',
    '年底前完得成吗',
    '今年能全部完成吗',
    '能不能按期建成',
    '年底推进得完吗',
    '年底能落实吗',
  ])('is answered by no sentence that only has its verb: %s', (question) => {
    expect(realAnswerer.answer(question).status).not.toBe('answered');
  });
});
