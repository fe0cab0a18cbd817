import type { Button, SectionBlock } from '@slack/types';
import { plainText } from '../blocks/elements.ts';
import { numbered } from '../ids.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { TARGET_BUTTONS } from './target-messages.ts';
import { encodeTargetValue } from './target-values.ts';

/** A button about targets. Labels come from the wording and are short. */
export function targetButton(button: {
  readonly label: string;
  readonly action: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
}): Button {
  return {
    type: 'button',
    text: plainText(button.label),
    action_id: button.action,
    value: button.value,
    ...(button.style ? { style: button.style } : {}),
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

/** Longest line of a list; names and units are short, notes may not be. */
const MAX_LINE = 400;

export function shortenLine(text: string): string {
  return text.length <= MAX_LINE ? text : `${text.slice(0, MAX_LINE)}…`;
}
