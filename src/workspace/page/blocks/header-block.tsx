import type { BlockOf } from '../../block-kit/blocks.ts';

/** Message headings stand under the page's own, so Slack's level 1 is h2 here. */
const TAGS = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5' } as const;

export function HeaderBlock({ block }: { readonly block: BlockOf<'header'> }) {
  const level = block.level ?? 1;
  const Heading = level === 2 ? TAGS[2] : level === 3 ? TAGS[3] : level === 4 ? TAGS[4] : TAGS[1];
  return <Heading class={`block-header level-${level}`}>{block.text.text}</Heading>;
}
