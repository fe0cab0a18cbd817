import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import { buildDigestMessage } from '../../../src/slack/digests/digest-message.ts';
import { isRichBlock } from '../../../src/slack/digests/rich-blocks.ts';
import { buildDigest } from '../../../src/targets/digest.ts';
import type { Entry } from '../../../src/targets/entry.ts';
import type { Target } from '../../../src/targets/target.ts';
import { checkBlocks } from '../../../src/workspace/block-kit/check-blocks.ts';
import { makeMilestone, makeNumericTarget, makeValueEntry } from '../../support/target-builders.ts';

const OPTIONS = { isLate: false, subscriptionId: 'S1' } as const;

function digestOf(targets: readonly Target[], entries: readonly Entry[]) {
  const owners = new Map(targets.map(({ id }) => [id, ['U12AB']]));
  const since = { asOf: '2019-06-17', knownBefore: null };
  return buildDigest({ asOf: '2019-06-24', since, knowledgeVersion: 'abcdef', targets, entries, owners });
}

const values = (targetId: string, note = ''): Entry[] => [
  { ...makeValueEntry({ targetId, asOf: '2019-06-10', value: '90' }), seq: 1 },
  { ...makeValueEntry({ targetId, asOf: '2019-06-20', value: '120', note }), seq: 2 },
];

describe('buildDigestMessage', () => {
  const digest = digestOf([makeNumericTarget(), makeMilestone()], values('stations'));

  it('has a header, the line that says it all, a chart and a table with the same numbers', () => {
    const { blocks } = buildDigestMessage(digest, OPTIONS);

    expect(blocks[0]).toMatchObject({
      type: 'header',
      text: { text: '2019年第26周目标进度（6月24日至6月30日）' },
    });
    expect(JSON.stringify(blocks[1])).toContain('1个量化目标：1 有风险');
    const chart = blocks.find(({ type }) => type === 'data_visualization');
    expect(chart).toMatchObject({
      chart: {
        series: [
          { data: [{ label: '社区养老服务站', value: 30 }] },
          { data: [{ label: '社区养老服务站', value: 47.9 }] },
        ],
      },
    });
    expect(JSON.stringify(blocks.find(({ type }) => type === 'data_table'))).toContain('192个');
  });

  it('says in words for notifications what the blocks show', () => {
    const { text } = buildDigestMessage(digest, { ...OPTIONS, isLate: true });

    expect(text).toContain('补发');
    expect(text).toContain('1个量化目标：1 有风险');
    expect(text).toContain('120个');
  });

  it('names owners by mentions, in the message and in the notification', () => {
    const { text, blocks } = buildDigestMessage(digest, OPTIONS);

    expect(JSON.stringify(blocks)).toContain('{"type":"user","user_id":"U12AB"}');
    expect(text).toContain('负责人 <@U12AB>');
    expect(JSON.stringify(blocks)).not.toMatch(/[\ue000\ue001]/u);
  });

  it('names the sentence of every target it shows, with and without the new block types', () => {
    for (const blocks of [
      buildDigestMessage(digest, OPTIONS).blocks,
      buildDigestMessage(digest, OPTIONS).plainBlocks,
    ]) {
      expect(JSON.stringify(blocks)).toContain('建设400个');
    }
    expect(buildDigestMessage(digest, OPTIONS).plainBlocks.some(isRichBlock)).toBe(false);
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
