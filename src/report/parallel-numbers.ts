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
  /** The clauses of the sentence before it. */
  readonly clausesBefore: readonly Span[];
}): readonly (ParallelMember | undefined)[] {
  const { folded, clause, inClause, before, clausesBefore } = input;
  const [first] = inClause;
  if (!first || inClause.length < 2) return [];
  const gaps = inClause
    .slice(1)
    .map((number, index) => folded.slice(inClause[index]?.end ?? 0, number.start));
  const middle = inClause.length / 2 - 1;
  const isChange =
    inClause.length >= 4 && gaps.every((gap, index) => (index === middle ? CHANGE_GAP : LIST_GAP).test(gap));
  if (!isChange && !gaps.every((gap) => LIST_GAP.test(gap))) return readRuns(input, gaps);
  const members = readMembers({
    folded,
    head: { start: clause.start, end: first.start },
    count: isChange ? middle + 1 : inClause.length,
    before,
    clausesBefore,
  });
  if (!isChange) return members;
  return [
    ...members.map((member) => ({ ...member, role: 'before' as const })),
    ...members.map((member) => ({ ...member, role: 'after' as const })),
  ];
}

/** `城乡居民收入分别达到53026元和22435元、各增长6.5%和9.5%`: several lists of the same owners in one clause. */
function readRuns(
  input: Parameters<typeof readParallel>[0],
  gaps: readonly string[],
): readonly (ParallelMember | undefined)[] {
  const { folded, clause, inClause, before, clausesBefore } = input;
  const size = gaps.findIndex((gap) => !LIST_GAP.test(gap)) + 1;
  const isRegular = gaps.every((gap, index) => LIST_GAP.test(gap) === ((index + 1) % size !== 0));
  const [first] = inClause;
  if (!first || size < 2 || inClause.length % size !== 0 || !isRegular) return [];
  const head = { start: clause.start, end: first.start };
  const members = readMembers({ folded, head, count: size, before, clausesBefore });
  if (members.length !== size) return [];
  return inClause.map((_, index) => {
    const member = members[index % size];
    return member && index >= size ? { owner: member.owner, carried: member.own ?? [head] } : member;
  });
}

function readMembers(input: {
  readonly folded: string;
  readonly head: Span;
  readonly count: number;
  readonly before: readonly { readonly own: readonly Span[]; readonly owner: string }[];
  readonly clausesBefore: readonly Span[];
}): ParallelMember[] {
  const { folded, head, count, before, clausesBefore } = input;
  const text = sliceSpan(folded, head);
  const pair = count === 2 ? PAIRS.find(([pattern]) => pattern.test(text)) : undefined;
  // `城乡居民基础养老金、低保标准分别提高25元、50元` lists two things, each of town and country alike.
  const listed = /^(?<list>[^、]{3,}、[^、]{2,})分别/u.exec(text)?.groups?.list;
  if (pair && !listed?.split('、').some((name) => pair[0].test(name)))
    return pair[1].map((owner) => ({ owner }));
  const marker = /分别|各(?!类|项|种|地|级|方)/u.exec(text);
  if (!marker) return readCollected(folded, head, count);
  const named = { start: head.start, end: head.start + marker.index };
  const spans = splitMembers(folded, named, count);
  if (spans.length === count) {
    const common = findCommonWords(folded, spans, head);
    return spans.map((span, index) => {
      const own = index === count - 1 ? { start: span.start, end: common.start } : span;
      return { owner: sliceSpan(folded, own), own: [own, common].filter(({ start, end }) => start < end) };
    });
  }
  if (!isThin(text.slice(0, marker.index))) return [];
  const owners = before.slice(-count);
  if (owners.length === count)
    return owners.map(({ own, owner }) => ({
      owner: owner === '' ? own.map((span) => sliceSpan(folded, span)).join('') : owner,
      carried: own,
    }));
  return readNamedBefore(folded, count, clausesBefore);
}

/**
 * A list that is summed up by a kind needs no 分别 (`水稻、玉米、大豆等作物产量增长3%、4%和5%`), if it has at least three
 * members, as many as there are numbers.
 */
function readCollected(folded: string, head: Span, count: number): ParallelMember[] {
  const listed = /^(?<list>[^等]+、[^等]+)等(?!待级)/u.exec(sliceSpan(folded, head))?.groups?.list;
  if (!listed || count < MIN_COLLECTED) return [];
  const spans = splitMembers(folded, { start: head.start, end: head.start + listed.length }, count);
  if (spans.length !== count) return [];
  const common = { start: head.start + listed.length + 1, end: head.end };
  return spans.map((span) => ({ owner: sliceSpan(folded, span), own: [span, common] }));
}

const MIN_COLLECTED = 3;

/** Names in the clauses before, none of them with a number (`甲和乙迈上新台阶,丙再创新高,分别增长……`), back to the first. */
function readNamedBefore(folded: string, count: number, clauses: readonly Span[]): ParallelMember[] {
  let members: Span[] = [];
  for (const clause of clauses.toReversed()) {
    members = [...splitMembers(folded, clause, null), ...members];
    if (members.length >= count || folded.charAt(clause.start - 1) === ':') break;
  }
  if (members.length !== count) return [];
  return members.map((span) => ({ owner: sliceSpan(folded, span), carried: [span] }));
}

/** What separates the members of a list: any joint, or only the comma of lists and the joint before the last. */
const AND = '以及|和|与|(?<![普涉波触顾遍推惠])及(?![时格早其])';
const JOINTS = new RegExp(`、|${AND}`, 'gu');
const LAST_JOINTS = new RegExp(`、|(?:${AND})(?=[^、和与]*$)`, 'gu');
const COMMAS = /、/gu;

/** Splits a list in the way that gives so many members (`甲与乙、丙、丁` has three), if any does; else at every joint. */
function splitMembers(folded: string, named: Span, count: number | null): Span[] {
  const ways = [JOINTS, LAST_JOINTS, COMMAS].map((joints) => splitAt(folded, named, joints));
  return ways.find(({ length }) => length === count) ?? ways[0] ?? [];
}

function splitAt(folded: string, named: Span, joints: RegExp): Span[] {
  const spans: Span[] = [];
  let { start } = named;
  for (const match of sliceSpan(folded, named).matchAll(joints)) {
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
  const measure = SHARED_MEASURE.exec(sliceSpan(folded, last))?.[0] ?? '';
  const isOthers = spans.slice(0, -1).some((span) => sliceSpan(folded, span).endsWith(measure));
  return { start: last.end - (isOthers ? 0 : measure.length), end: head.end };
}

/** `甲及乙普及率`: what only the last of a list ends with and all are measured by. */
const SHARED_MEASURE =
  /(?<=..)(?:[普覆绿][及盖化]率|(?:总?产值|增加值|总?产量|总?面积|销售额|零售额|交易额|出口额|人数|总量))$/u;
