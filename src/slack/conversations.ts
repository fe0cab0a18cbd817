/** Where a message was written. */
export type Written = {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string | undefined;
};

/** The thread an answer in a channel belongs to: the message's own, or the one it starts. */
export function threadOf({ ts, threadTs }: Written): string {
  return threadTs ?? ts;
}

/** Names the thread whose last question a follow-up in a channel refers to. */
export function threadConversation(written: Written): string {
  return `${written.channel}:${threadOf(written)}`;
}

/** Names the direct message, or the thread in it, whose last question a follow-up refers to. */
export function directConversation({ channel, threadTs }: Written): string {
  return threadTs === undefined ? channel : `${channel}:${threadTs}`;
}

/** One key for the twin events Slack sends of one message (`app_mention` and `message`). */
export function messageKey({ channel, ts }: Written): string {
  return `message:${channel}:${ts}`;
}
