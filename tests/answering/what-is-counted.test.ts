import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answering/create-answerer.ts';
import { loadKnowledge } from '../../src/loading/load-knowledge.ts';
import { realAnswerer } from '../support/real-knowledge.ts';

const readAlone = (seedsDir: string) =>
  createAnswerer(loadKnowledge({ seedsDir, knowledgeDir: 'tests/fixtures/other-reports/none' }));

describe('what is counted', () => {
  it.each([
    // Another thing is counted, in whose name the one asked for merely stands.
    '退役军人总数',
    '全市社会组织总数是多少',
    '社会组织党组织有多少个',
    '救助管理站全市现有几个',
    '救助站一共几个',
    '乡镇总数是多少',
    // Some of them are counted, because something was done with them.
    '公墓有多少',
    '未成年人保护中心现有几个',
    // What is aimed at is not what there is.
    '全市一共有多少个婚姻辅导站',
    // What one gets is not what was paid in all; a share is no number of things.
    '农村低保全年花了多少钱',
    '床位补贴去年总共补出去多少钱',
    '养老床位补贴一共发了多少钱',
    '优待金总额是多少',
    '审批事项精减了46%,具体砍掉的是多少项',
  ])('is not answered with the number of something else: %s', (question) => {
    expect(realAnswerer.answer(question).status).toBe('abstained');
  });

  it.each([
    ['慈善组织总数', '89家'],
    ['全市有多少家养老机构', '1403个'],
    ['低保户有多少人', '89.2万人'],
    ['孤儿总数', '4000余名'],
    ['志愿者有多少人', '558万人'],
    ['专业社工岗位有多少', '1.49万个'],
    ['矛盾有多少件', '23万余件'],
    ['非法社会组织有多少家', '70余家'],
    ['婚姻登记总数', '39.5万对'],
    ['特困人员一个月发多少钱', '710元/月'],
  ])('is answered however loosely it is said: %s', (question, value) => {
    const answer = realAnswerer.answer(question);

    expect(answer.status).toBe('answered');
    expect(answer.answers.map(({ text }) => text).join('\n')).toContain(value);
  });

  it('asks back where nothing is named', () => {
    expect(readAlone('tests/fixtures/other-reports/seeds').answer('达到多少?').status).toBe('clarify');
  });

  it.each([
    ['tests/fixtures/other-reports/seeds', '危桥总数是多少', null],
    ['tests/fixtures/other-reports/seeds', '路长有多少名', '689名'],
    ['tests/fixtures/other-reports-2/seeds', '低保全年花了多少钱', null],
    ['tests/fixtures/other-reports-2/seeds', '敬老院有多少所', '17所'],
    ['tests/fixtures/other-reports-2/seeds', '农民合作社有多少家', '713家'],
  ])('holds for a report nobody reviewed (%s): %s', (seedsDir, question, value) => {
    const answer = readAlone(seedsDir).answer(question);

    expect(answer.status).toBe(value === null ? 'abstained' : 'answered');
    if (value !== null) expect(answer.answers[0]?.text).toContain(value);
  });
});
