import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import { buildDigestMessage } from '../../../src/slack/digests/digest-message.ts';
import { type DigestBlock, isRichBlock } from '../../../src/slack/digests/rich-blocks.ts';
import { buildDigest } from '../../../src/targets/digest.ts';
import type { Entry } from '../../../src/targets/entry.ts';
import type { Target } from '../../../src/targets/target.ts';
import { checkBlocks } from '../../../src/workspace/block-kit/check-blocks.ts';
import { readBlocks } from '../../support/slack/read-message.ts';
import {
  makeEntry,
  makeMilestone,
  makeNumericTarget,
  makeValueEntry,
} from '../../support/target-builders.ts';

const OPTIONS = { isLate: false, subscriptionId: 'S1' } as const;

function digestOf(targets: readonly Target[], entries: readonly Entry[]) {
  const owners = new Map(targets.map(({ id }) => [id, ['U12AB']]));
  const since = { from: '2019-06-17', asOf: '2019-06-17', knownBefore: null };
  return buildDigest({ asOf: '2019-06-24', since, knowledgeVersion: 'abcdef', targets, entries, owners });
}

const values = (targetId: string, note = ''): Entry[] => [
  { ...makeValueEntry({ targetId, asOf: '2019-06-10', value: '90' }), seq: 1 },
  { ...makeValueEntry({ targetId, asOf: '2019-06-20', value: '120', note }), seq: 2 },
];

const tableOf = (blocks: readonly DigestBlock[]) =>
  blocks.flatMap((block) =>
    block.type === 'data_table'
      ? block.rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')))
      : [],
  );

describe('buildDigestMessage', () => {
  const digest = digestOf([makeNumericTarget(), makeMilestone()], values('stations'));

  it('begins with what it reports on and what a director must know', () => {
    const { blocks } = buildDigestMessage(digest, OPTIONS);

    const shown = readBlocks(blocks).split('\n');
    expect(shown[0]).toBe('# 2019年第25周目标进度（6月17日至6月23日）');
    expect(shown[1]).toBe('**本周1项有风险：社区养老服务站；未填报：工作任务1项。**');
  });

  it('has a chart with its unit upright, and a table of four columns', () => {
    const { blocks } = buildDigestMessage(digest, OPTIONS);

    expect(blocks.find(({ type }) => type === 'data_visualization')).toMatchObject({
      title: '完成进度与应到进度（%）',
      chart: {
        series: [
          { data: [{ label: '社区养老服务站', value: 30 }] },
          { data: [{ label: '社区养老服务站', value: 47.9 }] },
        ],
        axis_config: { categories: ['社区养老服务站'] },
      },
    });
    expect(JSON.stringify(blocks)).not.toContain('y_label');
    expect(tableOf(blocks)).toEqual([
      ['目标', '状态', '最新/目标', '应到'],
      ['社区养老服务站', '🟡 有风险', '120/400个', '192个'],
    ]);
  });

  it('says in words for notifications what the blocks show', () => {
    const { text } = buildDigestMessage(digest, { ...OPTIONS, isLate: true });

    expect(text).toContain('补发');
    expect(text).toContain('本周1项有风险：社区养老服务站');
    expect(text).toContain('120/400个，应到192个');
  });

  it('names owners by mentions, in the message and in the notification', () => {
    const { text, blocks } = buildDigestMessage(digest, OPTIONS);

    expect(JSON.stringify(blocks)).toContain('{"type":"user","user_id":"U12AB"}');
    expect(text).toContain('（<@U12AB>）');
    expect(JSON.stringify(blocks)).not.toMatch(/[\ue000\ue001]/u);
  });

  it('says the same without the new block types', () => {
    const { plainBlocks } = buildDigestMessage(digest, OPTIONS);

    expect(plainBlocks.some(isRichBlock)).toBe(false);
    expect(readBlocks(plainBlocks)).toContain('🟡 有风险 社区养老服务站：120/400个，应到192个');
  });

  it('shows at most five of each, the worst first, and how to see the rest', () => {
    const targets = Array.from({ length: 10 }, (_, index) =>
      makeNumericTarget({ id: `n${index}`, name: `目标${index}` }),
    );
    const entries = targets.flatMap(({ id }, index): Entry[] => [
      { ...makeValueEntry({ targetId: id, asOf: '2019-06-10', value: String(index) }), seq: 2 * index + 1 },
      {
        ...makeValueEntry({ targetId: id, asOf: '2019-06-20', value: String(10 + 10 * index) }),
        seq: 2 * index + 2,
      },
    ]);
    const { blocks } = buildDigestMessage(digestOf(targets, entries), OPTIONS);

    const shown = readBlocks(blocks);
    expect(shown.match(/^• 🔴 目标\d：[\d.]+\/400个，完成/gmu)?.map((line) => line.slice(0, 8))).toEqual(
      [0, 1, 2, 3, 4].map((index) => `• 🔴 目标${index}：`.slice(0, 8)),
    );
    expect(shown).toContain('另有5项需要关注，见下面的按钮。');
    expect(shown).toContain('[需要关注的10项]');
    expect(tableOf(blocks)).toHaveLength(9);
    expect(shown).toContain('另有2项没有列出。');
  });

  it('folds what changed besides the first five below them, and names the files where nothing folds', () => {
    const targets = Array.from({ length: 8 }, (_, index) =>
      makeNumericTarget({ id: `n${index}`, name: `目标${index}` }),
    );
    const entries = targets.flatMap(({ id }, index): Entry[] => [
      { ...makeValueEntry({ targetId: id, asOf: '2019-06-10', value: '200' }), seq: 2 * index + 1 },
      { ...makeValueEntry({ targetId: id, asOf: '2019-06-20', value: '210' }), seq: 2 * index + 2 },
    ]);
    const { blocks, plainBlocks } = buildDigestMessage(digestOf(targets, entries), OPTIONS);

    const folded = blocks.find(({ type }) => type === 'container');
    expect(JSON.stringify(folded)).toContain('另有3项变化');
    expect(JSON.stringify(folded)).toContain('目标7：200个→210个');
    expect(readBlocks(plainBlocks)).toContain('另有3项没有列出，“导出”的文件里有。');
    expect(plainBlocks.some(({ type }) => type === 'container')).toBe(false);
    expect(checkBlocks(blocks, 'message')).toMatchObject({ ok: true });
  });

  it('does not say of what is paused that it is on schedule', () => {
    const paused = [
      ...values('stations'),
      { ...makeEntry('pause', { targetId: 'stations', asOf: '2019-06-21', note: '场地' }), seq: 3 },
    ];

    expect(readBlocks(buildDigestMessage(digestOf([makeNumericTarget()], paused), OPTIONS).blocks)).toContain(
      '填报过的目标都暂停了。',
    );
  });

  it('explains a green light that stands behind its line, and a green one that needs attention', () => {
    const stale = makeNumericTarget({ id: 'stale', name: '早先填过' });
    const { blocks } = buildDigestMessage(
      digestOf(
        [makeNumericTarget(), stale],
        [
          { ...makeValueEntry({ asOf: '2019-06-20', value: '173' }), seq: 1 },
          { ...makeValueEntry({ targetId: 'stale', asOf: '2019-04-01', value: '200' }), seq: 2 },
        ],
      ),
      OPTIONS,
    );

    const shown = readBlocks(blocks);
    expect(shown).toContain(
      '社区养老服务站：完成43.3%，应到47.9%，差4.6个百分点，在允许的10个百分点以内，算进展正常。',
    );
    expect(shown).toContain('🟢 早先填过：200/400个，完成50%，应到47.9%，4月1日以后没有再填报');
  });

  it('says once what holds for all: samples, nobody to answer', () => {
    const samples = values('stations', '示例').map((entry): Entry => ({ ...entry, origin: 'sample' }));
    const build = (entries: readonly Entry[]) =>
      buildDigest({
        asOf: '2019-06-24',
        since: { from: '2019-06-17', asOf: '2019-06-17', knownBefore: null },
        knowledgeVersion: 'v',
        targets: [makeNumericTarget(), makeMilestone()],
        entries,
        owners: new Map(),
      });

    const shown = readBlocks(buildDigestMessage(build(samples), OPTIONS).blocks);
    expect(shown.match(/示例/gu)).toHaveLength(1);
    expect(shown.match(/负责人/gu)).toHaveLength(1);
    const state: Entry = { ...makeEntry('state', { targetId: 'law', asOf: '2019-06-20' }), seq: 9 };
    const mixed = buildDigestMessage(build([...samples, state]), OPTIONS).blocks;
    expect(tableOf(mixed)[1]).toContain('120（示例）/400个');
  });

  it('does not ascribe to the rule what a person has judged', () => {
    const override = makeEntry('override', { targetId: 'stations', asOf: '2019-06-21', status: 'behind' });
    const judged = digestOf([makeNumericTarget()], [...values('stations'), { ...override, seq: 3 }]);

    const shown = readBlocks(buildDigestMessage(judged, OPTIONS).blocks);
    expect(shown).toContain('数据截至6月24日，状态由规则判定，注明人工判定的除外。');
  });

  it('of nothing is one line', () => {
    const { text, blocks } = buildDigestMessage(
      digestOf([makeNumericTarget(), makeMilestone()], []),
      OPTIONS,
    );

    expect(blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'actions']);
    expect(text.split('\n')).toEqual([
      '2019年第25周目标进度（6月17日至6月23日）',
      '量化目标1项、工作任务1项都还没有填报。',
    ]);
    const empty = buildDigestMessage(digestOf([], []), OPTIONS);
    expect(readBlocks(empty.blocks)).toContain('没有符合条件的目标。');
  });

  it('counts what was reported again without any change', () => {
    const again: Entry = { ...makeValueEntry({ asOf: '2019-06-21', value: '200' }), seq: 2 };
    const before: Entry = { ...makeValueEntry({ asOf: '2019-06-10', value: '200' }), seq: 1 };
    const shown = readBlocks(
      buildDigestMessage(digestOf([makeNumericTarget()], [before, again]), OPTIONS).blocks,
    );

    expect(shown).toContain('另有1项又填报过，数没有变：社区养老服务站。');
    expect(shown).not.toContain('200个→200个');
  });

  it('keeps markup in notes from coming alive', () => {
    const { text, blocks } = buildDigestMessage(
      digestOf([makeNumericTarget({ name: '<!channel>' })], values('stations', '<@U99>')),
      OPTIONS,
    );

    expect(text).not.toContain('<!channel>');
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
  });

  it('stays within Slack’s limits whatever there is to tell', () => {
    const content = fc.record({
      numeric: fc.integer({ min: 0, max: 400 }),
      milestones: fc.integer({ min: 0, max: 400 }),
      note: fc.string({ unit: 'grapheme', maxLength: 3_000 }),
      quote: fc.integer({ min: 5, max: 400 }),
    });

    fc.assert(
      fc.property(content, ({ numeric, milestones, note, quote }) => {
        const text = '建设'.repeat(Math.ceil(quote / 2)).slice(0, quote);
        const targets = [
          ...Array.from({ length: numeric }, (_, index) =>
            makeNumericTarget({ id: `n${index}`, name: `目标${index}`, quote: text }),
          ),
          ...Array.from({ length: milestones }, (_, index) =>
            makeMilestone({ id: `m${index}`, quote: text }),
          ),
        ];
        const entries = targets
          .slice(0, 60)
          .flatMap(({ id, kind }) => (kind === 'numeric' ? values(id, note) : []));
        const message = buildDigestMessage(digestOf(targets, entries), OPTIONS);
        for (const blocks of [message.blocks, message.plainBlocks]) {
          expect(blocks.length).toBeLessThanOrEqual(LIMITS.messageBlocks);
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.messageCharacters);
          expect(checkBlocks(blocks, 'message')).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 40 },
    );
  });
});
