import type { PrintedFigure } from './numbers.ts';
import type { Span } from './span.ts';
import { sliceSpan } from './span.ts';
import { isThin } from './thin-words.ts';

/** What a number of a parallel list belongs to. `own` and `carried` are given only where they replace the plain reading. */
export type ParallelMember = {
  readonly owner: string;
  readonly own?: readonly Span[];
  readonly carried?: readonly Span[];
  readonly role?: 'before' | 'after';
};

/** Abbreviated pairs and what each half stands for. */
const PAIRS: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/城乡/u, ['城市', '农村']],
  [/城镇(?:和|、|与)农村/u, ['城镇', '农村']],
  [/男女/u, ['男', '女']],
];

const LIST_GAP = /^\s*(?:、|和|与|及|以及|\/)\s*(?:每人?每?[年月日天次]|每[人户亩张])?\s*$/u;
const CHANGE_GAP = /^\s*(?:分别)?\S{0,4}(?:到|至|为)\s*$/u;

/**
 * Tells parallel numbers to whom each belongs: to the halves of a pair (`城乡……546元、410元`), to the members of a list
 * named before 分别, once or for both ends of a change (`分别由7000元、3500元提高到1万元、5000元`), or, when the clause
 * names nothing, to what the figures before it measure. Empty when the numbers of a clause are no such list.
 */
export function readParallel(input: {
  readonly folded: string;
  readonly clause: Span;
  readonly inClause: readonly PrintedFigure[];
  readonly before: readonly { readonly own: readonly Span[]; readonly owner: string }[];
}): readonly (ParallelMember | undefined)[] {
  const { folded, clause, inClause, before } = input;
  const [first] = inClause;
  if (!first || inClause.length < 2) return [];
  const gaps = inClause
    .slice(1)
    .map((number, index) => folded.slice(inClause[index]?.end ?? 0, number.start));
  const middle = inClause.length / 2 - 1;
  const isChange =
    inClause.length >= 4 && gaps.every((gap, index) => (index === middle ? CHANGE_GAP : LIST_GAP).test(gap));
  if (!isChange && !gaps.every((gap) => LIST_GAP.test(gap))) return [];
  const members = readMembers({
    folded,
    head: { start: clause.start, end: first.start },
    count: isChange ? middle + 1 : inClause.length,
    before,
  });
  if (!isChange) return members;
  return [
    ...members.map((member) => ({ ...member, role: 'before' as const })),
    ...members.map((member) => ({ ...member, role: 'after' as const })),
  ];
}

function readMembers(input: {
  readonly folded: string;
  readonly head: Span;
  readonly count: number;
  readonly before: readonly { readonly own: readonly Span[]; readonly owner: string }[];
}): ParallelMember[] {
  const { folded, head, count, before } = input;
  const text = sliceSpan(folded, head);
  const pair = count === 2 ? PAIRS.find(([pattern]) => pattern.test(text)) : undefined;
  // `城乡居民基础养老金、低保标准分别提高25元、50元` lists two things, each of town and country alike.
  const listed = /^(?<list>[^、]{3,}、[^、]{2,})分别/u.exec(text)?.groups?.list;
  if (pair && !(listed && pair[0].test(listed.split('、')[0] ?? '')))
    return pair[1].map((owner) => ({ owner }));
  const marker = /分别|各(?!类|项|种|地|级|方)/u.exec(text);
  if (!marker) return [];
  const named = { start: head.start, end: head.start + marker.index };
  const spans = splitMembers(folded, named);
  if (spans.length === count) {
    const common = findCommonWords(folded, spans, head);
    return spans.map((span, index) => {
      const own = index === count - 1 ? { start: span.start, end: common.start } : span;
      return { owner: sliceSpan(folded, own), own: [own, common].filter(({ start, end }) => start < end) };
    });
  }
  const owners = before.slice(-count);
  if (!isThin(text.slice(0, marker.index)) || owners.length < count) return [];
  return owners.map(({ own, owner }) => ({
    owner: owner === '' ? own.map((span) => sliceSpan(folded, span)).join('') : owner,
    carried: own,
  }));
}

function splitMembers(folded: string, named: Span): Span[] {
  const spans: Span[] = [];
  let { start } = named;
  for (const match of sliceSpan(folded, named).matchAll(/、|和|与|及/gu)) {
    spans.push({ start, end: named.start + match.index });
    start = named.start + match.index + match[0].length;
  }
  return [...spans, { start, end: named.end }].filter((span) => span.start < span.end);
}

/**
 * The words after the last member's name that belong to all (`县道、乡道、村道|日常养护补助标准分别由`): where the last
 * member is longer than the others, its name ends with the character theirs end with.
 */
function findCommonWords(folded: string, spans: readonly Span[], head: Span): Span {
  const last = spans.at(-1) ?? head;
  const [first] = spans;
  const ending = first ? folded.charAt(first.end - 1) : '';
  const longest = Math.max(...spans.slice(0, -1).map(({ start, end }) => end - start));
  if (last.end - last.start > longest + 1) {
    const at = folded.slice(last.start, last.end).indexOf(ending);
    if (at >= 0) return { start: last.start + at + 1, end: head.end };
  }
  return { start: last.end, end: head.end };
}
