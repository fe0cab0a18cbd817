import type { KnownBlock, ModalView } from '@slack/types';
import { dayText } from '../../targets/digest-wording.ts';
import { nextSlot } from '../../targets/plan-slots.ts';
import type { SlotRecord } from '../../targets/slot.ts';
import { HOLIDAY_RULES, type Schedule, type Subscription } from '../../targets/subscription.ts';
import type { WorkCalendar } from '../../targets/working-days.ts';
import { actionsBlocks, headerBlock, paragraphBlock, plainText } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { numbered } from '../ids.ts';
import { option } from './entry-form.ts';
import { targetButton } from './target-blocks.ts';
import { INPUT_ELEMENT, TARGET_ACTIONS, TARGET_INPUTS, TARGET_VIEWS } from './target-ids.ts';
import {
  ENTRY_FORM,
  HOLIDAY_WORDS,
  PAUSE_WORDS,
  SUBSCRIPTION,
  slotText,
  TARGET_BUTTONS,
  WEEKDAY_WORDS,
} from './target-messages.ts';
import { TIME_ZONE } from './target-services.ts';
import { encodeTargetValue, type TargetValue } from './target-values.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Zones offered in the form: China first, then where its offices abroad mostly are. */
export const ZONES = [
  TIME_ZONE,
  'Asia/Hong_Kong',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
] as const;

/** A subscription with what has become of it. */
export type SubscriptionRow = { readonly subscription: Subscription; readonly last: SlotRecord | undefined };

/** `每周一 09:00(Asia/Shanghai),节假日照常发`. */
export function scheduleText(schedule: Schedule): string {
  const { weekday, time, timeZone, holidayRule } = schedule;
  return `每${WEEKDAY_WORDS[weekday]} ${time}(${timeZone}),节假日${HOLIDAY_WORDS[holidayRule]}`;
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
  }: { readonly channel: string; readonly calendar: WorkCalendar; readonly now: Date },
): Message {
  const add = targetButton({
    label: TARGET_BUTTONS.newSubscription,
    action: TARGET_ACTIONS.newSubscription,
    value: encodeTargetValue('subscriptionForm', { channel, subscription: null }),
    style: 'primary',
  });
  // Eight rows of three blocks stay far below what a message holds.
  const shown = rows.slice(0, 8);
  const lines = shown.map((row) => subscriptionText(row, calendar, now));
  const blocks: KnownBlock[] = [
    headerBlock(SUBSCRIPTION.title),
    ...(rows.length === 0 ? [paragraphBlock(SUBSCRIPTION.none)] : []),
    ...shown.flatMap((row, index) => [
      paragraphBlock(lines[index] ?? ''),
      ...actionsBlocks(rowButtons(row.subscription, index)),
    ]),
    ...actionsBlocks([add]),
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
    ...(sections.length > 0 ? [sections.join('、')] : []),
    next,
    SUBSCRIPTION.last(last ? slotText(last) : SUBSCRIPTION.never),
  ].join('\n');
}

function rowButtons(subscription: Subscription, index: number) {
  const value = encodeTargetValue('subscription', { subscription: subscription.id });
  const isPaused = subscription.pausedFor !== null;
  return [
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
    }),
  ];
}

/** The form for a new subscription or a changed one. */
export function subscriptionForm(input: {
  readonly subject: TargetValue<'subscriptionForm'>;
  readonly current: Subscription | undefined;
  /** Headings under which there are targets. */
  readonly sections: readonly string[];
}): ModalView {
  const { subject, current, sections } = input;
  const zones = [...new Set([current?.timeZone ?? TIME_ZONE, ...ZONES])];
  const weekday = current?.weekday ?? 1;
  const rule = current?.holidayRule ?? 'next-working-day';
  // Values of options may be 75 characters long, headings longer: the number of the heading stands for it.
  const sectionOptions = sections.map((section, index) =>
    option(section.split('/').at(-1) ?? section, String(index)),
  );
  const chosen = sectionOptions.filter((_option, index) => current?.sections.includes(sections[index] ?? ''));
  return {
    type: 'modal',
    callback_id: TARGET_VIEWS.subscriptionForm,
    title: plainText(SUBSCRIPTION.formTitle),
    submit: plainText(ENTRY_FORM.submit),
    close: plainText(ENTRY_FORM.cancel),
    private_metadata: encodeTargetValue('subscriptionForm', subject),
    blocks: [
      {
        type: 'input',
        block_id: TARGET_INPUTS.weekday,
        label: plainText(SUBSCRIPTION.weekday),
        element: {
          type: 'static_select',
          action_id: INPUT_ELEMENT,
          options: WEEKDAYS.map((day) => option(WEEKDAY_WORDS[day], String(day))),
          initial_option: option(WEEKDAY_WORDS[weekday], String(weekday)),
        },
      },
      {
        type: 'input',
        block_id: TARGET_INPUTS.time,
        label: plainText(SUBSCRIPTION.time),
        element: { type: 'timepicker', action_id: INPUT_ELEMENT, initial_time: current?.time ?? '09:00' },
      },
      {
        type: 'input',
        block_id: TARGET_INPUTS.timeZone,
        label: plainText(SUBSCRIPTION.timeZone),
        element: {
          type: 'static_select',
          action_id: INPUT_ELEMENT,
          options: zones.map((zone) => option(zone, zone)),
          initial_option: option(zones[0] ?? TIME_ZONE, zones[0] ?? TIME_ZONE),
        },
      },
      ...(sectionOptions.length === 0
        ? []
        : [
            {
              type: 'input' as const,
              block_id: TARGET_INPUTS.sections,
              optional: true,
              label: plainText(SUBSCRIPTION.sections),
              element: {
                type: 'multi_static_select' as const,
                action_id: INPUT_ELEMENT,
                options: sectionOptions.slice(0, 100),
                ...(chosen.length > 0 ? { initial_options: chosen } : {}),
              },
            },
          ]),
      {
        type: 'input',
        block_id: TARGET_INPUTS.holidayRule,
        label: plainText(SUBSCRIPTION.holidayRule),
        element: {
          type: 'radio_buttons',
          action_id: INPUT_ELEMENT,
          options: HOLIDAY_RULES.map((code) => option(HOLIDAY_WORDS[code], code)),
          initial_option: option(HOLIDAY_WORDS[rule], rule),
        },
      },
    ],
  };
}
