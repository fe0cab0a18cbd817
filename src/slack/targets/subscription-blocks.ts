import type { KnownBlock } from '@slack/types';
import { dayText } from '../../targets/digest-wording.ts';
import { nextSlot } from '../../targets/plan-slots.ts';
import type { SlotRecord } from '../../targets/slot.ts';
import type { Schedule, Subscription } from '../../targets/subscription.ts';
import type { WorkCalendar } from '../../targets/working-days.ts';
import { actionsBlocks, contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { numbered } from '../ids.ts';
import { personRun } from './people.ts';
import {
  HOLIDAY_WORDS,
  PAUSE_WORDS,
  SUBSCRIPTION,
  slotText,
  WEEKDAY_WORDS,
  zoneText,
} from './subscription-messages.ts';
import { targetButton } from './target-blocks.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { TARGET_BUTTONS } from './target-messages.ts';
import { encodeTargetValue } from './target-values.ts';

/** Rows of one message: with their buttons they stay below what a message holds. */
const MAX_ROWS = 8;

/** A subscription with what has become of it. */
export type SubscriptionRow = { readonly subscription: Subscription; readonly last: SlotRecord | undefined };

/** `每周一 09:00(北京时间),遇节假日照常发`. */
export function scheduleText(schedule: Schedule): string {
  const { weekday, time, timeZone, holidayRule } = schedule;
  return `每${WEEKDAY_WORDS[weekday]} ${time}（${zoneText(timeZone)}），遇节假日${HOLIDAY_WORDS[holidayRule]}`;
}

/** When the next digest comes: `6月24日 09:00`. */
export function nextText(schedule: Schedule, calendar: WorkCalendar, now: Date): string {
  return `${dayText(nextSlot(schedule, calendar, now).slotOn)} ${schedule.time}`;
}

/** The subscriptions of one channel, each with its last and next digest and what can be done. */
export function subscriptionsMessage(
  rows: readonly SubscriptionRow[],
  {
    channel,
    calendar,
    now,
    viewerId,
    mayManage,
  }: {
    readonly channel: string;
    readonly calendar: WorkCalendar;
    readonly now: Date;
    readonly viewerId: string;
    readonly mayManage: boolean;
  },
): Message {
  const add = targetButton({
    label: TARGET_BUTTONS.newSubscription,
    action: TARGET_ACTIONS.newSubscription,
    value: encodeTargetValue('subscriptionForm', { channel, subscription: null }),
    style: 'primary',
  });
  const shown = rows.slice(0, MAX_ROWS);
  const rest = rows.length - shown.length;
  const lines = shown.map((row) => subscriptionText(row, calendar, now));
  const blocks: KnownBlock[] = [
    headerBlock(SUBSCRIPTION.title),
    ...(rows.length === 0 ? [paragraphBlock(SUBSCRIPTION.none)] : []),
    ...shown.flatMap((row, index) => [
      paragraphBlock(lines[index] ?? '', `\n${SUBSCRIPTION.owner}`, personRun(row.subscription.ownerId)),
      ...actionsBlocks(rowButtons(row, { index, viewerId, mayManage })),
    ]),
    ...(rest > 0 ? [contextBlock(SUBSCRIPTION.more(rest))] : []),
    ...(mayManage ? actionsBlocks([add]) : []),
  ];
  return {
    text: escapeText([SUBSCRIPTION.title, ...(lines.length > 0 ? lines : [SUBSCRIPTION.none])].join('\n')),
    blocks,
  };
}

export function subscriptionText(
  { subscription, last }: SubscriptionRow,
  calendar: WorkCalendar,
  now: Date,
): string {
  const next =
    subscription.pausedFor === null
      ? SUBSCRIPTION.next(nextText(subscription, calendar, now))
      : PAUSE_WORDS[subscription.pausedFor];
  const sections = subscription.sections.map((section) => section.split('/').at(-1) ?? section);
  return [
    scheduleText(subscription),
    sections.length > 0 ? sections.join('、') : SUBSCRIPTION.allSections,
    next,
    SUBSCRIPTION.last(last ? slotText(last) : SUBSCRIPTION.never),
  ].join('\n');
}

function rowButtons(
  { subscription, last }: SubscriptionRow,
  {
    index,
    viewerId,
    mayManage,
  }: { readonly index: number; readonly viewerId: string; readonly mayManage: boolean },
) {
  const value = encodeTargetValue('subscription', { subscription: subscription.id });
  const isPaused = subscription.pausedFor !== null;
  const preview = targetButton({
    label: TARGET_BUTTONS.preview,
    action: numbered(TARGET_ACTIONS.previewDigest, index),
    value,
  });
  const mayPostAgain = mayManage || subscription.ownerId === viewerId;
  const postAgain = targetButton({
    label: TARGET_BUTTONS.postAgain,
    action: numbered(TARGET_ACTIONS.postAgain, index),
    value: encodeTargetValue('slot', { subscription: subscription.id, slotOn: last?.slotOn ?? '' }),
    style: 'primary',
  });
  const first = last?.state === 'unknown' && mayPostAgain ? [postAgain] : [];
  if (!mayManage) return [...first, preview];
  return [
    ...first,
    preview,
    targetButton({
      label: TARGET_BUTTONS.change,
      action: numbered(TARGET_ACTIONS.changeSubscription, index),
      value: encodeTargetValue('subscriptionForm', {
        channel: subscription.channelId,
        subscription: subscription.id,
      }),
    }),
    isPaused
      ? targetButton({
          label: TARGET_BUTTONS.resume,
          action: numbered(TARGET_ACTIONS.resumeSubscription, index),
          value,
        })
      : targetButton({
          label: TARGET_BUTTONS.pause,
          action: numbered(TARGET_ACTIONS.pauseSubscription, index),
          value,
        }),
    targetButton({
      label: TARGET_BUTTONS.remove,
      action: numbered(TARGET_ACTIONS.removeSubscription, index),
      value,
      style: 'danger',
      confirm: { title: SUBSCRIPTION.removeTitle, text: SUBSCRIPTION.removeText },
    }),
  ];
}
