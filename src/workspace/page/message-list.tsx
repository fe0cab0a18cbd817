import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../protocol.ts';
import { MessageView } from './message-view.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { useStayAtEnd } from './use-stay-at-end.ts';
import { formatDay, tsToMs } from './workspace-time.ts';

type Props = { readonly messages: readonly Message[]; readonly emptyText: string };

/** Messages in the order they came, with a line wherever the day changes; keeps the newest in view. */
export function MessageList({ messages, emptyText }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const newestId = messages.at(-1)?.id;
  useStayAtEnd(end);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
    // A message taller than the window is read from its beginning.
    const newest = end.current?.previousElementSibling?.lastElementChild;
    const region = end.current?.parentElement;
    if (newest && region && newest.clientHeight > region.clientHeight) newest.scrollIntoView();
  }, [newestId]);
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
