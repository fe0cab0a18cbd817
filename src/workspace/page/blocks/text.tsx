import type { TextObject } from '../../block-kit/texts.ts';
import { replaceEmoji } from './emoji.ts';
import { Mrkdwn } from './mrkdwn.tsx';

/** A text object: mrkdwn with its markup, plain text as it is. */
export function Text({ text }: { readonly text: TextObject }) {
  return text.type === 'mrkdwn' ? (
    <Mrkdwn text={text.text} />
  ) : (
    <span class="plain">{replaceEmoji(text.text)}</span>
  );
}
