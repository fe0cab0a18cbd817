import { z } from 'zod';
import { type Block, BlockSchema, SURFACES, type Surface } from './blocks.ts';
import { findBrokenRule, type MessageError } from './check-message.ts';
import { LIMITS } from './limits.ts';

/** The code Slack answers with when it refuses blocks. */
export type BlocksError = MessageError | 'invalid_blocks_format';

export type BlocksCheck =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly error: BlocksError; readonly messages: readonly string[] };

/**
 * Accepts or refuses blocks as Slack would. Blocks and elements that came without an id get one, because
 * every later payload names them by it. `messages` are worded as in Slack's `response_metadata.messages`.
 */
export function checkBlocks(input: unknown, surface: Surface): BlocksCheck {
  if (!Array.isArray(input)) return refuse('invalid_blocks_format', ['must be an array of blocks']);
  const maxBlocks = surface === 'message' ? LIMITS.message.blocks : LIMITS.view.blocks;
  const parsed = z.array(BlockSchema).max(maxBlocks).safeParse(input, { reportInput: true });
  if (!parsed.success) return refuse('invalid_blocks', parsed.error.issues.map(describeIssue));
  const blocks = parsed.data;
  const problems = [...misplacedBlocks(blocks, surface), ...repeatedIds(blocks)];
  if (problems.length > 0) return refuse('invalid_blocks', problems);
  const broken = surface === 'message' ? findBrokenRule(blocks) : undefined;
  if (broken !== undefined) return refuse(broken.error, broken.messages);
  return { ok: true, blocks: nameBlocks(blocks) };
}

/** Words a zod issue the way Slack does, with a JSON pointer. */
function describeIssue(issue: z.core.$ZodIssue): string {
  const pointer = `[json-pointer:/blocks${issue.path.map((part) => `/${String(part)}`).join('')}]`;
  return `[ERROR] ${issueText(issue)} ${pointer}`;
}

function issueText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `must be less than ${Number(issue.maximum) + 1} characters`
        : issue.origin === 'array'
          ? `no more than ${issue.maximum} items allowed`
          : `must be at most ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'string'
        ? `must be more than ${Number(issue.minimum) - 1} characters`
        : issue.origin === 'array'
          ? `no fewer than ${issue.minimum} items allowed`
          : `must be at least ${issue.minimum}`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return `unsupported type: ${typeOf(issue.input)}`;
    case 'invalid_type':
      return issue.input === undefined
        ? `missing required field: ${String(issue.path.at(-1) ?? '')}`
        : `must be a ${issue.expected}`;
    default:
      return issue.message;
  }
}

function typeOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'type' in input ? String(input.type) : typeof input;
}

function misplacedBlocks(blocks: readonly Block[], surface: Surface): readonly string[] {
  return blocks.flatMap((block, index) => {
    const surfaces = SURFACES[block.type];
    if (surfaces === undefined || surfaces.includes(surface)) return [];
    return [`[ERROR] unsupported type: ${block.type} [json-pointer:/blocks/${index}/type]`];
  });
}

function repeatedIds(blocks: readonly Block[]): readonly string[] {
  const seen = new Set<string>();
  return blocks.flatMap((block, index) => {
    if (block.block_id === undefined) return [];
    if (!seen.has(block.block_id)) {
      seen.add(block.block_id);
      return [];
    }
    return [`[ERROR] block_id already in use: ${block.block_id} [json-pointer:/blocks/${index}/block_id]`];
  });
}

function refuse(error: BlocksError, messages: readonly string[]): BlocksCheck {
  return { ok: false, error, messages };
}

/** Gives every block and element without an id one from its place, as Slack does with random ones. */
function nameBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => nameBlock(block, `b${index}`));
}

function nameBlock<Kind extends Block>(block: Kind, id: string): Kind {
  const named = { ...block, block_id: block.block_id ?? id };
  switch (named.type) {
    case 'actions':
    case 'context_actions':
      return {
        ...named,
        elements: named.elements.map((element, index) => nameElement(element, `a${index}`)),
      };
    case 'section':
      return named.accessory === undefined || named.accessory.type === 'image'
        ? named
        : { ...named, accessory: nameElement(named.accessory, 'a0') };
    case 'input':
      return { ...named, element: nameElement(named.element, 'a0') };
    case 'container':
      return {
        ...named,
        child_blocks: named.child_blocks.map((child, index) => nameBlock(child, `${id}-${index}`)),
      };
    default:
      return named;
  }
}

function nameElement<Kind extends { action_id?: string | undefined }>(element: Kind, id: string): Kind {
  return { ...element, action_id: element.action_id ?? id };
}
