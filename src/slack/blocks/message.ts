import type { KnownBlock } from '@slack/types';
import { LIMITS } from './limits.ts';

/** What is sent: blocks for the eye; `text` for notifications and screen readers, which get nothing else. */
export type Message = {
  readonly text: string;
  readonly blocks: KnownBlock[];
  /** The same without a block type Slack may refuse; present only where `blocks` holds one. */
  readonly unfoldedBlocks?: KnownBlock[];
};

/** A message in the forms it may be sent in, best first: one, or two where Slack may refuse the first. */
export function formsOf({ text, blocks, unfoldedBlocks }: Message): readonly Message[] {
  return [{ text, blocks }, ...(unfoldedBlocks ? [{ text, blocks: unfoldedBlocks }] : [])];
}

/** A stretch of content that is shown whole or not at all. */
export type Part = { readonly text: string; readonly blocks: readonly KnownBlock[] };

/** Size of blocks as measured against {@link LIMITS.messageCharacters}. */
export function countCharacters(blocks: readonly KnownBlock[]): number {
  return JSON.stringify(blocks).length;
}

/** Escapes the three characters that Slack reads as markup in `text`, so that nothing in it comes alive. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** As many of the first parts as fit beside the other blocks. */
export function takeFitting(parts: readonly Part[], others: readonly KnownBlock[]): readonly Part[] {
  let blocks = others.length;
  let characters = countCharacters(others);
  const firstTooMany = parts.findIndex((part) => {
    blocks += part.blocks.length;
    characters += countCharacters(part.blocks);
    return blocks > LIMITS.messageBlocks || characters > LIMITS.messageCharacters;
  });
  return firstTooMany === -1 ? parts : parts.slice(0, firstTooMany);
}
