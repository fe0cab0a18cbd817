import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allButtons } from '../../support/slack/read-message.ts';
import { makeValueEntry } from '../../support/target-builders.ts';
import { startTargetBot, type TargetBot } from './target-bot.ts';

const office: TargetBot = await startTargetBot();
beforeEach(async () => {
  await office.bot.settle();
  office.bot.slack.reset();
});
afterAll(() => office.stop());
const labels = (blocks: unknown) => allButtons(blocks).map((button) => button.text.text);

describe('what is taken back by its day', () => {
  const user = () => office.bot.scene.user;
  const STATION = '2019-3-1-01';
  const CENTRE = '2019-3-1-02';
  beforeAll(async () => {
    const by = { recordedBy: user() };
    const made = new Date('2019-06-22T02:00:00.000Z');
    await office.records.ledger.append([
      makeValueEntry({ targetId: STATION, asOf: '2019-06-10', value: '170', ...by }),
      makeValueEntry({ targetId: STATION, asOf: '2019-06-20', value: '190', ...by }),
      makeValueEntry({ targetId: CENTRE, asOf: '2019-06-10', value: '9', ...by }),
      makeValueEntry({ targetId: CENTRE, asOf: '2019-06-15', value: '10', recordedAt: made, ...by }),
    ]);
  });
  it.each([
    { asked: '撤销 社区养老服务站 6月10日', said: '“社区养老服务站”的这次填报是170个（6月10日）' },
    { asked: '撤销社区养老服务站6月10日的填报', said: '170个（6月10日）' },
    { asked: '社区养老服务站6月10日填错了', said: '170个（6月10日）' },
    { asked: '撤销 社区养老服务站', said: '“社区养老服务站”最近的填报是190个（6月20日）' },
    { asked: '撤销 示范中心 6月22日', said: '10个（6月15日）' },
    {
      asked: '把社区养老服务站6月10日的改成180',
      said: '170个（6月10日），还没有改成“180”',
      first: '更正这次填报',
    },
  ])('“$asked” is about that entry', async ({ asked, said, first = '撤销这次填报' }) => {
    const shown = await office.ask(asked);

    expect(shown.text).toContain(said);
    expect(labels(shown.blocks)[0]).toBe(first);
  });

  it('says which others there are of that day, where no target is named', async () => {
    const { text } = await office.ask('把6月10日报的撤回');

    expect(text).toContain('9个（6月10日）');
    expect(text).toContain('6月10日您还填报了“社区养老服务站”');
  });

  it('offers no other entry where there is none of that day', async () => {
    for (const asked of ['撤销 社区养老服务站 6月11日', '把6月11日报的撤回', '撤销 社区养老服务站 2月31日']) {
      const shown = await office.ask(asked);
      expect(shown.text).toMatch(/没有找到(?:6月11日|2月31日)的、您可以撤销或更正的填报/u);
      expect(labels(shown.blocks)).not.toContain('撤销这次填报');
    }
  });
});
