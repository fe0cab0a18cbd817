import { isSlackId } from '../slack-ids.ts';
import type { Run } from './elements.ts';
import { escapeText } from './message.ts';

/**
 * Marks a person inside a line of text, between two characters that no text has, until the line becomes runs. So the
 * core can build whole lines without knowing how Slack names people.
 */
export const markPerson = (userId: string): string => `\ue000${userId}\ue001`;

/**
 * The same for the top-level text of a message, which is all that notifications and screen readers get: escaped, with
 * mentions of exactly the people marked, so that names are read out and not ids.
 */
export function escapeMarked(text: string): string {
  return escapeText(text).replace(/\ue000([^\ue001]*)\ue001/gu, (_mark, userId: string) =>
    isSlackId(userId) ? `<@${userId}>` : userId,
  );
}

/** Splits a line at its marks: a live mention for an id of Slack's, the plain name for anybody else. */
export function markedRuns(line: string): Run[] {
  return line.split(/(\ue000[^\ue001]*\ue001)/u).flatMap((piece): Run[] => {
    const text = piece.replace(/[\ue000\ue001]/gu, '');
    if (text === '') return [];
    return [piece.startsWith('\ue000') && isSlackId(text) ? { user: text } : text];
  });
}
