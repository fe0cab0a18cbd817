import { describe, expect, it } from 'vitest';
import {
  createResponseUrls,
  createTriggers,
  RESPONSE_LIFETIME_MS,
  RESPONSE_USES,
  TRIGGER_LIFETIME_MS,
} from '../../../src/workspace/server/tickets.ts';

const trigger = { userId: 'U1', sessionId: 'tab' };
const target = { channelId: 'C1', userId: 'U1', exchangeId: 'x1' };

function createTime() {
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('createTriggers', () => {
  it('opens one view, once', () => {
    const triggers = createTriggers(createTime().nowMs);
    const id = triggers.issue(trigger);

    expect(triggers.use(id)).toEqual({ ok: true, content: trigger });
    expect(triggers.use(id)).toEqual({ ok: false, error: 'exchanged_trigger_id' });
  });

  it.each([
    { afterMs: TRIGGER_LIFETIME_MS, ok: true },
    { afterMs: TRIGGER_LIFETIME_MS + 1, ok: false },
  ])('is good after $afterMs ms: $ok', ({ afterMs, ok }) => {
    const time = createTime();
    const triggers = createTriggers(time.nowMs);
    const id = triggers.issue(trigger);
    time.pass(afterMs);

    expect(triggers.use(id).ok).toBe(ok);
  });
});

describe('createResponseUrls', () => {
  it('takes five answers and no sixth', () => {
    const urls = createResponseUrls(createTime().nowMs);
    const id = urls.issue(target);
    const uses = Array.from({ length: RESPONSE_USES + 1 }, () => urls.use(id));

    expect(uses.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
    expect(uses.at(-1)).toEqual({ ok: false, error: 'used_url' });
  });

  it('expires after half an hour', () => {
    const time = createTime();
    const urls = createResponseUrls(time.nowMs);
    const id = urls.issue(target);
    time.pass(RESPONSE_LIFETIME_MS + 1);

    expect(urls.use(id)).toEqual({ ok: false, error: 'expired_url' });
  });
});
