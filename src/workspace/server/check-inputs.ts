import type { Block, BlockOf } from '../block-kit/blocks.ts';
import type { ElementValue, FieldErrors, FormValues } from '../protocol.ts';

/** What Slack itself checks in a modal before it tells the app: required fields, lengths, numbers, addresses. */
export function checkInputs(blocks: readonly Block[], values: FormValues): FieldErrors {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const blockId = block.block_id ?? '';
    const problem = checkInput(block, values[blockId]?.[block.element.action_id ?? '']);
    if (problem !== undefined) errors[blockId] = problem;
  }
  return errors;
}

function checkInput(block: BlockOf<'input'>, value: ElementValue | undefined): string | undefined {
  const { element } = block;
  const entered = enteredValue(value);
  if (entered === undefined) return block.optional === true ? undefined : '请填写此项。';
  if (typeof entered !== 'string') return undefined;
  switch (element.type) {
    case 'plain_text_input':
      if (element.min_length !== undefined && entered.length < element.min_length) {
        return `至少写 ${element.min_length} 个字。`;
      }
      if (element.max_length !== undefined && entered.length > element.max_length) {
        return `最多写 ${element.max_length} 个字。`;
      }
      return undefined;
    case 'number_input': {
      const number = Number(entered);
      if (!Number.isFinite(number)) return '请填数字。';
      if (!element.is_decimal_allowed && !Number.isInteger(number)) return '请填整数。';
      if (element.min_value !== undefined && number < Number(element.min_value)) {
        return `不能小于 ${element.min_value}。`;
      }
      if (element.max_value !== undefined && number > Number(element.max_value)) {
        return `不能大于 ${element.max_value}。`;
      }
      return undefined;
    }
    case 'url_text_input':
      return URL.canParse(entered) ? undefined : '请填完整的网址，例如 https://example.com。';
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+$/.test(entered) ? undefined : '请填邮箱地址。';
    default:
      return undefined;
  }
}

/** What was entered, whichever field Slack keeps it in; undefined when nothing was. */
function enteredValue(value: ElementValue | undefined): unknown {
  if (value === undefined) return undefined;
  const { type: _type, ...fields } = value;
  const entered = Object.values(fields).find(
    (field) => field !== null && field !== undefined && field !== '',
  );
  return Array.isArray(entered) && entered.length === 0 ? undefined : entered;
}
