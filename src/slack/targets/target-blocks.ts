import type { Button, SectionBlock } from '@slack/types';
import type { LocalDate } from '../../targets/local-date.ts';
import { plainText } from '../blocks/elements.ts';
import { numbered } from '../ids.ts';
import type { TargetFilter } from './target-filter.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { TARGET_BUTTONS } from './target-messages.ts';
import { encodeTargetValue } from './target-values.ts';

/** A button about targets. Labels come from the wording and are short. */
export function targetButton(button: {
  readonly label: string;
  readonly action: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  /** What is asked before it counts. */
  readonly confirm?: { readonly title: string; readonly text: string };
}): Button {
  return {
    type: 'button',
    text: plainText(button.label),
    action_id: button.action,
    value: button.value,
    ...(button.style ? { style: button.style } : {}),
    ...(button.confirm
      ? {
          confirm: {
            title: plainText(button.confirm.title),
            text: plainText(button.confirm.text),
            confirm: plainText(button.label),
            deny: plainText(TARGET_BUTTONS.cancel),
          },
        }
      : {}),
  };
}

/** A line with a button that opens the card of its target. Texts are literal: nothing in them comes alive. */
export function targetLine(text: string, targetId: string, index: number): SectionBlock {
  return {
    type: 'section',
    text: plainText(shortenLine(text)),
    accessory: targetButton({
      label: TARGET_BUTTONS.details,
      action: numbered(TARGET_ACTIONS.openCard, index),
      value: encodeTargetValue('target', { target: targetId }),
    }),
  };
}

/** What was told before a form is opened: a value, or a state in words, and the day it is true for. */
export type Begun = { readonly said?: string | undefined; readonly asOf?: LocalDate | undefined };

/** A button that opens the form of a target, begun with what was said, or the choice of a target. */
export function recordButton(targetId: string | null, { said, asOf }: Begun = {}): Button {
  return targetButton({
    label: TARGET_BUTTONS.record,
    action: TARGET_ACTIONS.record,
    value: encodeTargetValue('recordTarget', {
      target: targetId,
      ...(said === undefined ? {} : { said: said.slice(0, MAX_SAID) }),
      ...(asOf === undefined ? {} : { asOf }),
    }),
    style: 'primary',
  });
}

/** A value with its day and a note. */
const MAX_SAID = 200;

/** A button that shows a list of targets. `index` keeps several in one message apart. */
export function listButton(button: {
  readonly label: string;
  readonly index: number;
  readonly filter: TargetFilter;
  readonly from?: number;
}): Button {
  return targetButton({
    label: button.label,
    action: numbered(TARGET_ACTIONS.listPage, button.index),
    value: encodeTargetValue('page', { filter: toValue(button.filter), from: button.from ?? 0 }),
  });
}

/** A button that gives all targets of a list as files. */
export function exportListButton(filter: TargetFilter): Button {
  return targetButton({
    label: TARGET_BUTTONS.export,
    action: TARGET_ACTIONS.exportList,
    value: encodeTargetValue('page', { filter: toValue(filter), from: 0 }),
  });
}

/** A button that goes through targets one by one: the silent ones of a filter, or those due before a digest. */
export function roundButton(
  label: string,
  { filter, isDue }: { readonly filter: TargetFilter; readonly isDue: boolean },
): Button {
  return targetButton({
    label,
    action: TARGET_ACTIONS.recordStale,
    value: encodeTargetValue('round', { filter: toValue(filter), isDue }),
    style: 'primary',
  });
}

function toValue(filter: TargetFilter) {
  return { ...filter, words: [...filter.words], statuses: [...filter.statuses] };
}

/** Longest line of a list; names and units are short, notes may not be. */
const MAX_LINE = 400;

export function shortenLine(text: string): string {
  return text.length <= MAX_LINE ? text : `${text.slice(0, MAX_LINE)}…`;
}
