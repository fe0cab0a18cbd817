import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';
import { realAnswerer } from '../support/real-knowledge.ts';

/** A report of another department, read without any reviewed file. */
const transport = createAnswerer(
  loadKnowledge({
    seedsDir: 'tests/fixtures/other-reports/seeds',
    knowledgeDir: 'tests/fixtures/other-reports/none',
  }),
);

/** The title of the first answer and how many points it has. */
function first(question: string, answerer = realAnswerer): string {
  const [answer] = answerer.answer(question).answers;
  return answer?.kind === 'section' ? `${answer.text} ${answer.points.length}` : (answer?.kind ?? 'none');
}

describe('a question that is a name, or asks about a slogan', () => {
  it.each([
    ['大养老', '(三)围绕“老有所养”,加快构建“大养老”格局 3'],
    ['共建共治', '(五)围绕“共建共治”,加快构建“大治理”格局 3'],
    ['“大党建”格局今年怎么建?', '(一)围绕“从严治党”,加快构建“大党建”格局 7'],
    // A slip in a word that the report has in quotation marks.
    ['大数剧格局怎么构建', '(七)围绕“智能驱动”,加快构建“大数据”格局 3'],
    ['养老服务体系不断健全', '一是养老服务体系不断健全。 1'],
  ])('%s', (question, expected) => {
    expect(first(question)).toBe(expected);
  });

  it.each([
    ['扩投资', '1．全力以赴扩投资 3'],
    ['项目建设再上台阶', '1．项目建设再上台阶 3'],
    ['守底线怎么守', '3．坚持不懈守底线 2'],
  ])('%s, in another report', (question, expected) => {
    expect(first(question, transport)).toBe(expected);
  });
});

describe('a topic as a field of work', () => {
  it.each([
    ['去年双拥这条线上有什么成绩', '二是双拥工作持续发展。 1'],
    ['2019年社会救助领域打算做哪些事', '(二)围绕“弱有所扶”,加快构建“大救助”格局 4'],
    ['慈善方面的工作去年做得怎么样', '(三)实施社会福利普惠行动,养老服务和慈善事业加快发展 4'],
    // The names of the points say what the name of the section does not.
    ['去年优抚、安置、双拥都有什么成绩', '(五)实施军民融合拥军行动,优抚安置政策全面落实 3'],
    ['地名、殡葬、婚姻收养去年做了些啥', '(六)实施专项事务优化行动,公共服务体系不断健全 4'],
    // A part of the topic is not the topic.
    ['社会组织方面今年怎么安排', '二是引导社会组织健康发展。 5'],
    ['智慧民政信息化建设今年有哪些工作安排', '(七)围绕“智能驱动”,加快构建“大数据”格局 3'],
  ])('%s', (question, expected) => {
    expect(first(question)).toBe(expected);
  });

  it.each([
    ['物流这条线去年有哪些成绩', '（2）货运物流量质齐升。 4'],
    ['治超领域去年做了什么', '（2）治超工作成效明显。 2'],
  ])('%s, in another report', (question, expected) => {
    expect(first(question, transport)).toBe(expected);
  });
});
