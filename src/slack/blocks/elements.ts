import type {
  ActionsBlock,
  Button,
  ContainerBlock,
  ContextBlock,
  HeaderBlock,
  Overflow,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
} from '@slack/types';
import type { ButtonValue } from '../button-values.ts';
import { encodeValue } from '../button-values.ts';
import { LIMITS } from './limits.ts';

/**
 * Everything that is said or quoted goes out as `rich_text` or `plain_text`: Slack takes both literally, so
 * that mentions, links and markup in a question or a report stay the characters they are.
 */
export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

export function headerBlock(text: string): HeaderBlock {
  return {
    type: 'header',
    text: plainText(text.length <= LIMITS.header ? text : `${text.slice(0, LIMITS.header - 1)}…`),
  };
}

/** Blocks that open below their title. Slack may not take it yet: what holds one is sent with another form beside it. */
export function foldedBlock(title: string, children: ContainerBlock['child_blocks']): ContainerBlock {
  return {
    type: 'container',
    title: plainText(
      title.length <= LIMITS.containerTitle ? title : `${title.slice(0, LIMITS.containerTitle - 1)}…`,
    ),
    is_collapsible: true,
    default_collapsed: true,
    width: 'full',
    child_blocks: children,
  };
}

/** A text to be copied as it stands. */
export function copyBlock(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  };
}

/** A piece of running text; `{ user }` is a live mention and only ever built from an id that Slack sent. */
export type Run = string | { readonly bold: string } | { readonly user: string };

export function paragraphBlock(...runs: readonly Run[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: runs.flatMap(runElements) }],
  };
}

export function bulletBlock(items: readonly (string | readonly Run[])[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: items.map((item) => ({
          type: 'rich_text_section',
          elements: (typeof item === 'string' ? [item] : item).flatMap(runElements),
        })),
      },
    ],
  };
}

export function quoteBlock(...runs: readonly Run[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: runs.flatMap(runElements) }] };
}

export function contextBlock(text: string): ContextBlock {
  return { type: 'context', elements: [plainText(text)] };
}

export type ButtonOptions = {
  readonly label: string;
  readonly action: string;
  readonly value: ButtonValue;
};

/** A button. Labels come from the wording or have been checked with {@link fitsButton}. */
export function button({ label, action, value }: ButtonOptions): Button {
  return { type: 'button', text: plainText(label), action_id: action, value: encodeValue(value) };
}

/** A menu behind three dots. Values are short: Slack takes fewer characters than on a button. */
export function overflowMenu(
  action: string,
  options: readonly { readonly label: string; readonly value: ButtonValue }[],
): Overflow {
  return {
    type: 'overflow',
    action_id: action,
    options: options.map(({ label, value }) => ({ text: plainText(label), value: encodeValue(value) })),
  };
}

/** Whether a label can stand on a button whole. */
export function fitsButton(label: string): boolean {
  return label.length <= LIMITS.buttonText;
}

/** Buttons in rows as wide as Slack allows; no block when there are none. */
export function actionsBlocks(buttons: readonly (Button | Overflow)[]): ActionsBlock[] {
  const rows: ActionsBlock[] = [];
  for (let start = 0; start < buttons.length; start += LIMITS.actionsElements) {
    rows.push({ type: 'actions', elements: buttons.slice(start, start + LIMITS.actionsElements) });
  }
  return rows;
}

/** Slack refuses empty text elements, so an empty run gives none. */
function runElements(run: Run): RichTextElement[] {
  if (typeof run === 'string') return run === '' ? [] : [{ type: 'text', text: run }];
  if ('user' in run) return [{ type: 'user', user_id: run.user }];
  return run.bold === '' ? [] : [{ type: 'text', text: run.bold, style: { bold: true } }];
}
