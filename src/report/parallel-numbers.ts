import { BASIS_SOURCE } from './basis.ts';
import type { Statement } from './figure-statement.ts';
import { isMeasured, nameOnly, readOrdinals, shareWords, splitMembers } from './list-members.ts';
import type { PrintedFigure } from './numbers.ts';
import type { Span } from './span.ts';
import { sliceSpan } from './span.ts';
import { CHANGE_VERBS, isDependent, isThin } from './thin-words.ts';

/** What a number of a parallel list belongs to. `own` and `carried` are given only where they replace the plain reading. */
export type ParallelMember = {
  readonly owner: string;
  readonly own?: readonly Span[];
  readonly carried?: readonly Span[];
  readonly role?: 'before' | 'after';
};

/** Abbreviated pairs and what each half stands for. */
const PAIRS: readonly (readonly [string, readonly [string, string]])[] = [
  ['城乡', ['城市', '农村']],
  ['男女', ['男', '女']],
  ['存贷款', ['存款', '贷款']],
  ['进出口', ['进口', '出口']],
];

/** What stands between two numbers of a list; each may say itself whether it is more or less. */
const LIST_GAP = new RegExp(
  `^\\s*(?:、|和|与|及|以及|/)\\s*(?:每人?每?[年月日天次]|每[人户亩张])?(?:${CHANGE_VERBS})?\\s*$`,
  'u',
);
const CHANGE_GAP = /^\s*(?:分别)?\S{0,4}(?:到|至|为)\s*$/u;
/** A member of a list that has no number because nothing changed. */
const UNCHANGED = /[、和与]\s*(?:基本)?持平/gu;

/**
 * Tells parallel numbers to whom each belongs: to the halves of a pair (`城乡……546元、410元`), to the members of a list
 * named before 分别, once or for both ends of a change (`分别由7000元、3500元提高到1万元、5000元`), or, when the clause
 * names nothing, to what the figures before it measure. Empty when the numbers of a clause are no such list.
 */
export function readParallel(input: {
  readonly folded: string;
  readonly clause: Span;
  readonly inClause: readonly PrintedFigure[];
  readonly before: readonly Owner[];
  /** The clauses of the sentence before it. */
  readonly clausesBefore: readonly Span[];
}): readonly (ParallelMember | undefined)[] {
  const { folded, clause, inClause } = input;
  const [first] = inClause;
  if (!first) return [];
  const unchanged = findUnchanged(folded, { start: first.end, end: clause.end });
  const count = inClause.length + unchanged.length;
  if (count < 2) return [];
  const gaps = inClause
    .slice(1)
    .map((number, index) => folded.slice(inClause[index]?.end ?? 0, number.start).replace(UNCHANGED, ''));
  const middle = count / 2 - 1;
  const isChange =
    count >= 4 &&
    Number.isInteger(middle) &&
    gaps.every((gap, index) => (index === middle ? CHANGE_GAP : LIST_GAP).test(gap));
  if (!isChange && !gaps.every((gap) => LIST_GAP.test(gap))) return readRuns(input, gaps);
  const head = { start: clause.start, end: first.start };
  const read = readMembers({ ...input, head, count: isChange ? middle + 1 : count });
  // `由2020年的3万人、8万人增加到4万人、9万人`: which are the ends of a change is plain, whosever they are.
  const isFrom = isChange && read.length === 0 && /[由从][^,]*$/u.test(sliceSpan(folded, head));
  const members = isFrom ? inClause.slice(middle + 1).map(() => ({ owner: '' })) : read;
  if (!isChange) {
    const places = [...inClause.map(({ start }) => start), ...unchanged].sort((a, b) => a - b);
    return inClause.map(({ start }) => members[places.indexOf(start)]);
  }
  return [
    ...members.map((member) => ({ ...member, role: 'before' as const })),
    ...members.map((member) => ({ ...member, role: 'after' as const })),
  ];
}

/** Where members of a list that did not change stand. */
const findUnchanged = (folded: string, span: Span): readonly number[] =>
  [...sliceSpan(folded, span).matchAll(UNCHANGED)].map(({ index }) => span.start + index);

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
  readonly before: readonly Owner[];
  readonly clausesBefore: readonly Span[];
}): ParallelMember[] {
  const { folded, head, count, before, clausesBefore } = input;
  const text = sliceSpan(folded, head);
  const pair = count === 2 ? PAIRS.find(([both]) => text.includes(both)) : undefined;
  // `城乡居民基础养老金、低保标准分别提高25元、50元` lists two things, each of town and country alike.
  const listed = /^(?<list>[^、]{3,}、[^、]{2,})分别/u.exec(text)?.groups?.list;
  if (pair && !listed?.split('、').some((name) => name.includes(pair[0])))
    return pair[1].map((owner) => ({ owner }));
  const marker = /分别|各(?!类|项|种|地|级|方)/u.exec(text);
  if (!marker) {
    const among = readOthers(folded, head, count);
    if (among.length > 0) return among;
    // `城乡居民收入分别达6.2万元、3.1万元,增长4.1%、5.4%`: the owners go on.
    const going = before.slice(-count);
    const goesOn = isThin(text) && going.length === count && (areOwners(going) || areNeighbours(going, head));
    return goesOn ? goOn(folded, going) : readCollected(folded, head, count);
  }
  const named = nameOnly(folded, { start: head.start, end: head.start + marker.index });
  const spans = splitMembers(folded, named, count);
  const ordinals = readOrdinals(folded, spans, head);
  if (spans.length === count && ordinals.length > 0) return ordinals;
  if (spans.length === count) return shareWords(folded, spans, head);
  const among = readOthers(folded, { start: head.start + marker.index, end: head.end }, count);
  if (among.length > 0) return among;
  const leading = text.slice(0, marker.index);
  const owners = before.slice(-count);
  if (!isThin(leading) && !isDependent(leading))
    return spans.length === 1 && owners.length === count && areOwners(owners) ? keepOwners(owners) : [];
  if (owners.length === count) return goOn(folded, owners);
  return readNamedBefore(folded, count, clausesBefore);
}

type Owner = {
  readonly own: readonly Span[];
  readonly owner: string;
  readonly clause: Span;
  readonly states: Statement['states'];
};

const areOwners = (owners: readonly Owner[]): boolean => owners.every(({ owner }) => owner !== '');

/** Whether each stands alone in its clause, right before: `客运量4010万人,周转量13亿人公里,同比增长18.7%、10.7%`. */
const areNeighbours = (owners: readonly Owner[], head: Span): boolean =>
  owners.every(({ states }) => states === 'level') &&
  owners.every(({ clause }, index) => (owners[index + 1]?.clause ?? head).start - clause.end === 1);

/** `高于全国、全省1.2和0.8个百分点`: each number sets the same thing against another. */
function readOthers(folded: string, head: Span, count: number): ParallelMember[] {
  const found = /(?:[高低快慢优好多少]于|[高低快慢]出)(?<list>[^,]+?)(?:平均(?:水平)?|水平)?$/u.exec(
    sliceSpan(folded, head),
  );
  const list = found?.groups?.list;
  if (!found || !list) return [];
  const start = head.start + found.index + found[0].indexOf(list);
  const spans = splitMembers(folded, { start, end: start + list.length }, count);
  if (spans.length !== count) return [];
  const verb = { start: head.start, end: start };
  return spans.map((span) => ({ owner: sliceSpan(folded, span), own: [verb, span] }));
}

/** `甲县、乙县的优良天数分别为346天、354天,优良率分别为94.5%、96.7%`: the same owners, of whom something else is told. */
const keepOwners = (owners: readonly Owner[]): ParallelMember[] =>
  owners.map(({ own, owner }) => ({ owner, carried: own.slice(0, 1) }));

/** The owners of the numbers before, for as many numbers that name none. */
function goOn(folded: string, owners: readonly Owner[]): ParallelMember[] {
  return owners.map(({ own, owner }) => ({
    owner:
      owner === ''
        ? own
            .map((span) => sliceSpan(folded, span))
            .join('')
            .trim()
            .replace(/^(?:全年)?(?:完成|实现)|(?:达到?|[为至到约])$/gu, '')
        : owner,
    carried: own,
  }));
}

/**
 * A list needs no 分别 where it is summed up by a kind (`水稻、玉米、大豆等作物产量增长3%、4%和5%`) or ends with what is measured
 * (`粮食、蔬菜、水果产量比上年增长……`), if it has at least three members, as many as there are numbers.
 */
function readCollected(folded: string, head: Span, count: number): ParallelMember[] {
  if (count < MIN_COLLECTED) return [];
  const text = sliceSpan(folded, head);
  const summed = /^(?<list>[^等]+、[^等]+)等(?!待级)/u.exec(text)?.groups?.list;
  const list = summed ?? text.replace(LEADS_TO_NUMBER, '');
  const spans = splitMembers(folded, { start: head.start, end: head.start + list.length }, count);
  const last = spans.at(-1);
  if (spans.length !== count || !last) return [];
  if (summed === undefined) return isMeasured(sliceSpan(folded, last)) ? shareWords(folded, spans, head) : [];
  const common = { start: head.start + list.length + 1, end: head.end };
  return spans.map((span) => ({ owner: sliceSpan(folded, span), own: [span, common] }));
}

const MIN_COLLECTED = 3;
/** What leads from the things measured to the number: what they are set against, and the verb. */
const LEADS_TO_NUMBER = new RegExp(
  `(?:[由从](?:[^,、]{1,8}的)?|(?:${BASIS_SOURCE}|${CHANGE_VERBS}|达到?|[为至到])+)$`,
  'u',
);

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
