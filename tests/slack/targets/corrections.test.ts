import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallBody } from '../../support/slack/fake-slack.ts';
import { allButtons } from '../../support/slack/read-message.ts';
import { makeValueEntry } from '../../support/target-builders.ts';
import { startTargetBot, type TargetBot } from './target-bot.ts';

const STATION = '2019-3-1-01';
const COUNSEL = '2019-6-2-06';
const office: TargetBot = await startTargetBot();
beforeAll(async () => {
  const by = { recordedBy: office.bot.scene.user };
  await office.records.ledger.append([
    makeValueEntry({ targetId: STATION, value: '281', note: '北碚开工', ...by }),
    makeValueEntry({ targetId: COUNSEL, value: '51', note: '', ...by }),
  ]);
});
beforeEach(async () => {
  await office.bot.settle();
  office.bot.slack.reset();
});
afterAll(() => office.stop());
const labels = (blocks: unknown) => allButtons(blocks).map((button) => button.text.text);
const fieldOf = ({ blocks }: CallBody, name: string): CallBody =>
  blocks.find(({ block_id: id = '' }: CallBody) => String(id).startsWith(name)).element;

describe('an entry that is to be put right', () => {
  it.each([
    { text: '更正 婚姻辅导站 应该是15个，打反了', value: '15个', note: '打反了' },
    { text: '更正 婚姻辅导站 15个', value: '15个', note: undefined },
    { text: '更正婚姻辅导站15个', value: '15个', note: undefined },
    { text: '更正 婚姻辅导站 不是51个，是15个', value: '15个', note: undefined },
    { text: '修改 婚姻辅导站 改成15', value: '15', note: undefined },
    { text: '改一下 婚姻辅导站 51改成15', value: '15', note: undefined },
    { text: '填错了 婚姻辅导站 应该是15，手滑', value: '15', note: '手滑' },
    { text: '婚姻辅导站打反了，应该是15', value: '15', note: undefined },
    { text: '婚姻辅导站改成15，之前看错行了', value: '15', note: '之前看错行了' },
    { text: '更正 社区养老服务站 218', value: '218', note: '北碚开工' },
    { text: '更正 社区养老服务站 218个 少算了北碚', value: '218个', note: '北碚开工\n少算了北碚' },
  ])('begins its form with what it should be and why: “$text”', async ({ text, value, note }) => {
    const { text: said, blocks } = await office.ask(text);

    expect(said).toContain(`还没有改成“${value}”：请点“更正”`);
    expect(labels(blocks).slice(0, 2)).toEqual(['更正这次填报', '撤销这次填报']);
    await office.press(blocks, '更正这次填报');
    const form = await office.openedForm();
    expect(fieldOf(form, 'value').initial_value).toBe(value);
    expect(fieldOf(form, 'note').initial_value).toBe(note);
    expect(JSON.stringify(form.blocks)).toContain('"initial_date":"2019-03-31"');
  });

  it.each(['撤销 婚姻辅导站 51', '更正 婚姻辅导站 打反了', '更正 婚姻辅导站'])(
    'is not told to be anything by “%s”',
    async (text) => {
      const { text: said, blocks } = await office.ask(text);

      expect(said).toContain('“婚姻辅导站(室)”最近的填报是51个');
      expect(labels(blocks)[0]).toBe('撤销这次填报');
    },
  );
});
