import { expect, it, vi } from 'vitest';
import { askPage, readSnapshot } from '../support/slack-client.ts';
import { startSampler } from '../support/start-sampler.ts';

const STAFF = { userId: 'U0STAFF001', sessionId: 'tab' };

it('can be opened while the bot starts, says what is done, and then does what was asked meanwhile', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<string>();
  const stages: string[] = [];
  const starting = startSampler({ held, onOpen: opened.resolve, onStage: (stage) => stages.push(stage) });
  const url = await opened.promise;
  const asked = askPage(url, 'send', { channelId: 'C0POLICY01', text: '一句话' });

  await vi.waitFor(async () => {
    expect((await readSnapshot(url, STAFF)).starting).toBe('正在等样例机器人……');
  });
  release();
  const workspace = await starting;

  expect(await asked).toEqual({ ok: true });
  expect(await readSnapshot(url, STAFF)).toMatchObject({ starting: null, messages: [expect.anything()] });
  expect(stages).toEqual(['正在启动机器人……', '正在等样例机器人……']);
  await workspace.stop();
});
