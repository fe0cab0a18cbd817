import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../src/logging.ts';
import { startDemo } from '../../../src/workspace/demo/start-demo.ts';
import type { Message } from '../../../src/workspace/protocol.ts';
import { realAnswers } from '../../support/real-answers.ts';
import { askPage, readSnapshot } from '../support/slack-client.ts';

const WEEKLY = 'C0WEEKLY01';
const STAFF = { userId: 'U0STAFF001', sessionId: 'tab' };

/** Texts of a message that show a number somebody reported. */
function reportedTexts(message: Message): readonly string[] {
  return message.blocks.flatMap((block) =>
    block.type === 'data_table'
      ? block.rows.slice(1).flatMap(([, , cell]) => (cell?.type === 'raw_text' ? [cell.text] : []))
      : [],
  );
}

describe('digests of the demo', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  const faults: string[] = [];

  beforeEach(async () => {
    faults.length = 0;
    const log = createLog({ level: 'warn', now: () => new Date(), write: (line) => faults.push(line) });
    demo = await startDemo({ port: 0, log, answers: realAnswers() });
  });
  afterEach(async () => {
    await demo.stop();
    expect(faults).toEqual([]);
  });

  const ask = (name: string, body: object) => askPage(demo.url, name, body);
  const moveTo = (instant: string) => ask('clock', { instant: new Date(instant).toISOString() });
  const messagesIn = async (channelId: string) =>
    (await readSnapshot(demo.url, STAFF)).messages.filter((message) => message.channelId === channelId);
  const preview = async () => {
    const before = (await messagesIn('C0POLICY01')).length;
    await ask('send', { channelId: 'C0POLICY01', text: '/policy 周报' });
    return vi.waitFor(async () => {
      const message = (await messagesIn('C0POLICY01'))[before];
      if (message === undefined) throw new Error('no preview yet');
      return message;
    });
  };

  it('arrive as soon as the clock is moved past their hour, once each, and not before', async () => {
    await moveTo('2019-06-24T08:59:00+08:00');
    expect(await messagesIn(WEEKLY)).toEqual([]);
    await moveTo('2019-06-24T09:00:00+08:00');
    expect(await messagesIn(WEEKLY)).toHaveLength(1);
    await moveTo('2019-06-20T10:00:00+08:00');
    await moveTo('2019-06-24T12:00:00+08:00');
    expect(await messagesIn(WEEKLY)).toHaveLength(1);
    await moveTo('2019-07-01T09:00:00+08:00');

    const [, second] = await messagesIn(WEEKLY);
    expect(second?.text).toContain('2019年第26周');
    expect(second?.visibleTo).toBeUndefined();
  });

  it('say once that everything reported is a sample, until samples are removed', async () => {
    await ask('sample', { action: 'load' });
    const withSamples = await preview();
    await ask('sample', { action: 'remove' });
    const without = await preview();

    expect(reportedTexts(withSamples).length).toBeGreaterThan(2);
    expect(JSON.stringify(withSamples.blocks).match(/示例/gu)).toHaveLength(1);
    expect(withSamples.text).toContain('填报都是示例，不是实际进度。');
    expect(reportedTexts(without)).toEqual([]);
    expect(JSON.stringify(without)).not.toContain('示例');
  });

  it('start over with the rest: no samples, the clock where it was', async () => {
    await ask('sample', { action: 'load' });
    await moveTo('2019-06-24T09:00:00+08:00');
    await ask('reset', {});
    const { nowMs, sample, messages } = await readSnapshot(demo.url, STAFF);

    expect(messages).toEqual([]);
    expect(sample).toBe('absent');
    expect(new Date(nowMs).toISOString()).toMatch(/^2019-06-20T02:00/);
    expect(reportedTexts(await preview())).toEqual([]);
  });
});
