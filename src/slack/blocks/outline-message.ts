import type { Button, KnownBlock } from '@slack/types';
import type { Answerer, OutlineNode } from '../../answering/answer.ts';
import { ACTIONS, numbered } from '../ids.ts';
import { BUTTONS, OUTLINE } from '../messages.ts';
import { button, contextBlock, paragraphBlock } from './elements.ts';
import { LIMITS } from './limits.ts';
import { countCharacters, escapeText, type Message } from './message.ts';

/** A node of the outline with the node above it. */
type Found = { readonly node: OutlineNode; readonly parent: OutlineNode | undefined };

/** Finds the smallest node that holds a place. */
export function findNodeAt(
  outline: readonly OutlineNode[],
  place: { readonly source: string; readonly start: number; readonly end: number },
): OutlineNode | undefined {
  const holds = (node: OutlineNode) =>
    node.source === place.source && node.start <= place.start && place.end <= node.end;
  const inside = (nodes: readonly OutlineNode[]): OutlineNode | undefined => {
    const node = nodes.find(holds);
    return node && (inside(node.children) ?? node);
  };
  return inside(outline);
}

/**
 * The outline below one node, or from the top when `nodeId` is empty: two levels, each heading that has
 * something under it with a button to go there. One report is not listed above its own parts.
 */
export function outlineMessage(answerer: Pick<Answerer, 'outline'>, nodeId: string): Message {
  const outline = answerer.outline();
  const [only] = outline;
  const topId = outline.length === 1 ? (only?.id ?? '') : '';
  const found = findWithParent(outline, (node) => node.id === (nodeId === '' ? topId : nodeId));
  if (outline.length === 0) return notice(OUTLINE.empty);
  if (!found && nodeId !== '') return notice(OUTLINE.unknown);
  const heading = found?.node.heading ?? OUTLINE.title;
  const rows = outlineRows(found?.node.children ?? outline, nodeId);
  const back = found?.parent && found.node.id !== topId ? [backButton(found.parent)] : [];
  return {
    text: escapeText(`${OUTLINE.title}:${heading}`),
    blocks: [
      paragraphBlock({ bold: heading }),
      ...fitRows(rows),
      ...(back.length === 0 ? [] : [{ type: 'actions' as const, elements: back }]),
    ],
  };
}

function notice(text: string): Message {
  return { text, blocks: [paragraphBlock(text)] };
}

function findWithParent(
  nodes: readonly OutlineNode[],
  isWanted: (node: OutlineNode) => boolean,
  parent?: OutlineNode,
): Found | undefined {
  for (const node of nodes) {
    if (isWanted(node)) return { node, parent };
    const below = findWithParent(node.children, isWanted, node);
    if (below) return below;
  }
  return undefined;
}

/**
 * From the top, two levels: a heading whose sections are listed under it, with and without anything below them, needs no
 * button of its own; one that has nothing but points does. Below that, only what stands directly under the node.
 */
function outlineRows(nodes: readonly OutlineNode[], nodeId: string): KnownBlock[] {
  return nodes.flatMap((node, index) => {
    const isListed = nodeId === '' && node.children.some(({ children }) => children.length > 0);
    const sections = isListed ? node.children : [];
    return sections.length === 0
      ? [nodeRow(node, `${index}`)]
      : [
          paragraphBlock({ bold: node.heading }),
          ...sections.map((section, number) => nodeRow(section, `${index}-${number}`)),
        ];
  });
}

/** A section takes a button beside its text. Its text is plain, so nothing in a heading comes alive. */
function nodeRow(node: OutlineNode, place: string): KnownBlock {
  return {
    type: 'section',
    text: { type: 'plain_text', text: node.heading, emoji: false },
    accessory: nodeButton(node, place),
  };
}

function nodeButton(node: OutlineNode, place: string): Button {
  return node.children.length === 0
    ? button({
        label: BUTTONS.read,
        action: numbered(ACTIONS.openPlace, place),
        value: { source: node.source, start: node.start, end: node.end },
      })
    : button({
        label: BUTTONS.open,
        action: numbered(ACTIONS.openOutline, place),
        value: { node: node.id },
      });
}

function backButton(parent: OutlineNode): Button {
  return button({ label: BUTTONS.back, action: ACTIONS.openOutline, value: { node: parent.id } });
}

/** Blocks left for what stands around the rows: heading, note, buttons, and the App Home's own. */
const RESERVED_BLOCKS = 4;
const RESERVED_CHARACTERS = 1_000;

function fitRows(rows: readonly KnownBlock[]): KnownBlock[] {
  let characters = RESERVED_CHARACTERS;
  const firstTooMany = rows.findIndex((row, index) => {
    characters += countCharacters([row]);
    return index >= LIMITS.messageBlocks - RESERVED_BLOCKS || characters > LIMITS.messageCharacters;
  });
  if (firstTooMany === -1) return [...rows];
  return [...rows.slice(0, firstTooMany), contextBlock(OUTLINE.more(rows.length - firstTooMany))];
}
