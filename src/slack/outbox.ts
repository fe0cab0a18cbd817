import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { describeFault, type Log } from '../logging.ts';
import { readSendFailure, type SendFailure } from './send-failure.ts';

/** How long something that Slack does not take is kept; a person who waited longer has asked again. */
const KEEP_MS = 10 * 60_000;

/** From then on an answer says that it comes late. */
const LATE_MS = 30_000;

/** Messages kept at one time. Each holds its blocks, some 20 KB. */
const MAX_KEPT = 500;

/** Longest wait between two attempts when Slack does not say how long. */
const MAX_BACKOFF_MS = 30_000;

/** How often a statement is sent whose earlier attempts a server answered with an error. */
const MAX_STATEMENTS = 3;

/** One way to send a message: one call. Throws when it fails. `isLate` asks for the line that says so. */
export type Way = (isLate: boolean) => Promise<unknown>;

export type Outgoing = {
  /** Best first; the next one is tried only when one has definitely not been taken. */
  readonly ways: readonly Way[];
  /** Ways to tell the person that it is not known whether the message arrived. None: nobody waits for it. */
  readonly statement?: readonly Way[];
};

/** `given-up`: nothing was sent, and nobody could be told. */
export type Delivered = 'delivered' | 'uncertain' | 'given-up';

/** Sends messages to people: never twice, and not in vain while Slack only asks to wait. */
export type Outbox = {
  /**
   * Sends by the first way that works. What Slack turns away for the moment is kept for ten minutes and sent when it is
   * taken. What may have arrived is not repeated, in no way: the person is told once that it is uncertain.
   *
   * @throws what the last way threw when every way was refused for good.
   */
  deliver(outgoing: Outgoing): Promise<Delivered>;
  /** How many messages are kept until Slack takes them. */
  count(): number;
};

/** What an attempt came to, over all ways that are left. */
type Attempt =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'uncertain'; readonly by: 'server-error' | 'no-answer' }
  | { readonly kind: 'rejected'; readonly error: unknown }
  | { readonly kind: 'refused'; readonly left: readonly Way[]; readonly retryAfterMs: number | null };

export type OutboxOptions = {
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => Date;
};

export function createOutbox({ client, log, now }: OutboxOptions): Outbox {
  /** Repetitions go one by one, so that what was kept does not rush at Slack all at once when it is back. */
  let turn: Promise<unknown> = Promise.resolve();
  let kept = 0;

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function attempt(ways: readonly Way[], sinceMs: number): Promise<Attempt> {
    const ageMs = now().getTime() - sinceMs;
    const left: Way[] = [];
    let rejection: unknown;
    for (const [index, way] of ways.entries()) {
      try {
        await way(ageMs >= LATE_MS);
        return { kind: 'delivered' };
      } catch (error) {
        const failure = within(readSendFailure(error), KEEP_MS - ageMs);
        log.warn('slack.send_failed', { outcome: failure.kind, ...describeFault(error) });
        if (failure.kind === 'uncertain') return failure;
        if (failure.kind === 'rejected') rejection = error;
        else {
          left.push(way);
          if (failure.retryAfterMs !== null) {
            return { ...failure, left: [...left, ...ways.slice(index + 1)] };
          }
        }
      }
    }
    return left.length > 0
      ? { kind: 'refused', left, retryAfterMs: null }
      : { kind: 'rejected', error: rejection };
  }

  /** Attempts again and again, each time after the wait Slack asks for, until it is no longer of use. */
  async function repeat(refused: Extract<Attempt, { kind: 'refused' }>, sinceMs: number): Promise<Attempt> {
    let last = refused;
    for (let tries = 1; ; tries += 1) {
      const delayMs = last.retryAfterMs ?? backoffMs(tries);
      const { left } = last;
      await wait(delayMs);
      if (now().getTime() - sinceMs > KEEP_MS) return last;
      const next = await inTurn(() => attempt(left, sinceMs));
      if (next.kind !== 'refused') return next;
      last = next;
    }
  }

  async function state(ways: readonly Way[]): Promise<void> {
    const sinceMs = now().getTime();
    let isWell = await isSlackWell();
    for (let tries = 1, sent = 0; ; tries += 1) {
      if (isWell) {
        const outcome = await attempt(ways, sinceMs);
        if (outcome.kind === 'delivered' || outcome.kind === 'rejected') return;
        if (outcome.kind === 'uncertain') {
          sent += 1;
          // Perhaps seen. Only a server's own word that it failed makes saying it again better than silence.
          if (outcome.by === 'no-answer' || sent >= MAX_STATEMENTS) return;
        }
      }
      if (now().getTime() - sinceMs > KEEP_MS) {
        log.error('delivery.uncertain_untold');
        return;
      }
      await wait(backoffMs(tries));
      isWell = await inTurn(isSlackWell);
    }
  }

  /** Asked before a statement is sent, so that it is not swallowed by what made it necessary. */
  async function isSlackWell(): Promise<boolean> {
    try {
      await client.auth.test();
      return true;
    } catch {
      return false;
    }
  }

  return {
    async deliver({ ways, statement }) {
      const sinceMs = now().getTime();
      let outcome = await attempt(ways, sinceMs);
      if (outcome.kind === 'refused' && kept < MAX_KEPT) {
        kept += 1;
        try {
          outcome = await repeat(outcome, sinceMs);
        } finally {
          kept -= 1;
        }
      }
      switch (outcome.kind) {
        case 'delivered':
          return 'delivered';
        case 'rejected':
          throw outcome.error;
        case 'refused':
          log.error('delivery.given_up', { kept });
          return 'given-up';
        case 'uncertain':
          if (statement) await state(statement);
          return 'uncertain';
      }
    },
    count: () => kept,
  };
}

/** To be told to wait longer than anybody waits is a refusal: another way may be open. */
function within(failure: SendFailure, leftMs: number): SendFailure {
  const isTooLong = failure.kind === 'refused' && (failure.retryAfterMs ?? 0) > leftMs;
  return isTooLong ? { kind: 'rejected', code: null } : failure;
}

function backoffMs(tries: number): number {
  return Math.min(MAX_BACKOFF_MS, 1_000 * 2 ** (tries - 1));
}
