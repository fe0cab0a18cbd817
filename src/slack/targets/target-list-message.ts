import type { KnownBlock } from '@slack/types';
import { findAttentionReasons } from '../../targets/digest.ts';
import {
  dayText,
  STATE_WORDS,
  statusText,
  targetGoalText,
  targetValueText,
} from '../../targets/digest-wording.ts';
import { STATUSES } from '../../targets/entry.ts';
import type { Target } from '../../targets/target.ts';
import type { TargetRow } from '../../targets/target-rows.ts';
import { actionsBlocks, bulletBlock, contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { escapeMarked, markedRuns, markPerson } from '../blocks/person-marks.ts';
import { shownCount } from '../blocks/shown-count.ts';
import { listSelects } from './list-selects.ts';
import { exportListButton, listButton, roundButton, targetLine } from './target-blocks.ts';
import { isSilent, ME, type TargetFilter } from './target-filter.ts';
import { CARD, LIST, TARGET_BUTTONS } from './target-messages.ts';

/** Lines of one message; a phone screen or two. */
export const PAGE_SIZE = 12;

/** Owners named above a list, and targets of each. */
const MAX_PEOPLE = 8;
const MAX_NAMES = 5;

/** Fewer than these are not worth a page of their own. */
const MIN_LAST_PAGE = 4;

export type ListPage = {
  readonly rows: readonly TargetRow[];
  readonly filter: TargetFilter;
  /** Number of the first line, counted from 0. */
  readonly from: number;
  /** Headings to choose from. */
  readonly sections: readonly string[];
  /** Where no row is: the targets it would show if it did not matter how they stand. */
  readonly others?: readonly TargetRow[];
  /** Whether it is asked who answers for what. */
  readonly showsOwners?: boolean;
  /** Whether whoever looks gets their own digest already. */
  readonly isSubscribed?: boolean;
};

/** A page of a list of targets, with ways to narrow it on the first. */
export function targetListMessage(list: ListPage): Message {
  const { rows, filter, from, sections, others = [], showsOwners = false, isSubscribed = false } = list;
  const left = rows.length - from;
  const page = rows.slice(from, from + (left < PAGE_SIZE + MIN_LAST_PAGE ? left : PAGE_SIZE));
  const rest = left - page.length;
  const title = LIST.titled(filter);
  const selects = from === 0 ? listSelects(sections) : [];
  if (page.length === 0) {
    const none = noneText(filter, others);
    return {
      text: escapeText(`${title}\n${none}`),
      blocks: [
        headerBlock(title),
        paragraphBlock(none),
        ...actionsBlocks(otherButtons(filter, others)),
        ...selects,
      ],
    };
  }
  const lines = page.map(lineText);
  const silent = rows.filter(isSilent).length;
  const isUnreported = filter.statuses.length === 1 && filter.statuses.includes('unreported');
  const isAboutReporting = filter.isStale || filter.ownerId === ME || isUnreported;
  const namesOwners = (isUnreported || showsOwners) && filter.ownerId === null && from === 0;
  const owners = namesOwners ? ownerLines(rows) : [];
  const blocks: KnownBlock[] = [
    headerBlock(title),
    ...(owners.length > 0 ? [bulletBlock(owners.map(markedRuns))] : []),
    ...page.map(({ target }, index) => targetLine(lines[index] ?? '', target.id, index)),
    contextBlock(LIST.shown(from + 1, from + page.length, rows.length)),
    ...(filter.ownerId === ME && from === 0 && !isSubscribed ? [contextBlock(LIST.subscribe)] : []),
    ...actionsBlocks([
      ...(rest > 0
        ? [
            listButton({
              label: TARGET_BUTTONS.more(Math.min(rest, PAGE_SIZE)),
              index: 0,
              filter,
              from: from + page.length,
            }),
          ]
        : []),
      ...(isAboutReporting && silent > 0
        ? [roundButton(TARGET_BUTTONS.recordStale(silent), { filter, isDue: false })]
        : []),
      exportListButton(filter),
    ]),
    ...selects,
  ];
  return { text: escapeMarked([title, ...owners, ...lines].join('\n')), blocks };
}

/** Who answers for what nobody has reported, and for what of it: whoever asks for it wants to ask them. */
function ownerLines(rows: readonly TargetRow[]): readonly string[] {
  const owned = new Map<string, string[]>();
  for (const { target, owners } of rows)
    for (const owner of owners) owned.set(owner, [...(owned.get(owner) ?? []), target.name]);
  const people = [...owned].toSorted(([, a], [, b]) => b.length - a.length);
  const shown = people.slice(0, shownCount(people.length, MAX_PEOPLE));
  const ownerless = rows.filter(({ owners }) => owners.length === 0).length;
  return [
    ...shown.map(([owner, names]) => `${markPerson(owner)}${LIST.owns(names, MAX_NAMES)}`),
    ...(people.length > shown.length ? [LIST.morePeople(people.length - shown.length)] : []),
    ...(ownerless > 0 ? [LIST.ownerless(ownerless, rows.length)] : []),
  ];
}

/** Why a list is empty: only where words were looked for may they have been the wrong ones. */
function noneText({ words, ownerId, ...rest }: TargetFilter, others: readonly TargetRow[]): string {
  if (words.length > 0 && others.length === 0) return LIST.none;
  const isOnlyOwned =
    ownerId !== null &&
    rest.statuses.length === 0 &&
    rest.kind === null &&
    !(rest.isStale || rest.needsAttention || rest.isWithoutOwner);
  if (isOnlyOwned) return ownerId === ME ? LIST.noneOfMine : LIST.noneOfTheirs;
  const counts = STATUSES.flatMap((status) => {
    const count = others.filter(({ standing }) => standing.status === status).length;
    return count === 0 ? [] : [LIST.count(count, status)];
  });
  return `${LIST.noneLikeThat}${counts.length === 0 ? '' : LIST.others(counts)}`;
}

/** Where to go on from an empty list: what needs a look all the same, and everything. */
function otherButtons(filter: TargetFilter, others: readonly TargetRow[]) {
  if (others.length === 0) return [];
  const wider = { ...filter, statuses: [], isStale: false, needsAttention: false };
  const attention = others.filter(({ standing }) => findAttentionReasons(standing).length > 0);
  const unreported = attention.filter(({ standing }) => standing.status === 'unreported');
  const all = { label: TARGET_BUTTONS.allOf(others.length), index: 1, filter: wider };
  return [
    ...(attention.length === 0 || filter.needsAttention
      ? []
      : [
          listButton({
            label: TARGET_BUTTONS.attentionOf(attention.length, unreported.length),
            index: 0,
            filter: { ...wider, needsAttention: true },
          }),
        ]),
    listButton(all),
  ];
}

/** One target on one line: `🟢 进展正常 社区养老服务站：185/400个（6月20日）`. */
export function lineText({ target, standing }: TargetRow): string {
  const { latest } = standing;
  const head = `${statusText(standing.status)} ${target.name}`;
  if (!latest) return target.kind === 'numeric' ? `${head}：${CARD.goal}${targetGoalText(target)}` : head;
  const said = latest.kind === 'value' ? valueText(latest.value, target) : STATE_WORDS[latest.state];
  const sample = latest.origin === 'sample' ? CARD.alsoSample : '';
  const stale = standing.isStale ? LIST.stale : '';
  return `${head}：${said}（${dayText(latest.asOf)}${sample}）${stale}`;
}

const valueText = (value: string, target: Target): string =>
  target.kind === 'numeric' ? targetValueText(value, target) : value;
