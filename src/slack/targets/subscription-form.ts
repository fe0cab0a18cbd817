import type { ModalView } from '@slack/types';
import { type Cadence, encodeCadence } from '../../targets/cadence.ts';
import { statusText } from '../../targets/digest-wording.ts';
import { STATUSES } from '../../targets/entry.ts';
import { HOLIDAY_RULES, type Subscription } from '../../targets/subscription.ts';
import { contextBlock, plainText } from '../blocks/elements.ts';
import { isSlackId } from '../slack-ids.ts';
import { option } from './list-selects.ts';
import { cadenceText, HOLIDAY_WORDS, SUBSCRIPTION, ZONE_WORDS, zoneText } from './subscription-messages.ts';
import { INPUT_ELEMENT, TARGET_INPUTS, TARGET_VIEWS } from './target-ids.ts';
import { ENTRY_FORM } from './target-messages.ts';
import { TIME_ZONE } from './target-services.ts';
import { encodeTargetValue, type TargetValue } from './target-values.ts';

/** The 29th and 30th are left out: not every month has them, and the last day every month has. */
const MONTH_DAYS = ['first-working-day', ...Array.from({ length: 28 }, (_, index) => index + 1), 31] as const;

const CADENCES: Readonly<Record<Cadence['every'], readonly Cadence[]>> = {
  week: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ every: 'week', weekday })),
  month: MONTH_DAYS.map((day) => ({ every: 'month', day })),
  quarter: MONTH_DAYS.map((day) => ({ every: 'quarter', day })),
};

/** The form for a new subscription or a changed one. */
export function subscriptionForm(input: {
  readonly subject: TargetValue<'subscriptionForm'>;
  readonly current: Subscription | undefined;
  /** Headings under which there are targets. */
  readonly sections: readonly string[];
}): ModalView {
  const { subject, current, sections } = input;
  const zones = [...new Set([current?.timeZone ?? TIME_ZONE, ...Object.keys(ZONE_WORDS)])];
  const zoneOption = (zone: string) => option(ZONE_WORDS[zone] ? `${zoneText(zone)}（${zone}）` : zone, zone);
  const cadenceOption = (cadence: Cadence) => option(cadenceText(cadence), encodeCadence(cadence));
  const isPersonal = isSlackId(subject.channel);
  const statuses = STATUSES.map((status) => option(statusText(status), status));
  const chosenStatuses = statuses.filter(({ value }) => current?.statuses.some((status) => status === value));
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
      ...(isPersonal ? [contextBlock(SUBSCRIPTION.personal)] : []),
      {
        type: 'input',
        block_id: TARGET_INPUTS.cadence,
        label: plainText(SUBSCRIPTION.cadence),
        element: {
          type: 'static_select',
          action_id: INPUT_ELEMENT,
          option_groups: (['week', 'month', 'quarter'] as const).map((every) => ({
            label: plainText(SUBSCRIPTION.cadenceGroups[every]),
            options: CADENCES[every].map(cadenceOption),
          })),
          initial_option: cadenceOption(current?.cadence ?? { every: 'week', weekday: 1 }),
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
          options: zones.map(zoneOption),
          initial_option: zoneOption(current?.timeZone ?? TIME_ZONE),
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
      ...(isPersonal
        ? []
        : [
            {
              type: 'input' as const,
              block_id: TARGET_INPUTS.owners,
              optional: true,
              label: plainText(SUBSCRIPTION.owners),
              element: {
                type: 'multi_users_select' as const,
                action_id: INPUT_ELEMENT,
                ...(current && current.owners.length > 0 ? { initial_users: [...current.owners] } : {}),
              },
            },
          ]),
      {
        type: 'input',
        block_id: TARGET_INPUTS.statuses,
        optional: true,
        label: plainText(SUBSCRIPTION.statuses),
        element: {
          type: 'multi_static_select',
          action_id: INPUT_ELEMENT,
          options: statuses,
          ...(chosenStatuses.length > 0 ? { initial_options: chosenStatuses } : {}),
        },
      },
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
