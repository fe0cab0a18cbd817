import type { KnownBlock } from '@slack/types';

/** What is sent: blocks for the eye; `text` for notifications and screen readers, which get nothing else. */
export type Message = { readonly text: string; readonly blocks: KnownBlock[] };

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
