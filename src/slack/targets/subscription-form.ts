import type { ModalView } from '@slack/types';
import { HOLIDAY_RULES, type Subscription } from '../../targets/subscription.ts';
import { plainText } from '../blocks/elements.ts';
import { option } from './list-selects.ts';
import { HOLIDAY_WORDS, SUBSCRIPTION, WEEKDAY_WORDS, ZONE_WORDS, zoneText } from './subscription-messages.ts';
import { INPUT_ELEMENT, TARGET_INPUTS, TARGET_VIEWS } from './target-ids.ts';
import { ENTRY_FORM } from './target-messages.ts';
import { TIME_ZONE } from './target-services.ts';
import { encodeTargetValue, type TargetValue } from './target-values.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

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
