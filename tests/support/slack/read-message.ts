import type { CallBody } from './fake-slack.ts';

/** Everything a person reads in blocks, in order, one line per block. Buttons are shown as `[label]`. */
export function readBlocks(blocks: readonly CallBody[]): string {
  return blocks.map((block) => readNode(block)).join('\n');
}

function readNode(node: unknown): string {
  if (Array.isArray(node)) return node.map(readNode).join('');
  if (typeof node !== 'object' || node === null) return '';
  const part = node as CallBody;
  switch (part.type) {
    case 'text':
      return part.style?.bold ? `**${part.text}**` : part.text;
    case 'plain_text':
    case 'mrkdwn':
      return part.text;
    case 'user':
      return `@${part.user_id}`;
    case 'button':
      return `[${part.text.text}]`;
    case 'feedback_buttons':
      return `[${part.positive_button.text.text}][${part.negative_button.text.text}]`;
    case 'rich_text_quote':
      return `> ${readNode(part.elements)}`;
    case 'rich_text_list':
      return part.elements.map((element: unknown) => `\n• ${readNode(element)}`).join('');
    case 'container':
      return `▸ ${part.title.text}\n${readBlocks(part.child_blocks)}`;
    case 'header':
      return `# ${part.text.text}`;
    case 'divider':
      return '----';
    case 'input':
      return `${part.label.text} [____]`;
    default:
      return readNode([part.text, part.accessory, part.elements].filter(Boolean));
  }
}

/** The button with a label, wherever it stands in the blocks. */
export function findButton(blocks: unknown, label: string): CallBody {
  const button = allButtons(blocks).find((candidate) => candidate.text.text === label);
  if (!button)
    throw new Error(
      `no button “${label}” among ${allButtons(blocks)
        .map((b) => b.text.text)
        .join(', ')}`,
    );
  return { type: 'button', action_id: button.action_id, value: button.value };
}

/** A choice from a menu behind three dots, wherever it stands in the blocks. */
export function findOption(blocks: unknown, label: string): CallBody {
  const menus = allMenus(blocks);
  for (const { action_id, options } of menus) {
    const option = options.find((candidate: CallBody) => candidate.text.text === label);
    if (option) return { type: 'overflow', action_id, selected_option: option };
  }
  throw new Error(`no “${label}” in any of ${menus.length} menus`);
}

function allMenus(node: unknown): CallBody[] {
  if (Array.isArray(node)) return node.flatMap(allMenus);
  if (typeof node !== 'object' || node === null) return [];
  const part = node as CallBody;
  return part.type === 'overflow' ? [part] : Object.values(part).flatMap(allMenus);
}

export function allButtons(node: unknown): CallBody[] {
  if (Array.isArray(node)) return node.flatMap(allButtons);
  if (typeof node !== 'object' || node === null) return [];
  const part = node as CallBody;
  return part.type === 'button' ? [part] : Object.values(part).flatMap(allButtons);
}

const LIVE_TYPES = ['mrkdwn', 'markdown', 'link', 'user', 'usergroup', 'broadcast', 'channel', 'emoji'];

/** Everything in blocks that Slack would make more of than the characters it is written with. */
export function liveParts(node: unknown): CallBody[] {
  if (Array.isArray(node)) return node.flatMap(liveParts);
  if (typeof node !== 'object' || node === null) return [];
  const part = node as CallBody;
  const below = Object.values(part).flatMap(liveParts);
  return LIVE_TYPES.includes(part.type) || part.emoji === true ? [part, ...below] : below;
}
