import type { KnownBlock } from '@slack/types';
import { dayText, selectionText } from '../../targets/digest-wording.ts';
import { nextSlot } from '../../targets/plan-slots.ts';
import type { SlotRecord } from '../../targets/slot.ts';
import type { Schedule, Subscription } from '../../targets/subscription.ts';
import type { WorkCalendar } from '../../targets/working-days.ts';
import { actionsBlocks, contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import type { Message } from '../blocks/message.ts';
import { escapeMarked, markedRuns, markPerson } from '../blocks/person-marks.ts';
import { numbered } from '../ids.ts';
import { isSlackId } from '../slack-ids.ts';
import { personRun } from './people.ts';
import {
  cadenceText,
  HOLIDAY_WORDS,
  PAUSE_WORDS,
  SUBSCRIPTION,
  slotText,
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

/** `每周一 09:00（北京时间），遇节假日照常发`. */
export function scheduleText(schedule: Schedule): string {
  const { cadence, time, timeZone, holidayRule } = schedule;
  const isWorkingDay = cadence.every !== 'week' && cadence.day === 'first-working-day';
  const holidays = isWorkingDay ? '' : `，遇节假日${HOLIDAY_WORDS[holidayRule]}`;
  return `${cadenceText(cadence)} ${time}（${zoneText(timeZone)}）${holidays}`;
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
    said,
  }: {
    readonly channel: string;
    readonly calendar: WorkCalendar;
    readonly now: Date;
    readonly viewerId: string;
    readonly mayManage: boolean;
    /** What the forms behind its buttons begin with, as it was typed. */
    readonly said?: string | undefined;
  },
): Message {
  const typed = said === undefined ? {} : { said };
  const add = targetButton({
    label: TARGET_BUTTONS.newSubscription,
    action: TARGET_ACTIONS.newSubscription,
    value: encodeTargetValue('subscriptionForm', { channel, subscription: null, ...typed }),
    style: 'primary',
  });
  const shown = rows.slice(0, MAX_ROWS);
  const rest = rows.length - shown.length;
  const none = isSlackId(channel) ? SUBSCRIPTION.nonePersonal : SUBSCRIPTION.none;
  const lines = shown.map((row) => subscriptionText(row, calendar, now));
  const blocks: KnownBlock[] = [
    headerBlock(SUBSCRIPTION.title),
    ...(rows.length === 0 ? [paragraphBlock(none)] : []),
    ...shown.flatMap((row, index) => [
      paragraphBlock(...markedRuns(lines[index] ?? ''), ...ownerRuns(row.subscription)),
      ...actionsBlocks(rowButtons(row, { index, viewerId, mayManage, typed })),
    ]),
    ...(rest > 0 ? [contextBlock(SUBSCRIPTION.more(rest))] : []),
    ...(mayManage ? actionsBlocks([add]) : []),
  ];
  return {
    text: escapeMarked([SUBSCRIPTION.title, ...(lines.length > 0 ? lines : [none])].join('\n')),
    blocks,
  };
}

/** Whether a subscription goes to one person instead of a channel. */
export function isPersonal({ channelId }: Pick<Subscription, 'channelId'>): boolean {
  return isSlackId(channelId);
}

function ownerRuns(subscription: Subscription) {
  return isPersonal(subscription) ? [] : [`\n${SUBSCRIPTION.owner}`, personRun(subscription.ownerId)];
}

/** What a subscription is and what became of it; people in it are marked. */
export function subscriptionText(
  { subscription, last }: SubscriptionRow,
  calendar: WorkCalendar,
  now: Date,
): string {
  const next =
    subscription.pausedFor === null
      ? SUBSCRIPTION.next(nextText(subscription, calendar, now))
      : PAUSE_WORDS[subscription.pausedFor];
  const selection = selectionText({ selection: subscription }, markPerson);
  return [
    scheduleText(subscription),
    selection === '' ? SUBSCRIPTION.allTargets : selection,
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
    typed,
  }: {
    readonly index: number;
    readonly viewerId: string;
    readonly mayManage: boolean;
    readonly typed: { readonly said?: string };
  },
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
        ...typed,
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
