import type { ActionsBlock, PlainTextOption } from '@slack/types';
import { statusText } from '../../targets/digest-wording.ts';
import { STATUSES } from '../../targets/entry.ts';
import { plainText } from '../blocks/elements.ts';
import { isSlackId } from '../slack-ids.ts';
import { NO_FILTER, type TargetFilter } from './target-filter.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { LIST } from './target-messages.ts';

/** Slack's maximum for the text of an option and for the options of a menu. */
const OPTION_LIMITS = { text: 75, options: 100 } as const;

export function option(text: string, value: string): PlainTextOption {
  return { text: plainText(text.slice(0, OPTION_LIMITS.text)), value };
}

/** What a menu for statuses offers besides the statuses. */
const OTHER_CHOICES = {
  stale: { text: LIST.choices.stale, filter: { isStale: true } },
  'no-owner': { text: LIST.choices.withoutOwner, filter: { isWithoutOwner: true } },
  numeric: { text: LIST.choices.numeric, filter: { kind: 'numeric' } },
  milestone: { text: LIST.choices.milestone, filter: { kind: 'milestone' } },
} as const satisfies Record<string, { text: string; filter: Partial<TargetFilter> }>;

/** Menus that show another list: by section, status or owner. For fingers; words after `/policy 目标` combine. */
export function listSelects(sections: readonly string[]): ActionsBlock[] {
  const sectionOptions = sections
    .slice(0, OPTION_LIMITS.options)
    .map((section, index) => option(section.split('/').at(-1) ?? section, String(index)));
  return [
    {
      type: 'actions',
      elements: [
        ...(sectionOptions.length === 0
          ? []
          : [
              {
                type: 'static_select' as const,
                action_id: TARGET_ACTIONS.listSection,
                placeholder: plainText(LIST.bySection),
                options: sectionOptions,
              },
            ]),
        {
          type: 'static_select',
          action_id: TARGET_ACTIONS.listStatus,
          placeholder: plainText(LIST.byStatus),
          options: [
            ...STATUSES.map((status) => option(statusText(status), status)),
            ...Object.entries(OTHER_CHOICES).map(([value, { text }]) => option(text, value)),
          ],
        },
        {
          type: 'users_select',
          action_id: TARGET_ACTIONS.listOwner,
          placeholder: plainText(LIST.byOwner),
        },
      ],
    },
  ];
}

/** The filter a choice in one of the menus stands for; undefined when it is none of theirs. */
export function readChoice(
  action: { readonly action_id: string; readonly chosen: string },
  sections: readonly string[],
): TargetFilter | undefined {
  const { action_id: menu, chosen } = action;
  if (menu === TARGET_ACTIONS.listOwner)
    return isSlackId(chosen) ? { ...NO_FILTER, ownerId: chosen } : undefined;
  if (menu === TARGET_ACTIONS.listSection) {
    const section = sections[Number(chosen)]?.split('/').at(-1);
    return section === undefined ? undefined : { ...NO_FILTER, words: [section] };
  }
  const status = STATUSES.find((code) => code === chosen);
  if (status) return { ...NO_FILTER, statuses: [status] };
  const other = Object.entries(OTHER_CHOICES).find(([value]) => value === chosen);
  return other ? { ...NO_FILTER, ...other[1].filter } : undefined;
}
