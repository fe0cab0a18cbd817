import { describe, expect, it } from 'vitest';
import type { ExplainingAnswerer } from '../../src/answering/create-answerer.ts';
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

const textsOf = (question: string, answerer: ExplainingAnswerer = realAnswerer): string[] =>
  answerer.answer(question).answers.map(({ text }) => text);

describe('what is asked for in all', () => {
  it.each(['救灾一共拨了多少钱', '救灾总共下拨了多少钱'])('is told with each of its sums: %s', (question) => {
    expect(textsOf(question)).toEqual(['救灾应急资金:2136万元、冬春救助资金:1.17亿元']);
  });

  it.each([
    ['救灾应急资金一共拨了多少', '救灾应急资金:2136万元'],
    ['低保一共花了多少钱', '低保资金支出:45.35亿元'],
  ])('is one sum where it is named: %s', (question, text) => {
    expect(textsOf(question)).toEqual([text]);
  });
});

describe('which things do something', () => {
  it.each([
    ['有哪些立法要启动', ['养老服务条例', '社会工作条例', '殡葬管理条例']],
    ['有哪些条例要立法', ['养老服务条例', '社会工作条例', '殡葬管理条例']],
    ['被民政部转发的有哪些文件', ['关于加强民政行政执法工作的意见', '查处非法社会组织操作指引']],
  ])('is told of all of them: %s', (question, names) => {
    const texts = textsOf(question);

    expect(texts).toHaveLength(names.length);
    for (const name of names) expect(texts.join('\n')).toContain(name);
  });

  it('is told of one where it is asked how one is done', () => {
    expect(textsOf('结婚登记耍假的、严重失信的咋个整治')).toHaveLength(1);
  });
});

describe('two numbers asked for without a comma', () => {
  it.each([
    ['临时救助花了多少救了多少人', '临时救助资金支出:5.3亿元、临时救助困难群众人次:19.66万人次'],
    ['特困供养发了多少保障了多少人', '特困供养金发放额:16.49亿元、特困对象人数:18.54万人'],
    [
      '解决了多少问题化解了多少矛盾',
      '三事分流解决群众反映问题件数:58万余件、三事分流化解群众矛盾件数:23万余件',
    ],
    ['安置了多少退役士兵培训了多少', '阳光安置退役士兵人数:1万余名、自主就业退役士兵培训人数:2000余名'],
    ['慈善捐了多少钱受益多少人', '接受慈善捐赠额:10.6亿元、慈善捐赠受益人次:200万人次'],
  ])('are both told: %s', (question, text) => {
    expect(textsOf(question)[0]).toBe(text);
  });

  it('are told apart where one of them is not found', () => {
    expect(realAnswerer.answer('清退了多少墓位查处了多少家').message).toContain('“查处了多少家”');
  });

  it('are both told of a report nobody has asked about', () => {
    expect(textsOf('改造危桥了多少座新建了多少座桥梁', transport)[0]).toBe('改造危桥71座、新建桥梁43座');
  });
});

describe('a place told by counting', () => {
  it.each([
    ['第二部分第三节讲什么', '(三)围绕“老有所养”,加快构建“大养老”格局'],
    ['第二部分第三条', '(三)围绕“老有所养”,加快构建“大养老”格局'],
    ['2019年发展目标第三节原文', '(三)围绕“老有所养”,加快构建“大养老”格局'],
    ['2018年回顾第二节讲的什么', '(二)实施基本民生保障行动,社会救助水平稳步提升'],
    ['第二部分第三节第二条说什么', '二是完善养老服务法规政策。'],
    ['大养老第二条是什么', '二是完善养老服务法规政策。'],
    ['第一部分写了什么', '一、2018年发展回顾'],
    ['第二部分最后一节', '(八)围绕“稳中求进”,加快构建“大保障”格局'],
    ['目标部分第四条讲什么', '(四)围绕“幼有所育”,加快构建“大关爱”格局'],
  ])('is shown: %s', (question, text) => {
    expect(realAnswerer.answer(question).answers).toMatchObject([{ kind: 'section', text }]);
  });

  it.each([
    ['第二部分第三节', '3．安全环保守住底线'],
    ['第二部分第三节第二条原文', '（2）治超工作成效明显。'],
    ['今后五年的目标和任务第二条', '2．打造便捷经济的运输服务'],
  ])('is shown in another report: %s', (question, text) => {
    expect(transport.answer(question).answers).toMatchObject([{ kind: 'section', text }]);
  });

  it.each([
    ['第三部分讲什么', '报告只分2个部分。'],
    ['第二部分第九节', '“二、2019年发展目标”下面只有8项。'],
  ])('that there is not is said so: %s', (question, message) => {
    expect(realAnswerer.answer(question)).toMatchObject({ status: 'abstained', message });
  });
});

describe('the original of a topic', () => {
  it.each([
    ['慈善那段原文', '三是抓好慈善事业。'],
    ['给我来段写慈善的原文', '三是抓好慈善事业。'],
    ['来一段关于双拥的原文', '二是双拥工作持续发展。'],
  ])('is shown as a whole: %s', (question, text) => {
    expect(realAnswerer.answer(question).answers[0]).toMatchObject({ kind: 'section', text });
  });

  it('is shown of another report, too', () => {
    expect(textsOf('污染防治那段原文', transport)).toEqual(['（3）污染防治持续发力。']);
  });
});

describe('a rank that is asked what it is', () => {
  it.each([
    ['全国第14位说的是什么', '城市公益指数全国排名:第14位'],
    ['全国第5位指什么', '儿童政策省级创新指数全国排名:第5位'],
    ['西部第1位代表什么', '儿童政策省级创新指数西部排名:第1位'],
  ])('is told: %s', (question, text) => {
    expect(textsOf(question)).toEqual([text]);
  });
});

describe('who wants a text written', () => {
  it.each([
    '帮我写一段关于养老的讲话',
    '帮我起草一份民政工作总结',
    '写一篇低保的新闻稿',
    '替我润色一下这个稿子',
    '给我写个致辞',
    '拟个通知',
    '帮我编一段关于养老的新闻',
  ])('is told that it is not: %s', (question) => {
    const { status, message } = realAnswerer.answer(question);

    expect(status).toBe('abstained');
    expect(message).toMatch(/^我不写稿子/u);
  });

  it.each(['写材料要用，低保资金支出多少', '起草了哪些条例', '编制了哪些规范'])(
    'is not who asks: %s',
    (question) => {
      expect(realAnswerer.answer(question).message ?? '').not.toMatch(/^我不写稿子/u);
    },
  );
});

describe('a question back', () => {
  it('offers what the doing is said of, and nothing else of the kind', () => {
    const labels = realAnswerer.answer('一共救助了多少人').choices.map(({ label }) => label);

    expect(labels).toContain('临时救助困难群众人次');
    expect(labels).toContain('低保对象人数');
    expect(labels).not.toContain('专题培训人次');
  });
});
