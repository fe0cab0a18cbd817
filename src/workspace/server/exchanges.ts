import type { Exchange } from '../protocol.ts';

/** How many exchanges are kept for the inspect panel; older ones are forgotten. */
const KEPT = 1_000;

/** A call by the bot belongs to the last thing a person did in its conversation, if that was this recent. */
const CAUSE_WINDOW_MS = 10_000;

type Place = { readonly channelId?: string | undefined; readonly threadTs?: string | undefined };

/** The record of everything said between Slack's side and the bot, and which message each part belongs to. */
export function createExchanges(realNowMs: () => number) {
  const exchanges = new Map<string, Exchange & { readonly place: Place; readonly atMs: number }>();
  const idsByMessage = new Map<string, Set<string>>();
  let count = 0;

  return {
    /** Opens a record, to be completed by `finish` once there is an answer. */
    start(exchange: Pick<Exchange, 'direction' | 'name' | 'payload'>, place: Place): string {
      count += 1;
      const id = `x${count}`;
      exchanges.set(id, { ...exchange, id, answer: null, durationMs: 0, place, atMs: realNowMs() });
      const oldest = exchanges.keys().next();
      if (exchanges.size > KEPT && !oldest.done) exchanges.delete(oldest.value);
      return id;
    },

    /** Adds what became known only after the record was opened (a response url holds the record's id). */
    setPayload(id: string, payload: unknown): void {
      const exchange = exchanges.get(id);
      if (exchange !== undefined) exchanges.set(id, { ...exchange, payload });
    },

    finish(id: string, answer: unknown): void {
      const exchange = exchanges.get(id);
      if (exchange === undefined) return;
      exchanges.set(id, { ...exchange, answer, durationMs: realNowMs() - exchange.atMs });
    },

    link(messageId: string, ...exchangeIds: readonly (string | undefined)[]): void {
      const ids = idsByMessage.get(messageId) ?? new Set();
      for (const id of exchangeIds) if (id !== undefined) ids.add(id);
      idsByMessage.set(messageId, ids);
    },

    /** What the person did that most likely made the bot post here; undefined when it posted by itself. */
    causeOf(place: Place): string | undefined {
      return [...exchanges.values()]
        .reverse()
        .find(
          (exchange) =>
            exchange.direction === 'to-bot' &&
            exchange.place.channelId === place.channelId &&
            (place.threadTs === undefined || exchange.place.threadTs === place.threadTs) &&
            realNowMs() - exchange.atMs < CAUSE_WINDOW_MS,
        )?.id;
    },

    of: (messageId: string): readonly Exchange[] =>
      [...(idsByMessage.get(messageId) ?? [])].flatMap((id) => {
        const exchange = exchanges.get(id);
        if (exchange === undefined) return [];
        const { place: _place, atMs: _atMs, ...shown } = exchange;
        return [shown];
      }),

    clear(): void {
      exchanges.clear();
      idsByMessage.clear();
    },
  };
}

export type Exchanges = ReturnType<typeof createExchanges>;
