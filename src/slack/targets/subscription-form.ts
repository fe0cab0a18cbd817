import type { ModalView, PlainTextOption } from '@slack/types';
import { type Cadence, type Every, encodeCadence } from '../../targets/cadence.ts';
import { statusText } from '../../targets/digest-wording.ts';
import { STATUSES } from '../../targets/entry.ts';
import { HOLIDAY_RULES, type Subscription } from '../../targets/subscription.ts';
import { contextBlock, plainText } from '../blocks/elements.ts';
import { isSlackId } from '../slack-ids.ts';
import { fieldBlock } from './entry-form.ts';
import { option } from './list-selects.ts';
import { readRhythm } from './read-rhythm.ts';
import {
  cadenceDayText,
  HOLIDAY_WORDS,
  SUBSCRIPTION,
  ZONE_WORDS,
  zoneText,
} from './subscription-messages.ts';
import { readFilter } from './target-filter.ts';
import { INPUT_ELEMENT, TARGET_ACTIONS, TARGET_INPUTS, TARGET_VIEWS } from './target-ids.ts';
import { ENTRY_FORM } from './target-messages.ts';
import { TIME_ZONE } from './target-services.ts';
import { encodeTargetValue, type TargetValue } from './target-values.ts';

/** The 29th and 30th are left out: not every month has them, and the last day every month has. */
const MONTH_DAYS = ['first-working-day', 31, ...Array.from({ length: 28 }, (_, index) => index + 1)] as const;

const CADENCES: Readonly<Record<Cadence['every'], readonly Cadence[]>> = {
  week: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ every: 'week', weekday })),
  month: MONTH_DAYS.map((day) => ({ every: 'month', day })),
  quarter: MONTH_DAYS.map((day) => ({ every: 'quarter', day })),
};

export const EVERIES = ['week', 'month', 'quarter'] as const satisfies readonly Every[];

/** Where the day is chosen: a field of its own for each, so that a day of the week is not kept as one of the month. */
export function cadenceBlock(every: Every): string {
  return fieldBlock(TARGET_INPUTS.cadence, every);
}

/** The form for a new subscription or a changed one. */
export function subscriptionForm(input: {
  readonly subject: TargetValue<'subscriptionForm'>;
  readonly current: Subscription | undefined;
  /** Headings under which there are targets. */
  readonly sections: readonly string[];
  /** How often, as it was just chosen in the form. */
  readonly every?: Every | undefined;
}): ModalView {
  const { subject, current, sections } = input;
  // What was typed goes before what is.
  const { said = '' } = subject;
  const rhythm = readRhythm(said);
  const asked = said.split(/[\s,、;]+/u).map((word) => word.replace(/^只[看要发订报]?|的?(?:目标)?$/gu, ''));
  const every = input.every ?? rhythm.every ?? current?.cadence.every ?? 'week';
  const begun = rhythm.cadence ?? current?.cadence;
  const zones = [...new Set([current?.timeZone ?? TIME_ZONE, ...Object.keys(ZONE_WORDS)])];
  const zoneOption = (zone: string) => option(ZONE_WORDS[zone] ? `${zoneText(zone)}（${zone}）` : zone, zone);
  const everyOption = (each: Every) => option(SUBSCRIPTION.everyWords[each], each);
  const days = CADENCES[every].map((cadence) => option(cadenceDayText(cadence), encodeCadence(cadence)));
  const chosenDay = begun?.every === every ? encodeCadence(begun) : undefined;
  const isPersonal = isSlackId(subject.channel);
  const statuses = STATUSES.map((status) => option(statusText(status), status));
  const askedStatuses = asked.flatMap((word) => readFilter([word]).statuses);
  const wanted = askedStatuses.length > 0 ? askedStatuses : (current?.statuses ?? []);
  const chosenStatuses = statuses.filter(({ value }) => wanted.some((status) => status === value));
  const rule = current?.holidayRule ?? 'next-working-day';
  // Values of options may be 75 characters long, headings longer: the number of the heading stands for it.
  const sectionOptions = sections.map((section, index) =>
    option(section.split('/').at(-1) ?? section, String(index)),
  );
  const isNamed = (section: string): boolean =>
    asked.some((word) => word.length > 1 && section.includes(word));
  const isAsked = (section: string): boolean =>
    sections.some(isNamed) ? isNamed(section) : (current?.sections.includes(section) ?? false);
  const chosen = sectionOptions.filter((_option, index) => isAsked(sections[index] ?? ''));
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
        block_id: TARGET_INPUTS.every,
        dispatch_action: true,
        label: plainText(SUBSCRIPTION.every),
        element: {
          type: 'static_select',
          action_id: TARGET_ACTIONS.chooseEvery,
          options: EVERIES.map(everyOption),
          initial_option: everyOption(every),
        },
      },
      {
        type: 'input',
        block_id: cadenceBlock(every),
        label: plainText(SUBSCRIPTION.cadence),
        element: {
          type: 'static_select',
          action_id: INPUT_ELEMENT,
          options: days,
          ...initialDay(days, chosenDay),
        },
      },
      {
        type: 'input',
        block_id: TARGET_INPUTS.time,
        label: plainText(SUBSCRIPTION.time),
        element: {
          type: 'timepicker',
          action_id: INPUT_ELEMENT,
          initial_time: rhythm.time ?? current?.time ?? '09:00',
        },
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
              hint: plainText(SUBSCRIPTION.allHint),
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
              hint: plainText(SUBSCRIPTION.allHint),
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
        hint: plainText(SUBSCRIPTION.allHint),
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

/** The day as it was, or the first of the menu, which is the one most offices report on. */
function initialDay(days: readonly PlainTextOption[], value: string | undefined) {
  const initial = days.find((day) => day.value === value) ?? days[0];
  return initial ? { initial_option: initial } : {};
}
