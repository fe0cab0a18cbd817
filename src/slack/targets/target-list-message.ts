import type { KnownBlock } from '@slack/types';
import { dayText, STATE_WORDS, statusText } from '../../targets/digest-wording.ts';
import type { TargetRow } from '../../targets/target-rows.ts';
import { actionsBlocks, contextBlock, headerBlock } from '../blocks/elements.ts';
import type { Message } from '../blocks/message.ts';
import { escapeText } from '../blocks/message.ts';
import { targetButton, targetLine } from './target-blocks.ts';
import type { TargetFilter } from './target-filter.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { LIST, TARGET_BUTTONS } from './target-messages.ts';
import { encodeTargetValue } from './target-values.ts';

/** Lines of one message; a phone screen or two. */
export const PAGE_SIZE = 12;

/** A page of a list of targets, from number `from` on (the first is 0). */
export function targetListMessage(rows: readonly TargetRow[], filter: TargetFilter, from: number): Message {
  const page = rows.slice(from, from + PAGE_SIZE);
  const rest = rows.length - from - page.length;
  const title = `${LIST.title}:${LIST.filtered(filter)}`;
  if (page.length === 0) return { text: LIST.none, blocks: [headerBlock(title), contextBlock(LIST.none)] };
  const lines = page.map(lineText);
  const blocks: KnownBlock[] = [
    headerBlock(title),
    ...page.map(({ target }, index) => targetLine(lines[index] ?? '', target.id, index)),
    contextBlock(LIST.count(from + page.length, rows.length)),
    ...(rest > 0 ? actionsBlocks([moreButton(filter, from + page.length, rest)]) : []),
  ];
  return { text: escapeText([title, ...lines].join('\n')), blocks };
}

function moreButton(filter: TargetFilter, from: number, rest: number) {
  return targetButton({
    label: TARGET_BUTTONS.more(Math.min(rest, PAGE_SIZE)),
    action: TARGET_ACTIONS.listPage,
    value: encodeTargetValue('page', {
      filter: { ...filter, words: [...filter.words], statuses: [...filter.statuses] },
      from,
    }),
  });
}

/** One target on one line: `🟢 进展正常 社区养老服务站 185个(6月20日)/ 400个`. */
export function lineText({ target, standing }: TargetRow): string {
  const { latest } = standing;
  const value = latest
    ? latest.kind === 'value'
      ? ` ${latest.value}${target.kind === 'numeric' ? target.unit : ''}(${dayText(latest.asOf)})`
      : ` ${STATE_WORDS[latest.state]}(${dayText(latest.asOf)})`
    : '';
  const goal = target.kind === 'numeric' && target.goal ? ` / ${target.goal.printed}${target.unit}` : '';
  return `${statusText(standing.status)} ${target.name}${value}${goal}`;
}
