import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import type { Message } from '../protocol.ts';
import { MessageView } from './message-view.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { useNewestInSight } from './use-newest-in-sight.ts';
import { formatDay, tsToMs } from './workspace-time.ts';

type Props = { readonly messages: readonly Message[]; readonly emptyText: string };

/** Messages in the order they came, with a line wherever the day changes; keeps the newest in view. */
export function MessageList({ messages, emptyText }: Props) {
  const end = useRef<HTMLDivElement>(null);
  useNewestInSight(end, messages.at(-1)?.id);
  return (
    <ScrollRegion class="message-list" label="消息">
      <div role="log" aria-label="消息">
        {messages.length === 0 && <p class="empty">{emptyText}</p>}
        {messages.map((message, index) => {
          const day = formatDay(tsToMs(message.ts));
          const previous = messages[index - 1];
          const isNewDay = previous === undefined || formatDay(tsToMs(previous.ts)) !== day;
          return (
            <Fragment key={message.id}>
              {isNewDay && (
                <p class="day">
                  <span>{day}</span>
                </p>
              )}
              <MessageView message={message} />
            </Fragment>
          );
        })}
      </div>
      <div ref={end} />
    </ScrollRegion>
  );
}
