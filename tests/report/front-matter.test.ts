import { describe, expect, it } from 'vitest';
import { classifyNoise, isByline, isPublisher } from '../../src/report/front-matter.ts';

describe('classifyNoise', () => {
  it.each([
    { text: '', reason: 'blank' },
    { text: '上QQ阅读APP看书,第一时间看更新', reason: 'advertisement' },
    { text: '扫码关注公众号,查看更多', reason: 'advertisement' },
    { text: '下载客户端继续阅读', reason: 'advertisement' },
    { text: 'https://example.org/report', reason: 'advertisement' },
    { text: '(执笔人:梁万琴)', reason: 'author-note' },
    { text: '撰稿:张三', reason: 'author-note' },
    { text: '责任编辑:李四', reason: 'author-note' },
    { text: '下载', reason: 'page-furniture' },
    { text: '【字号:', reason: 'page-furniture' },
    { text: '】', reason: 'page-furniture' },
    { text: '字体:[大 中 小]', reason: 'page-furniture' },
    { text: '打印 | 收藏 | 关闭窗口', reason: 'page-furniture' },
    { text: '分享到: 微信 微博', reason: 'page-furniture' },
    { text: '您当前的位置:首页 > 政务公开 > 政府工作报告', reason: 'page-furniture' },
    { text: '首页 > 教育局 > 年度总结', reason: 'page-furniture' },
    { text: '上一篇', reason: 'page-furniture' },
    { text: '索引号 11332500MB1960337R/2023-43840', reason: 'author-note' },
    { text: '文号 丽卫〔2023〕46号', reason: 'author-note' },
  ])('calls “$text” $reason', ({ text, reason }) => {
    expect(classifyNoise(text)).toBe(reason);
  });

  it.each([
    '一、2018年发展回顾',
    '推广政务客户端,群众可在线查看办理进度,全年下载量达到12万次,月活跃用户3万人。',
    '记者站建设',
    '中小学校',
    '打印机产量120万台。',
    '大中小企业融通发展',
    '图书馆收藏',
    '来源于财政的资金1亿元。',
    '编辑出版地名志2部',
  ])('leaves “%s” to the report', (text) => {
    expect(classifyNoise(text)).toBeNull();
  });
});

describe('notes of web pages', () => {
  it.each(['来源:某日报', '时间:2026-02-02', '发布日期: 2024-01-05', '张三作政府工作报告。本报记者 李四摄'])(
    'are no content: “%s”',
    (text) => {
      expect(classifyNoise(text)).toBe('author-note');
    },
  );
});

describe('isPublisher', () => {
  it.each(['重庆市民政局', '青岚县人民政府', '市交通运输委员会', '办公厅'])('accepts “%s”', (text) => {
    expect(isPublisher(text)).toBe(true);
  });

  it.each(['民政工作', '重庆经济年鉴(2019)', '2018年民政局', '局'])('refuses “%s”', (text) => {
    expect(isPublisher(text)).toBe(false);
  });
});

describe('isByline', () => {
  it.each([
    '(2022年1月18日)',
    '2022年1月18日在县人民代表大会上',
    '——在全县交通运输工作会议上的讲话',
    '县长 张三',
    '各位代表:',
    '某县人民政府县长 张 三',
    '自治区人民政府主席 张三',
  ])('accepts “%s”', (text) => {
    expect(isByline(text)).toBe(true);
  });

  it.each(['民政工作', '政府工作报告', '重庆市民政局'])('refuses “%s”', (text) => {
    expect(isByline(text)).toBe(false);
  });
});
