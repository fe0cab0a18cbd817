import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/slack/commands/command-table.ts';
import { readCommand } from '../../../src/slack/commands/read-command.ts';
import { splitEntry } from '../../../src/slack/commands/read-told.ts';

const CARE = '二、2019年发展目标/(三)围绕“老有所养”,加快构建“大养老”格局';
const TARGETS = [
  { id: 'stations', name: '社区养老服务站', section: CARE, year: 2019 },
  { id: 'centres', name: '市级示范社区养老服务中心', section: CARE },
  { id: 'skills', name: '“民政能力提升”工程', section: '二、2019年发展目标/(一)围绕“从严治党”' },
];
const SHOWN = { kind: 'export', every: 'week', time: null, words: [], isOfShown: true };
const WEEK = { kind: 'preview', every: 'week', time: null };
const read = (text: string) => readCommand(text, TARGETS);

describe('readCommand', () => {
  it('gives every name to one command only', () => {
    const names = COMMANDS.flatMap((row) => row.names);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each([
    { text: '', command: { kind: 'help' } },
    { text: '？', command: { kind: 'help' } },
    { text: '怎么用', command: { kind: 'help' } },
    { text: '目錄', command: { kind: 'outline' } },
    { text: '目标 滞后 养老', command: { kind: 'list', words: ['滞后', '养老'] } },
    { text: '进度', command: { kind: 'list', words: [] } },
    { text: '我的目标', command: { kind: 'list', words: ['我的'] } },
    { text: '滞后', command: { kind: 'list', words: ['滞后'] } },
    { text: '填报', command: { kind: 'record', target: null } },
    { text: '填报。', command: { kind: 'record', target: null } },
    { text: '撤销', command: { kind: 'undo', target: null } },
    { text: '负责人', command: { kind: 'assign', target: null } },
    { text: '暂停', command: { kind: 'pause', target: null, choice: 'pause' } },
    { text: '订阅设置', command: { kind: 'subscriptions', isPersonal: false } },
    { text: '设置', command: { kind: 'settings' } },
    { text: '报告', command: { kind: 'reports' } },
    { text: '未答', command: { kind: 'review' } },
    { text: '統計', command: { kind: 'statistics' } },
    { text: '有哪些报告？', command: { kind: 'reports' } },
    { text: '撤回报告', command: { kind: 'reports' } },
    { text: '没答上的', command: { kind: 'review' } },
    { text: '未答。', command: { kind: 'review' } },
    { text: ' 使用情况 ', command: { kind: 'statistics' } },
    { text: '频道报告', command: { kind: 'settings' } },
    { text: '设置报告', command: { kind: 'settings' } },
    { text: '退订', command: { kind: 'subscriptions', isPersonal: false, isAboutExisting: true } },
    { text: '我的订阅', command: { kind: 'subscriptions', isPersonal: true, isAboutExisting: true } },
    { text: '订阅 我的目标', command: { kind: 'subscriptions', isPersonal: true } },
    { text: '月报', command: { kind: 'preview', every: 'month', time: null } },
    { text: '季报 2019-07-01', command: { kind: 'preview', every: 'quarter', time: '2019-07-01' } },
    { text: '导出', command: SHOWN },
    { text: '导出 5月', command: { kind: 'export', every: 'week', time: '5月', words: [] } },
    { text: '导出5月', command: { kind: 'export', every: 'week', time: '5月', words: [] } },
    { text: '导出 上周', command: { kind: 'export', every: 'week', time: '上周', words: [] } },
    { text: '导出上周周报', command: { kind: 'export', every: 'week', time: '上周', words: [] } },
    { text: '导出月报', command: { kind: 'export', every: 'month', time: null, words: [] } },
    { text: '月报导出', command: { kind: 'export', every: 'month', time: null, words: [] } },
    { text: '导出 一季度', command: { kind: 'export', every: 'week', time: '一季度', words: [] } },
    { text: '导出 滞后', command: { kind: 'export', every: 'week', time: null, words: ['滞后'] } },
    { text: '导出 我的目标', command: { kind: 'export', every: 'week', time: null, words: ['我的'] } },
    { text: '导出 养老', command: { kind: 'export', every: 'week', time: null, words: ['养老'] } },
    {
      text: '导出 社区养老服务站进度',
      command: { kind: 'export', every: 'week', time: null, words: ['社区养老服务站'] },
    },
    { text: '订阅 每月', command: { kind: 'subscriptions', isPersonal: false, said: '每月' } },
    {
      text: '订阅 周五 17:00',
      command: { kind: 'subscriptions', isPersonal: false, said: '周五 17:00' },
    },
    {
      text: '订阅 我的目标 每月',
      command: { kind: 'subscriptions', isPersonal: true, said: '我的目标 每月' },
    },
    { text: '上期周报', command: { kind: 'preview', every: 'week', time: '上周' } },
    { text: '补发周报', command: { kind: 'diagnose', isToPost: true } },
    { text: '下次什么时候发', command: { kind: 'diagnose' } },
    { text: '你好！', command: { kind: 'help' } },
    { text: '使用帮助', command: { kind: 'help' } },
    { text: '详情 社区养老服务站', command: { kind: 'card', target: 'stations' } },
    { text: '填报 社区养老服务站 200', command: { kind: 'record', target: 'stations', said: '200' } },
    { text: '填报社区养老服务站 200个', command: { kind: 'record', target: 'stations', said: '200个' } },
    { text: '填报社区养老服务站200', command: { kind: 'record', target: 'stations', said: '200' } },
    { text: '填报 “民政能力提升”工程 进行中', command: { kind: 'record', target: 'skills', said: '进行中' } },
    { text: '周报 2019-06-24', command: { kind: 'preview', every: 'week', time: '2019-06-24' } },
    { text: '周报 2019年6月24号', command: { kind: 'preview', every: 'week', time: '2019年6月24号' } },
    { text: '周报 2019 年 6 月', command: { kind: 'preview', every: 'week', time: '2019年6月' } },
    { text: '周报2019 6 24', command: { kind: 'preview', every: 'week', time: '2019-6-24' } },
    { text: '周报 2019 06 24', command: { kind: 'preview', every: 'week', time: '2019-06-24' } },
    { text: '导出 2019 6 24', command: { kind: 'export', every: 'week', time: '2019-6-24', words: [] } },
    { text: '周报 上个星期', command: { kind: 'preview', every: 'week', time: '上个星期' } },
    { text: '上周周报', command: { kind: 'preview', every: 'week', time: '上周' } },
    { text: '周报上周', command: { kind: 'preview', every: 'week', time: '上周' } },
    { text: '上个月的月报', command: { kind: 'preview', every: 'month', time: '上个月' } },
    { text: '一季度季报', command: { kind: 'preview', every: 'quarter', time: '一季度' } },
    { text: '周报 明天', command: { kind: 'preview', every: 'week', time: '明天' } },
    { text: '月报 六月', command: { kind: 'preview', every: 'month', time: '六月' } },
    { text: '怎么订阅周报？', command: { kind: 'subscriptions', isPersonal: false } },
    { text: '请问怎么填报', command: { kind: 'record', target: null } },
    { text: '你能做什么', command: { kind: 'help' } },
    { text: '哪些滞后', command: { kind: 'list', words: ['滞后'] } },
    { text: '现在有哪些目标滞后了？', command: { kind: 'list', words: ['滞后'] } },
    { text: '谁还没填报？', command: { kind: 'list', words: ['未填报'] } },
    { text: '哪些任务没人负责', command: { kind: 'list', words: ['没有负责人'] } },
    { text: '哪些有风险', command: { kind: 'list', words: ['有风险'] } },
    { text: '没收到周报', command: { kind: 'diagnose' } },
  ])('takes “$text” for a command', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '给我看看周报', command: WEEK },
    { text: '把周报发给我', command: WEEK },
    { text: '周报呢？', command: WEEK },
    { text: '总体进度', command: WEEK },
    { text: '“填报 社区养老服务站”', command: { kind: 'record', target: 'stations' } },
    { text: '/policy 周报', command: WEEK },
    { text: '/policy', command: { kind: 'help' } },
    { text: '看上下文', command: { kind: 'about-answer', pick: 'context' } },
    { text: '给我全文', command: { kind: 'about-answer', pick: 'context' } },
    { text: '都列出来', command: { kind: 'about-answer', pick: 'context' } },
    { text: '／policy 填报', command: { kind: 'record', target: null } },
    { text: '请撤销', command: { kind: 'undo', target: null } },
    { text: '打印周报', command: { kind: 'export', every: 'week', time: null, words: [] } },
    { text: '暂停 周报', command: { kind: 'subscriptions', isPersonal: false, isAboutExisting: true } },
    { text: '停止订阅', command: { kind: 'subscriptions', isPersonal: false, isAboutExisting: true } },
    { text: '社区养老服务站 历史', command: { kind: 'card', target: 'stations' } },
    { text: '我的填报', command: { kind: 'undo', target: null } },
    { text: '联系管理员', command: { kind: 'about-answer', pick: 'needs-person' } },
    { text: '报告是哪一年的？', command: { kind: 'reports' } },
    { text: '有没有2020年的报告', command: { kind: 'reports' } },
    { text: '能查其他市吗', command: { kind: 'reports' } },
    { text: '能不能导出', command: SHOWN },
    { text: '我能填报吗', command: { kind: 'record', target: null } },
    { text: '填错了怎么办', command: { kind: 'undo', target: null } },
    { text: '负责人在哪里', command: { kind: 'assign', target: null } },
    { text: '导出周报word', command: { kind: 'export', every: 'week', time: null, words: [] } },
    { text: '导出 csv', command: SHOWN },
    { text: '导出5月word文档', command: { kind: 'export', every: 'week', time: '5月', words: [] } },
    { text: '红灯', command: { kind: 'list', words: ['滞后'] } },
    { text: '季度通报', command: { kind: 'preview', every: 'quarter', time: null } },
    { text: '填报 帮助', command: { kind: 'help' } },
    { text: '周报怎么用', command: { kind: 'help' } },
    { text: '统计 上周', command: { kind: 'statistics' } },
    { text: '设置 全部报告', command: { kind: 'settings' } },
    { text: '哪里看目标', command: { kind: 'list', words: [] } },
    { text: '目标：滞后', command: { kind: 'list', words: ['滞后'] } },
    { text: '目标 养老、滞后', command: { kind: 'list', words: ['养老', '滞后'] } },
    { text: '目标滞后', command: { kind: 'list', words: ['滞后'] } },
    { text: '填报 stations', command: { kind: 'record', target: 'stations' } },
  ])('reads “$text” as people say it', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '周报 养老', command: { ...WEEK, words: ['养老'] } },
    { text: '周报 大养老', command: { ...WEEK, words: ['大养老'] } },
    { text: '养老周报', command: { ...WEEK, words: ['养老'] } },
    { text: '我的周报', command: { ...WEEK, words: ['我的'] } },
    { text: '月报 5月 滞后', command: { kind: 'preview', every: 'month', time: '5月', words: ['滞后'] } },
    { text: '导出养老周报', command: { kind: 'export', every: 'week', time: null, words: ['养老'] } },
    { text: '5月进度', command: { ...WEEK, time: '5月' } },
    { text: '上周的进展怎么样', command: { ...WEEK, time: '上周' } },
    { text: '这个月完成得怎么样', command: { ...WEEK, time: '这个月' } },
    { text: '进度 5月', command: { ...WEEK, time: '5月' } },
  ])('narrows the digest of “$text”', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '未完成', words: ['未完成'] },
    { text: '没完成的目标', words: ['未完成'] },
    { text: '哪些没完成', words: ['未完成'] },
    { text: '滞后多少项', words: ['滞后'] },
    { text: '有几个滞后', words: ['滞后'] },
    { text: '未填报的有哪些', words: ['未填报'] },
    { text: '逾期的', words: ['已过期'] },
    { text: '红灯有哪些', words: ['滞后'] },
    { text: '我滞后的目标', words: ['我的', '滞后'] },
    { text: '我还有几项没填', words: ['我的', '未填报'] },
    { text: '我负责哪些', words: ['我的'] },
    { text: '继续填报', words: ['我的'] },
  ])('lists for “$text”', ({ text, words }) => {
    expect(read(text)).toEqual({ kind: 'list', words });
  });

  it.each([
    { text: '收到', reply: 'fine' },
    { text: '谢谢！', reply: 'thanks' },
    { text: '导入excel', reply: 'import' },
    { text: '年报', reply: 'otherDigests' },
  ])('answers “$text” with a sentence, whatever it is a slip away from', ({ text, reply }) => {
    expect(read(text)).toEqual({ kind: 'reply', reply });
  });

  it.each([
    { text: '填抱', command: { kind: 'record', target: null } },
    { text: '周抱', command: { kind: 'preview', every: 'week', time: null } },
    { text: '定阅', command: { kind: 'subscriptions', isPersonal: false } },
    { text: '我得目标', command: { kind: 'list', words: ['我的'] } },
    { text: '没有负责', command: { kind: 'list', words: ['没有负责人'] } },
    { text: 'hepl', command: { kind: 'help' } },
  ])('takes “$text” for the command that is nearly that', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '有什么可以问的', command: { kind: 'help' } },
    { text: 'what can you do?', command: { kind: 'help' } },
    { text: '都有哪些数据', command: { kind: 'reports' } },
    { text: '你们有哪些报告', command: { kind: 'reports' } },
    { text: '怎么让别人也看到', command: { kind: 'reply', reply: 'privacy' } },
    { text: '谁能看到我问的', command: { kind: 'reply', reply: 'privacy' } },
    { text: '怎么改昨天填的', command: { kind: 'undo', target: null } },
    { text: '我今天填的对吗', command: { kind: 'undo', target: null } },
    { text: '发给我一份周报', command: WEEK },
    { text: '给我发一份上周的周报', command: { ...WEEK, time: '上周' } },
    { text: '我要这个月的月报', command: { kind: 'preview', every: 'month', time: null } },
    { text: '把刚才的撤了', command: { kind: 'undo', target: null } },
    { text: '那个数哪来的', command: { kind: 'about-answer', pick: 'source' } },
    { text: '你说错了吧', command: { kind: 'about-answer', pick: 'wrong-number' } },
  ])('knows what is said of the bot in words of one’s own: “$text”', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '为什么市级示范社区养老服务中心是黄的', command: { kind: 'card', target: 'centres' } },
    { text: '社区养老服务站为什么滞后？', command: { kind: 'card', target: 'stations' } },
    { text: '社区养老服务站为什么受阻', command: { kind: 'card', target: 'stations' } },
    { text: '养老站怎么是红的', command: { kind: 'card', target: 'stations' } },
    { text: '社区养老服务站滞后的原因是什么', command: { kind: 'card', target: 'stations' } },
    { text: '谁负责社区养老服务站', command: { kind: 'card', target: 'stations' } },
    { text: '谁负责 社区养老服务站', command: { kind: 'card', target: 'stations' } },
    { text: '谁负责', command: { kind: 'assign', target: null } },
    { text: '未答 5', command: { kind: 'review' } },
    { text: '报告里都有啥', command: { kind: 'outline' } },
    { text: '确认加入', command: { kind: 'reply', reply: 'confirm' } },
    { text: '为什么社区养老服务站完成了', command: { kind: 'card', target: 'stations' } },
    { text: '社区养老服务站怎么还没完成', command: { kind: 'card', target: 'stations' } },
    { text: '为什么社区养老服务站进展正常', command: { kind: 'card', target: 'stations' } },
    { text: '社区养老服务站为什么不是绿的', command: { kind: 'card', target: 'stations' } },
    { text: '为什么不是绿的', command: { ...WEEK, words: ['需要关注'] } },
    { text: '哪些是黄的', command: { kind: 'list', words: ['有风险'] } },
    { text: '为什么黄了', command: { ...WEEK, words: ['有风险'] } },
    { text: '怎么又有红灯', command: { ...WEEK, words: ['滞后'] } },
  ])('leads to what says why a light is what it is: “$text”', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '社区养老服务站 215个', command: { kind: 'told', target: 'stations', said: '215个' } },
    { text: '社区养老服务站做到216个了', command: { kind: 'told', target: 'stations', said: '216个' } },
    { text: '社区养老服务站：226.5', command: { kind: 'told', target: 'stations', said: '226.5' } },
    { text: '民政能力提升工程完成了', command: { kind: 'told', target: 'skills', said: '已完成' } },
  ])('reads how far a target is told to have come: “$text”', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '填报 社区养老服务站', command: { kind: 'record', target: 'stations' } },
    { text: '填报社区养老服务站', command: { kind: 'record', target: 'stations' } },
    { text: '社区养老服务站 填报', command: { kind: 'record', target: 'stations' } },
    { text: '填报 养老服务站', command: { kind: 'record', target: 'stations' } },
    { text: '填报 民政能力提升工程', command: { kind: 'record', target: 'skills' } },
    { text: '填报 社区养老服务战', command: { kind: 'record', target: 'stations' } },
    { text: '填报社区养老服务占', command: { kind: 'record', target: 'stations' } },
    { text: '进度 社区养老服务点站', command: { kind: 'card', target: 'stations' } },
    { text: '社区养老服务点站进度', command: { kind: 'card', target: 'stations' } },
    { text: '负责人 市级示范社区养老服务中芯', command: { kind: 'assign', target: 'centres' } },
    { text: '撤销 社区养老服务站', command: { kind: 'undo', target: 'stations' } },
    { text: '负责人 社区养老服务站', command: { kind: 'assign', target: 'stations' } },
    { text: '暂停 社区养老服务站', command: { kind: 'pause', target: 'stations', choice: 'pause' } },
    { text: '恢复社区养老服务站', command: { kind: 'pause', target: 'stations', choice: 'byRule' } },
    { text: '状态 社区养老服务站', command: { kind: 'pause', target: 'stations' } },
    { text: '进度 社区养老服务站', command: { kind: 'card', target: 'stations' } },
    { text: '进度 民政能力提升', command: { kind: 'card', target: 'skills' } },
    { text: '进度 社区养老服务', command: { kind: 'list', words: ['社区养老服务'] } },
    { text: '社区养老服务站完成多少了？', command: { kind: 'card', target: 'stations' } },
    { text: '社区养老服务站现在进展怎么样', command: { kind: 'card', target: 'stations' } },
    { text: '民政能力提升工程推进情况', command: { kind: 'card', target: 'skills' } },
    { text: '社区养老服务站建到多少了', command: { kind: 'card', target: 'stations' } },
    { text: '社区养老服务站的进度', command: { kind: 'card', target: 'stations' } },
    // What follows the name is asked for by the form.
    { text: '负责人 社区养老服务站 张三', command: { kind: 'assign', target: 'stations', said: '张三' } },
    // A name that was shortened.
    { text: '负责人 养老站', command: { kind: 'assign', target: 'stations' } },
    { text: '暂停 养老站', command: { kind: 'pause', target: 'stations', choice: 'pause' } },
    { text: '填报 养老', command: { kind: 'choose', words: ['养老'], isKnown: true } },
    { text: '填报 月球基地', command: { kind: 'choose', words: [], isKnown: false } },
  ])('finds the target in “$text”', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    ...['社区养老服务站还差多少', '社区养老服务站离目标还差多少', '社区养老服务站还差几个没建'],
    ...['社区养老服务站今年还要建几个', '社区养老服务站还剩多少没建', '社区养老服务站还需要再建多少个'],
    ...['社区养老服务站还有几个没完成', '社区养老服务站今年还得建多少', '社区养老服务站今年还剩下几个'],
    ...['社区养老服务站完成了多少个', '社区养老服务站完成率多少', '社区养老服务站现在比上月多了几个'],
    ...['社区养老服务站差多少', '社区养老服务站差几个', '那个社区养老服务站现在多少了'],
    ...['社区养老服务站现在建了多少个', '社区养老服务站已经建成多少个', '社区养老服务站建好了吗'],
  ])('of “%s” people’s reports know more than the report, where there are any', (text) => {
    expect(read(text)).toEqual({ kind: 'card', target: 'stations', ifReported: true });
  });

  it.each([
    ...['社区养老服务站谁填的？', '社区养老服务站是谁填报的', '社区养老服务站上次填的是多少'],
    ...['社区养老服务站哪天填报的', '养老服务站填了多少'],
  ])('of “%s” only people’s reports know', (text) => {
    expect(read(text)).toEqual({ kind: 'card', target: 'stations' });
  });

  it.each([
    ...['养老示范中心进展怎么样', '示范养老中心完成多少了', '示范养老服务中心到哪一步了'],
    ...['市级示范社区养老服务中心完成多少了，差多少', '示范养老服务中心，做到哪了？还差多少？'],
    ...['市级示范社区养老服务中心的进度，谁负责', '示范养老服务中心办到什么程度了'],
    ...['为什么说示范养老服务中心有风险', '示范养老服务中心凭什么算滞后'],
  ])('shows the card for “%s”', (text) => {
    expect(read(text)).toEqual({ kind: 'card', target: 'centres' });
  });

  it.each([
    ...['已完成的有哪些', '哪些目标已经完成了', '完成了几项', '完成了的目标', '一共完成几项了'],
    ...['目标完成了几个', '有几个目标完成了', '已经办结的任务有哪些', '现在完成了多少项', '目标完成多少项了'],
    ...['到目前为止完成了几项'],
  ])('lists what is done for “%s”', (text) => {
    expect(read(text)).toEqual({ kind: 'list', words: ['已完成'] });
  });

  it.each([
    { text: '4月有进展的有哪些', time: '4月' },
    { text: '4月份哪些目标有进展', time: '4月份' },
    { text: '第二季度有变化的是哪几项', time: '第二季度' },
    { text: '上个月动了哪些目标', time: '上个月' },
    { text: '这周哪几项更新了', time: '这周' },
    { text: '上季度有进展的有哪些', time: '上季度' },
    { text: '上半年目标完成情况', time: '上半年' },
  ])('asks the targets what moved in that time: “$text”', ({ text, time }) => {
    expect(read(text)).toEqual({ ...WEEK, time });
  });

  it.each([
    { text: '和上周比有什么变化', every: 'week' },
    { text: '跟上周比变了什么', every: 'week' },
    { text: '最近有什么进展', every: 'week' },
    { text: '近期哪些目标有进展', every: 'week' },
    { text: '最近两周有什么进展', every: 'week' },
    { text: '近几个月有什么变化', every: 'month' },
    { text: '跟上个月相比有什么变化', every: 'month' },
    { text: '较上季度有哪些变动', every: 'quarter' },
  ])('“$text” is asked of the newest digest', ({ text, every }) => {
    expect(read(text)).toEqual({ kind: 'preview', every, time: null });
  });

  it.each([
    { text: '上季度进展', every: 'quarter', time: '上季度' },
    { text: '二季度进展', every: 'quarter', time: '二季度' },
    { text: '5月报', every: 'month', time: '5月' },
    { text: '上周报', every: 'week', time: '上周' },
  ])('the word for a time may begin the name of the digest: “$text”', ({ text, every, time }) => {
    expect(read(text)).toEqual({ kind: 'preview', every, time });
  });

  it.each([
    { text: '谁负责什么', command: { kind: 'owners' } },
    { text: '各项目标分别由谁负责', command: { kind: 'owners' } },
    { text: '负责哪些目标', command: { kind: 'owners' } },
    { text: '王芳负责哪些目标', command: { kind: 'owners', person: '王芳' } },
    { text: '李小明负责几项', command: { kind: 'owners', person: '李小明' } },
    { text: '落后的有哪几项，谁负责', command: { ...WEEK, words: ['滞后'] } },
    { text: '未填报的有哪些、谁负责', command: { kind: 'list', words: ['未填报'] } },
    { text: '我负责的有哪些', command: { kind: 'list', words: ['我的'] } },
    { text: '我管的都有哪些', command: { kind: 'list', words: ['我的'] } },
  ])('knows who is asked for in “$text”', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '养老方面谁还没报', command: { kind: 'list', words: ['未填报', '养老'] } },
    { text: '养老这块滞后的有哪些', command: { kind: 'list', words: ['滞后', '养老'] } },
    { text: '养老板块有几项完成了', command: { kind: 'list', words: ['已完成', '养老'] } },
    { text: '养老的目标5月完成了哪些', command: { ...WEEK, time: '5月', words: ['已完成', '养老'] } },
    { text: '养老方面最近有什么进展', command: { ...WEEK, words: ['养老'] } },
    { text: '养老这块进展怎么样', command: { ...WEEK, words: ['养老'] } },
  ])('asks it of the targets of a field: “$text”', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '撤销 社区养老服务站 6月10日', meant: { target: 'stations', day: '6月10日' } },
    { text: '撤销社区养老服务站5月31日的填报', meant: { target: 'stations', day: '5月31日' } },
    { text: '社区养老服务站6月10日填错了', meant: { target: 'stations', day: '6月10日' } },
    { text: '撤回 社区养老服务站 2019-05-31', meant: { target: 'stations', day: '2019-05-31' } },
    { text: '6月10日的社区养老服务站报错了', meant: { target: 'stations', day: '6月10日' } },
    { text: '5月31日的民政能力提升工程填错了', meant: { target: 'skills', day: '5月31日' } },
    { text: '把6月10日报的撤回', meant: { target: null, day: '6月10日' } },
    { text: '删掉昨天报的', meant: { target: null, day: '昨天' } },
    { text: '撤回15日填的进度', meant: { target: null, day: '15日' } },
    { text: '把6月10号填的数撤了', meant: { target: null, day: '6月10号' } },
    { text: '把社区养老服务站6月10日的改成170', meant: { target: 'stations', day: '6月10日', said: '170' } },
    { text: '6月10日的改成170个', meant: { target: null, day: '6月10日', said: '170个' } },
    { text: '把社区养老服务站改成17个', meant: { target: 'stations', said: '17个' } },
    { text: '改成17个', meant: { target: null, said: '17个' } },
  ])('takes back the entry that “$text” means', ({ text, meant }) => {
    expect(read(text)).toEqual({ kind: 'undo', ...meant });
  });

  it.each([
    { text: '填报 社区养老服务站15个', said: '15个' },
    { text: '填报 养老服务站226', said: '226' },
    { text: '填报 社区养老服务站：226.5', said: '226.5' },
    { text: '填报 “社区养老服务站”1,260个', said: '1,260个' },
  ])('reads the value right behind the name: “$text”', ({ text, said }) => {
    expect(read(text)).toEqual({ kind: 'record', target: 'stations', said });
  });

  it.each([
    { text: '我填了什么', command: { kind: 'undo', target: null } },
    { text: '上次填的是多少', command: { kind: 'undo', target: null } },
    { text: '谁填的', command: WEEK },
    { text: '谁报的？', command: WEEK },
    { text: '变了什么', command: WEEK },
    { text: '上周和这周比', command: WEEK },
    { text: '完成率多少', command: WEEK },
    { text: '哪三项完成了', command: { kind: 'list', words: ['已完成'] } },
    { text: '完成了哪几项', command: { kind: 'list', words: ['已完成'] } },
    { text: '哪些变红了', command: { kind: 'list', words: ['滞后'] } },
    { text: '黄的呢', command: { kind: 'list', words: ['有风险'] } },
    { text: '哪2项滞后', command: { kind: 'list', words: ['滞后'] } },
    { text: '一共多少目标', command: { kind: 'list', words: [] } },
    { text: '滞后的都是谁负责', command: { ...WEEK, words: ['滞后'] } },
    { text: '应到是什么意思', command: { kind: 'reply', reply: 'due' } },
  ])('reads “$text” as asked of the targets', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    { text: '最近有哪些填报', time: null },
    { text: '有哪些填报', time: null },
    { text: '最新的填报有哪些', time: null },
    { text: '最近的填报记录', time: null },
    { text: '大家的填报记录', time: null },
    { text: '大家最近填报了什么', time: null },
    { text: '最近都有谁填报过', time: null },
    { text: '最近谁填报了', time: null },
    { text: '这周别人都填报了什么', time: '这周' },
    { text: '上周同事们报了什么', time: '上周' },
    { text: '这个月有哪些填报', time: '这个月' },
    { text: '本周各处室填报了哪些', time: '本周' },
  ])('reads “$text” as what everybody reported, which takes nothing back', ({ text, time }) => {
    expect(read(text)).toEqual({ ...WEEK, time });
  });

  it.each(['我的填报有哪些', '看看我的填报记录', '我上次填报了什么', '最近填报'])(
    'reads “%s” as one’s own',
    (text) => {
      expect(read(text)).toEqual({ kind: 'undo', target: null });
    },
  );

  it.each([
    { text: '5月完成了哪些', time: '5月', words: ['已完成'] },
    { text: '这个月完成了几项', time: '这个月', words: ['已完成'] },
    { text: '上个月一共完成了多少项任务', time: '上个月', words: ['已完成'] },
    { text: '哪些目标是5月完成的？', time: '5月', words: ['已完成'] },
    { text: '一季度有几项完成了', time: '一季度', words: ['已完成'] },
    { text: '第24周完成的有哪些', time: '第24周', words: ['已完成'] },
    { text: '2019年5月完成了什么', time: '2019年5月', words: ['已完成'] },
    { text: '这个月新完成的有哪些', time: '这个月', words: ['已完成'] },
    { text: '这个季度办结了几项', time: '这个季度', words: ['已完成'] },
    { text: '4月份滞后的有几项', time: '4月份', words: ['滞后'] },
    { text: '上周谁没有填', time: '上周', words: ['未填报'] },
    { text: '上周谁填了', time: '上周', words: undefined },
    { text: '5月填报了哪些目标', time: '5月', words: undefined },
  ])('asks the targets how they stood at that time: “$text”', ({ text, time, words }) => {
    expect(read(text)).toEqual({ ...WEEK, time, ...(words ? { words } : {}) });
  });

  it.each(['今年完成了几项', '今年到现在完成了多少项', '今年完成了哪些目标'])(
    'lists what is done for “%s”',
    (text) => {
      expect(read(text)).toEqual({ kind: 'list', words: ['已完成'] });
    },
  );

  it('asks the report of months where there are no targets', () => {
    expect(readCommand('5月完成了哪些', [])).toBeUndefined();
  });

  it.each([
    ...[
      '谁还没有填',
      '还有谁没有报',
      '谁没有填报进度',
      '哪些人还没交',
      '哪个部门没有填',
      '这周谁还没有填',
      '还没填的有谁',
    ],
    ...['没有填的都是谁负责', '没报的是哪些人负责的'],
  ])('lists what nobody has reported for “%s”', (text) => {
    expect(read(text)).toEqual({ kind: 'list', words: ['未填报'] });
  });

  it.each([
    '养老的目标进展怎么样',
    '养老方面的任务推进得如何',
    '我们养老这块的目标完成情况',
    '养老的目标怎么样了',
  ])('asks the targets of a field how they stand: “%s”', (text) => {
    expect(read(text)).toEqual({ ...WEEK, words: ['养老'] });
  });

  it.each([
    '帮助贫困群众多少人',
    '2018年5月完成了哪些',
    '去年5月完成了几项',
    '5月新增床位多少',
    '3月5日志愿服务完成了多少场',
    '下个月要完成哪些',
    '今年要完成哪些任务',
    '今年完成了多少张床位',
    '报告定的目标怎么样',
    '目标是什么',
    '社区养老服务站目标',
    '填报 了多少人',
    '周报 怎么写',
    '诊断 能力',
    '低保标准',
    '母婴',
    '养老机构',
    '进度怎么安排的',
    '暂停了哪些项目',
    '报告怎么写',
    '统计局',
    '怎么申请低保',
    '如何加强基层治理',
    '养老机构进展如何',
    '社区养老服务站去年新增多少',
    '社区养老服务站去年完成了多少个',
    '社区养老服务站比上年多了多少',
    '社区养老服务站和示范中心差多少',
    '2018年完成了哪几项工作',
    '完成了哪些工作',
    '低保标准比上月多了多少',
    '还差多少',
    '差多少',
    ...['养老服务站2018年和2019年差多少', '社区养老服务站和上年差多少', '去年有什么变化', '养老有什么进展'],
    ...['完成了哪些目标任务的工作', '民政局负责哪些任务', '上半年救助了多少人', '撤销了多少个机构'],
    ...['社区养老服务站去年现在多少了', '养老机构到哪里办', '5月撤销了几家机构', '取消婚检是哪天'],
    '设置了多少个站',
    '为什么报告没写',
    '改了什么',
    '做了什么',
    '统计了哪些',
    '滞后的原因分析报告有多少份',
    '现在呢',
    '有什么',
    '社区养老服务站 2018',
    '社区养老服务站215个对吗',
    '社区养老服务站是215个吧',
    // Each is one character away from a command that means something else.
    '时间',
    '2018年进展',
    '一季度',
    '看病多少钱',
    '能领多少钱',
    '可以申请低保吗',
    '养老机构在哪里',
    '社区养老服务站要建到多少个',
    '社区养老服务站计划完成多少个了',
    '社区养老服务站还要花多少钱',
    '社区养老服务站去年还要建几个',
    '有2020年的养老床位吗',
    '周报 里面的养老床位',
  ])('leaves “%s” to the report', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('what is asked of the digest or the card that was shown', () => {
  it.each([
    ...[
      '发我word',
      '做成word发我',
      '给我一份word版',
      'word发我',
      '要word的',
      '生成word',
      '导出来给我',
      '能转成word吗',
    ],
    ...['发个excel', '有word版吗'],
  ])('“%s” asks for its file', (text) => {
    expect(read(text)).toEqual(SHOWN);
  });

  it.each(['把养老的目标做成word发我', '养老的进度导出一下', '导出养老的目标', '请把养老的做成word'])(
    '“%s” asks for the file of a part',
    (text) => {
      expect(read(text)).toEqual({ kind: 'export', every: 'week', time: null, words: ['养老'] });
    },
  );

  it.each([
    ...[
      '黄灯怎么定的',
      '黄灯和红灯怎么定的',
      '红灯是什么意思',
      '怎么算滞后',
      '多少算黄灯',
      '状态是怎么判定的',
    ],
    ...['什么情况算有风险', '红黄绿灯的标准是什么', '灯是按什么规则定的', '颜色怎么分的', '什么叫滞后'],
    ...['为什么是绿的', '滞后是什么意思', '黄灯红灯有什么区别'],
  ])('“%s” asks for the rules of the lights', (text) => {
    expect(read(text)).toEqual({ kind: 'reply', reply: 'due' });
  });

  it.each([
    ...['社区养老服务站年底能完成吗', '社区养老服务站能不能按时完成', '社区养老服务站完得成吗'],
    ...['社区养老服务站来得及吗', '社区养老服务站会不会完不成', '社区养老服务站今年年底前能建完吗'],
  ])('“%s”: the card tells how far it is beside how far it should be', (text) => {
    expect(read(text)).toEqual({ kind: 'card', target: 'stations', isOutlook: true });
  });

  it.each([
    ...['社区养老服务站怎么卡住的', '社区养老服务站怎么卡住了', '社区养老服务站为什么卡住了'],
    ...['社区养老服务站为啥停滞了', '社区养老服务站怎么被卡住的', '社区养老服务站为什么搁置了'],
    ...['为什么社区养老服务站卡壳了', '社区养老服务站卡住的原因是什么', '社区养老服务站卡在哪里了'],
  ])('“%s”: the card says how it is stuck', (text) => {
    expect(read(text)).toEqual({ kind: 'card', target: 'stations' });
  });

  it.each(['为什么受阻', '怎么卡住的', '为什么停滞了'])('“%s” is told by what needs a look', (text) => {
    expect(read(text)).toEqual({ ...WEEK, words: ['需要关注'] });
  });

  it.each([
    { text: '社区养老服务站什么时候变黄的', turnedTo: '有风险' },
    { text: '社区养老服务站是从什么时候变红的', turnedTo: '滞后' },
    { text: '社区养老服务站哪天亮的红灯', turnedTo: '滞后' },
    { text: '社区养老服务站何时滞后的', turnedTo: '滞后' },
  ])('“$text” asks for the day', ({ text, turnedTo }) => {
    expect(read(text)).toEqual({ kind: 'card', target: 'stations', turnedTo });
  });

  it.each([
    ...['养老这一块整体怎么样', '养老整体进展', '养老这块总体怎么样', '养老方面整体情况怎么样'],
    '养老总体进展',
  ])('“%s” is narrowed to the field', (text) => {
    expect(read(text)).toEqual({ ...WEEK, words: ['养老'] });
  });

  it.each(['养老的目标年底能完成吗', '养老这块年底都能完成吗', '养老方面来得及吗'])(
    '“%s” is told by what needs a look in the field, with what is left',
    (text) => {
      expect(read(text)).toEqual({ ...WEEK, words: ['养老', '需要关注'], tells: 'outlook' });
    },
  );

  it.each([
    '这三项里哪个差得最多',
    '哪个目标最慢',
    '哪几项落后最多',
    '这些里面哪个最危险',
    '里面哪项差得最远',
  ])('“%s” is told by the digest, which has who is furthest behind first', (text) => {
    expect(read(text)).toEqual({ ...WEEK, words: ['需要关注'] });
  });

  it.each(['哪几个快到期了', '快到期的有哪些', '哪些目标要过期了', '哪项最先到期', '马上到期的目标有哪些'])(
    '“%s” asks for what is due next',
    (text) => {
      expect(read(text)).toEqual({ ...WEEK, words: ['需要关注'], tells: 'due' });
    },
  );

  it.each([
    { text: '只看有风险的', words: ['有风险'] },
    { text: '只看养老的目标', words: ['养老'] },
    { text: '我只想看滞后的', words: ['滞后'] },
    { text: '只看养老、滞后的', words: ['养老', '滞后'] },
  ])('“$text” narrows', ({ text, words }) => {
    expect(read(text)).toEqual({ kind: 'list', words });
  });

  it.each(['撤错了', '刚才撤错了，恢复一下', '误撤了', '不该撤的', '撤销错了怎么办', '撤销的能恢复吗'])(
    '“%s” wants back what was taken back',
    (text) => {
      expect(read(text)).toEqual({ kind: 'restore' });
    },
  );

  it.each([
    '养老机构年底能达到多少家',
    '只看病不住院的有多少',
    '哪个区最多',
    '黄河流域怎么定的',
    '导出口增长多少',
  ])('“%s” is asked of the report', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('what is said of the answer before', () => {
  it.each([
    ...['谢啦', '谢谢啦', '太感谢了', '说得好！', '真棒', '你真厉害', '不错啊'].map((text) => ({
      text,
      command: { kind: 'reply', reply: 'thanks' },
    })),
    ...['不对', '不对吧', '你说错了吧', '是不是搞错了', '这个数不准吧', '对吗？', '你确定吗'].map((text) => ({
      text,
      command: { kind: 'about-answer', pick: 'wrong-number' },
    })),
    ...[
      '那个数哪来的',
      '这个数是哪里来的',
      '在报告哪一段',
      '报告里哪儿写的',
      '什么意思',
      '啥意思啊',
      '没看懂',
    ].map((text) => ({ text, command: { kind: 'about-answer', pick: 'source' } })),
  ])('“$text” is taken for $command', ({ text, command }) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    '收养登记多少对',
    '哪里新建了养老院',
    '资金从哪里来',
    '错过登记怎么办理',
    '谢家湾街道',
    '不对外开放的有几家',
    '报告里写了哪些目标',
    '“三个确保”是什么意思',
  ])('“%s” asks the report', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('an entry that was written wrong', () => {
  it.each([
    '写错了，应该是185不是158',
    '填错了，是185',
    '刚才填错了，不是158，应该是185',
    '记错了，实际是185',
    '数填错了，应为185',
    '输错了，应该是185，不是158',
    '刚刚写错了应该是185才对',
    '填错了 应当是185',
  ])('is to be the other value: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'undo', target: null, said: '185' });
  });

  it('may be one of a target that is named', () => {
    expect(read('写错了，社区养老服务站应该是185个')).toEqual({
      kind: 'undo',
      target: 'stations',
      said: '185个',
    });
  });

  it.each(['不对，应该是1403', '养老机构应该是1403家', '报告写错了，应该是1403'])(
    'is none where the answer is doubted: %s',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});

describe('what is told behind the name of a target', () => {
  it.each([
    {
      text: '128个 6月10日 大渡口、北碚集中开工',
      told: { said: '128个', day: '6月10日', note: '大渡口、北碚集中开工' },
    },
    { text: '6月10日 128个', told: { said: '128个', day: '6月10日' } },
    { text: '到6月10日建成128个,大渡口开工', told: { said: '128个', day: '6月10日', note: '大渡口开工' } },
    { text: '截至6.10 128 北碚开工', told: { said: '128', day: '6.10', note: '北碚开工' } },
    { text: '12.5亿', told: { said: '12.5亿' } },
    { text: '12.5亿 6月10日', told: { said: '12.5亿', day: '6月10日' } },
    { text: '24.3亿元,其中体彩3亿', told: { said: '24.3亿元', note: '其中体彩3亿' } },
    { text: '完成 6月20日 已发文', told: { said: '已完成', day: '6月20日', note: '已发文' } },
    { text: '昨天185个', told: { said: '185个', day: '昨天' } },
    { text: '大渡口3处开工', told: {} },
  ])('$text', ({ text, told }) => {
    expect(splitEntry(text)).toEqual(told);
  });

  it.each(['进展', '进度', '目标'])('is reported whatever it was called: %s', (name) => {
    expect(read(`${name} 社区养老服务站 到6月10日建成128个，北碚开工`)).toEqual({
      kind: 'record',
      target: 'stations',
      said: '到6月10日建成128个,北碚开工',
    });
  });

  it('is no year or month of a list', () => {
    expect(read('目标 社区养老服务站 6月')).toMatchObject({ kind: 'list' });
    expect(read('目标 社区养老服务站 2019')).toMatchObject({ kind: 'list' });
  });
});

describe('what is asked of the bot itself', () => {
  it.each([
    ...['你会啥', '你会点啥', '您能帮我什么', '你能干些啥', '你都会什么呀', '你能帮我做啥'],
    ...['你是谁做的', '谁开发的你', '你是AI吗', '你是干啥的'],
  ])('“%s” is answered with the help', (text) => {
    expect(read(text)).toEqual({ kind: 'help' });
  });

  it.each([
    ...[
      '报告是哪年的',
      '你用的哪份报告',
      '你查的是哪份报告',
      '你们用的什么数据',
      '数据是哪年的',
      '这是哪份报告',
    ],
    ...['报告叫什么名字', '你用的是哪年的报告'],
  ])('“%s” is answered with the reports', (text) => {
    expect(read(text)).toEqual({ kind: 'reports' });
  });
});

describe('who reported last', () => {
  it.each([
    ...['社区养老服务站谁最后填的', '社区养老服务站上一次是谁报的', '社区养老服务站最近是谁更新的'],
    ...['社区养老服务站最后一次是谁填报的', '社区养老服务站是谁录入的'],
  ])('is told by the card: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'card', target: 'stations' });
  });

  it.each([
    ...['上一次是谁报的', '谁最后填的', '大家最近都报了啥', '同事们最近填了些啥', '最后是谁更新的'],
    ...['别人都报了啥', '最近是谁填的'],
  ])('is told by the digest where no target is named: %s', (text) => {
    expect(read(text)).toEqual(WEEK);
  });
});

describe('a value behind the name of a target', () => {
  it.each([
    { text: '填报 社区养老服务站 33个 截至7月2日', said: '33个 截至7月2日' },
    { text: '填报 社区养老服务站 33个 到6月27日', said: '33个 到6月27日' },
    { text: '填报 社区养老服务站 三十三个 截止6月27号', said: '三十三个 截止6月27号' },
    { text: '进展 社区养老服务站 -5个', said: '-5个' },
    { text: '进度 社区养老服务站 12个', said: '12个' },
    { text: '填报 社区养老服务站158个', said: '158个' },
  ])('keeps its day whole: $text', ({ text, said }) => {
    expect(read(text)).toEqual({ kind: 'record', target: 'stations', said });
  });

  it.each([
    { said: '33个 截至7月2日', told: { said: '33个', day: '7月2日' } },
    { said: '15个 (6.27)', told: { said: '15个', day: '6.27' } },
    { said: '5月底 158个', told: { said: '158个', note: '5月底' } },
  ])('is told apart from its day: $said', ({ said, told }) => {
    expect(splitEntry(said)).toEqual(told);
  });

  it('says which of several targets is to be put right', () => {
    const lottery = [
      { id: 'sales', name: '福利彩票发行总量', section: CARE, kind: 'numeric' as const },
      { id: 'rules', name: '福彩公益金信息公开和督查办法', section: CARE, kind: 'milestone' as const },
    ];

    for (const typed of ['更正 福彩 24.3', '修改 福彩 24.3'])
      expect(readCommand(typed, lottery)).toEqual({ kind: 'undo', target: 'sales', said: '24.3' });
  });
});
