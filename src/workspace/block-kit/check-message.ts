import type { Block } from './blocks.ts';
import { LIMITS } from './limits.ts';

/** The code Slack answers with when a whole message breaks a rule that none of its blocks breaks alone. */
export type MessageError = 'invalid_attachments' | 'invalid_blocks' | 'msg_blocks_too_long' | 'msg_too_long';

export type BrokenRule = { readonly error: MessageError; readonly messages: readonly string[] };

/** The first rule about all blocks of a message together that these break; undefined when Slack would post them. */
export function findBrokenRule(blocks: readonly Block[]): BrokenRule | undefined {
  const charts = blocks.filter(({ type }) => type === 'data_visualization').length;
  if (charts > LIMITS.message.charts) {
    const detail = `no more than ${LIMITS.message.charts} data_visualization blocks allowed`;
    return { error: 'invalid_blocks', messages: [`[ERROR] ${detail} [json-pointer:/blocks]`] };
  }
  if (countTables(blocks) > LIMITS.message.tables) {
    return { error: 'invalid_attachments', messages: ['[ERROR] only_one_table_allowed'] };
  }
  const markdown = countMarkdown(blocks);
  if (markdown > LIMITS.markdown) {
    return {
      error: 'msg_too_long',
      messages: [`${markdown} characters in all markdown blocks, ${LIMITS.markdown} allowed`],
    };
  }
  const characters = countCharacters(blocks);
  if (characters > LIMITS.message.characters) {
    return {
      error: 'msg_blocks_too_long',
      messages: [`${characters} characters in all blocks, about ${LIMITS.message.characters} allowed`],
    };
  }
  return undefined;
}

/** Tables of both kinds share one limit, those in containers included. */
export function countTables(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'container') return sum + countTables(block.child_blocks);
    return block.type === 'table' || block.type === 'data_table' ? sum + 1 : sum;
  }, 0);
}

function countMarkdown(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => (block.type === 'markdown' ? sum + block.text.length : sum), 0);
}

/** The characters of all texts of a message's blocks; cells of tables have a limit of their own and are left out. */
export function countCharacters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + countCharacters(part), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, part]) => {
    if (key === 'rows') return sum;
    return sum + (key === 'text' && typeof part === 'string' ? part.length : countCharacters(part));
  }, 0);
}
