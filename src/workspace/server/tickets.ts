import { randomUUID } from 'node:crypto';

/** A trigger id opens one view within 3 s (docs.slack.dev/interactivity/handling-user-interaction). */
export const TRIGGER_LIFETIME_MS = 3_000;

/** A response_url takes 5 answers within 30 minutes (same page). */
export const RESPONSE_LIFETIME_MS = 30 * 60_000;
export const RESPONSE_USES = 5;

export type Trigger = {
  readonly userId: string;
  readonly sessionId: string;
  /** The conversation of the action that issued it. */
  readonly channelId?: string | undefined;
};

/** Where an answer to a response_url goes. */
export type ResponseTarget = {
  readonly channelId: string;
  readonly userId: string;
  readonly threadTs?: string;
  /** The message the interaction came from, for `replace_original` and `delete_original`. */
  readonly messageId?: string;
  /** The exchange that gave the url away. */
  readonly exchangeId: string;
};

type Use<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly error: string };

/** Trigger ids: single use, short-lived. Lifetimes run on the real clock, whatever the workspace's shows. */
export function createTriggers(realNowMs: () => number) {
  const issued = new Map<
    string,
    { readonly trigger: Trigger; readonly expiresAtMs: number; used: boolean }
  >();
  return {
    issue(trigger: Trigger): string {
      const id = `trigger.${randomUUID()}`;
      issued.set(id, { trigger, expiresAtMs: realNowMs() + TRIGGER_LIFETIME_MS, used: false });
      return id;
    },
    use(id: string): Use<Trigger> {
      const entry = issued.get(id);
      if (entry === undefined) return { ok: false, error: 'invalid_trigger_id' };
      if (entry.used) return { ok: false, error: 'exchanged_trigger_id' };
      if (realNowMs() > entry.expiresAtMs) return { ok: false, error: 'expired_trigger_id' };
      entry.used = true;
      return { ok: true, content: entry.trigger };
    },
  };
}

/** Response urls: five answers within half an hour, counted on the real clock. */
export function createResponseUrls(realNowMs: () => number) {
  const issued = new Map<
    string,
    { readonly target: ResponseTarget; readonly expiresAtMs: number; uses: number }
  >();
  return {
    issue(target: ResponseTarget): string {
      const id = randomUUID();
      issued.set(id, { target, expiresAtMs: realNowMs() + RESPONSE_LIFETIME_MS, uses: 0 });
      return id;
    },
    use(id: string): Use<ResponseTarget> {
      const entry = issued.get(id);
      if (entry === undefined || realNowMs() > entry.expiresAtMs) return { ok: false, error: 'expired_url' };
      if (entry.uses >= RESPONSE_USES) return { ok: false, error: 'used_url' };
      entry.uses += 1;
      return { ok: true, content: entry.target };
    },
  };
}
