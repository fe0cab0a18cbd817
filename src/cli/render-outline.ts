import type { OutlineNode } from '../answering/answer.ts';

/** Reports with their parts, sections and named points, each below the one it belongs to. */
export const renderOutline = (nodes: readonly OutlineNode[], depth = 0): string =>
  nodes
    .flatMap(({ heading, children }) => [
      `${'  '.repeat(depth)}${heading}`,
      ...(children.length === 0 ? [] : [renderOutline(children, depth + 1)]),
    ])
    .join('\n');
