import { selectEffective, type View } from './effective-entries.ts';
import { type Entry, type Measurement, type MilestoneState, STATUSES, type Status } from './entry.ts';
import { judgeTarget, type Standing } from './judge-target.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { findReportPeriod, type ReportPeriod } from './report-period.ts';
import type { Baseline, Target } from './target.ts';
import { groupByTarget } from './target-rows.ts';
import { ALL_TARGETS, showsStatus, type TargetSelection } from './target-selection.ts';

/** How many targets stand where; `total` is their sum. */
export type StatusCounts = { readonly total: number } & Readonly<Record<Status, number>>;

/** A measurement as a digest shows it. Exactly one of `value` and `state` is there. */
export type DigestEntry = {
  readonly value?: string;
  readonly state?: MilestoneState;
  readonly asOf: LocalDate;
  readonly note: string;
  readonly evidence: string;
  readonly recordedBy: string;
  readonly isSample: boolean;
};

/** One target with everything needed to show it, its sentence included. */
export type DigestTarget = {
  readonly id: string;
  readonly name: string;
  readonly kind: Target['kind'];
  /** As printed (`400`, `1∶0.76`); null for milestones and for increases without a number. */
  readonly goal: string | null;
  readonly comparator: 'at-least' | 'at-most' | 'reach' | 'increase' | null;
  readonly unit: string;
  readonly baseline: Pick<
    Baseline,
    'printed' | 'unit' | 'comparability' | 'note' | 'quote' | 'start' | 'end'
  > | null;
  readonly latest: DigestEntry | null;
  /** What would be on the line on this day, computed; null where there is no line. */
  readonly expected: string | null;
  readonly achievedShare: number | null;
  readonly expectedShare: number | null;
  /** How far on the wrong side of the line, as a share of the whole way; negative ahead of it, null without a line. */
  readonly lag: number | null;
  /** The first report of a level that nothing else tells the start of, or null. */
  readonly firstReport: { readonly value: string; readonly asOf: LocalDate } | null;
  /** Whether a level is where it has to be by the end of the year. */
  readonly isLevelMet: boolean;
  readonly status: Status;
  readonly byRule: Status;
  /** Why the status is not what the rule says, or null. */
  readonly override: { readonly reason: string; readonly by: string } | null;
  readonly pause: { readonly reason: string; readonly by: string } | null;
  readonly isStale: boolean;
  /** Whether whoever reported last is not sure that it can be done in time. */
  readonly isUnsure: boolean;
  /** Whether it has been reported again for a day after the digest's. */
  readonly isReportedLater: boolean;
  readonly owners: readonly string[];
  readonly source: string;
  readonly section: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
};

/** What moved since the last digest. */
export type DigestChange = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly fromStatus: Status;
  readonly toStatus: Status;
  /** Whether people set the status it has now. */
  readonly isOverridden: boolean;
  readonly before: DigestEntry | null;
  readonly after: DigestEntry | null;
  /** The report that brought what stands now: others may have said the same after it. */
  readonly broughtBy: DigestEntry | null;
  /**
   * The day of the report that turned the one status into the other; null when none did: time alone, people by decision, or
   * several turns on the way.
   */
  readonly turnedOn: LocalDate | null;
  /** Whether what stands now is the only report there is. */
  readonly isFirst: boolean;
};

export type AttentionReason = 'overdue' | 'behind' | 'at-risk' | 'unreported' | 'stale' | 'low-confidence';

/** A target somebody should look at, and why; the most urgent reason first. */
export type DigestAttention = {
  readonly id: string;
  readonly name: string;
  readonly kind: Target['kind'];
  readonly reasons: readonly AttentionReason[];
  readonly owners: readonly string[];
};

/** Where each target stands on a day: what a digest says, as data. */
export type Digest = {
  readonly asOf: LocalDate;
  readonly period: ReportPeriod;
  /** What it was narrowed to. */
  readonly selection: TargetSelection;
  /** What a list narrowed it to besides, in words. */
  readonly narrowedTo?: readonly string[];
  /** The day the changes are counted from. */
  readonly since: LocalDate;
  readonly knowledgeVersion: string;
  readonly counts: { readonly numeric: StatusCounts; readonly milestone: StatusCounts };
  readonly changes: readonly DigestChange[];
  readonly attention: readonly DigestAttention[];
  /** In the order of the report. */
  readonly targets: readonly DigestTarget[];
};

export type DigestInput = {
  readonly asOf: LocalDate;
  /** The week, unless it says otherwise. */
  readonly period?: ReportPeriod;
  /** Targets of other sections and owners are left out of `targets` already; by status it is narrowed here. */
  readonly selection?: TargetSelection;
  /** The day changes are counted from, and what was known before: up to which day, and where a digest was posted, when. */
  readonly since: View & { readonly from: LocalDate };
  readonly knowledgeVersion: string;
  readonly targets: readonly Target[];
  /** The whole ledger in the order of recording; entries of other targets are ignored. */
  readonly entries: readonly Entry[];
  readonly owners: ReadonlyMap<string, readonly string[]>;
};

/** The ledger whole, without a last day. */
const EVERYTHING: View = { asOf: '9999-12-31', knownBefore: null };

/** Builds the content of a digest. The same input gives the same digest, byte for byte. */
export function buildDigest(input: DigestInput): Digest {
  const { asOf, since, targets, owners } = input;
  const histories = groupByTarget(input.entries);
  const selection = input.selection ?? ALL_TARGETS;
  const all = targets.map((target) => {
    const history = histories.get(target.id) ?? [];
    return {
      target,
      history,
      now: judgeTarget(target, history, { asOf, knownBefore: null }),
      before: judgeTarget(target, history, since),
      reports: selectEffective(history, { asOf, knownBefore: null }).measurements,
      known: selectEffective(history, since).measurements,
      isReportedLater: selectEffective(history, EVERYTHING).measurements.some((entry) => entry.asOf > asOf),
      owners: owners.get(target.id) ?? [],
    };
  });
  const rows = all.filter(({ now }) => showsStatus(selection, now.status));
  // What has left the statuses that are shown is news as well.
  const moved = all.filter(
    ({ now, before }) => showsStatus(selection, now.status) || showsStatus(selection, before.status),
  );
  return {
    asOf,
    period: input.period ?? findReportPeriod('week', asOf),
    selection,
    since: since.from,
    knowledgeVersion: input.knowledgeVersion,
    counts: {
      numeric: countStatuses(rows.filter(({ target }) => target.kind === 'numeric').map(({ now }) => now)),
      milestone: countStatuses(
        rows.filter(({ target }) => target.kind === 'milestone').map(({ now }) => now),
      ),
    },
    changes: moved.flatMap(describeChange).toSorted(compareMoves),
    attention: rows.toSorted(compareRows).flatMap(describeAttention).sort(compareUrgency),
    targets: rows.map(describeTarget),
  };
}

/** The same digest with some of its targets only, which says which they are. */
export function narrowDigest(
  digest: Digest,
  {
    ids,
    selection,
    narrowedTo,
  }: { readonly ids: ReadonlySet<string> } & Required<Pick<Digest, 'selection' | 'narrowedTo'>>,
): Digest {
  const targets = digest.targets.filter(({ id }) => ids.has(id));
  return {
    ...digest,
    selection,
    narrowedTo,
    targets,
    counts: {
      numeric: countStatuses(targets.filter(({ kind }) => kind === 'numeric')),
      milestone: countStatuses(targets.filter(({ kind }) => kind === 'milestone')),
    },
    changes: digest.changes.filter(({ id }) => ids.has(id)),
    attention: digest.attention.filter(({ id }) => ids.has(id)),
  };
}

type Row = {
  readonly target: Target;
  readonly now: Standing;
  readonly before: Standing;
  readonly history: readonly Entry[];
  /** The reports that count now, and those that counted when changes are counted from. */
  readonly reports: readonly Measurement[];
  readonly known: readonly Measurement[];
  readonly isReportedLater: boolean;
  readonly owners: readonly string[];
};

function countStatuses(standings: readonly Pick<Standing, 'status'>[]): StatusCounts {
  const counts = { overdue: 0, behind: 0, 'at-risk': 0, unreported: 0, 'on-track': 0, paused: 0, done: 0 };
  for (const { status } of standings) counts[status] += 1;
  return { total: standings.length, ...counts };
}

function describeChange(row: Row): DigestChange[] {
  const { target, now, before, reports } = row;
  if (now.status === before.status && now.latest?.seq === before.latest?.seq) return [];
  return [
    {
      id: target.id,
      name: target.name,
      unit: target.kind === 'numeric' ? target.unit : '',
      fromStatus: before.status,
      toStatus: now.status,
      isOverridden: now.override !== null,
      before: describeEntry(before.latest),
      after: describeEntry(now.latest),
      broughtBy: describeEntry(findBringer(row)),
      turnedOn: findTurn(row),
      isFirst: before.latest === null && reports.length === 1,
    },
  ];
}

/** The first of the last reports that say the same; the very last where nothing else was known before. */
function findBringer({ now: { latest }, reports, known }: Row): Measurement | null {
  if (!latest) return null;
  const before = new Set(known.map(({ seq }) => seq));
  const other = reports.findLastIndex(
    (entry) => before.has(entry.seq) || contentOf(entry) !== contentOf(latest),
  );
  const last = reports[other];
  const isKnown = last !== undefined && contentOf(last) === contentOf(latest);
  return isKnown ? latest : (reports[other + 1] ?? latest);
}

const contentOf = (entry: Measurement): string => (entry.kind === 'value' ? entry.value : entry.state);

/**
 * The day of the first new report from which on every one left the status that stands now, if the day before it still had the
 * one that is told: of a target that time has moved first, it would be the day of another turn.
 */
function findTurn({ target, history, now, before, reports, known }: Row): LocalDate | null {
  if (now.status === before.status || now.override || now.pause) return null;
  const seen = new Set(known.map(({ seq }) => seq));
  const days = reports.filter(({ seq }) => !seen.has(seq)).map(({ asOf }) => asOf);
  const statusOn = (asOf: LocalDate): Status =>
    judgeTarget(target, history, { asOf, knownBefore: null }).status;
  const kept = days.slice(days.findLastIndex((day) => statusOn(day) !== now.status) + 1);
  const [first] = kept;
  return first !== undefined && statusOn(addDays(first, -1)) === before.status ? first : null;
}

/**
 * What got worse first, then what got better, then what only moved or was reported for the first time, last what has not
 * even begun; among equals, numbers before milestones. A reader may not get to the end.
 */
function compareMoves(a: DigestChange, b: DigestChange): number {
  const rank = ({ fromStatus, toStatus, after }: DigestChange): number => {
    const move = STATUSES.indexOf(toStatus) - STATUSES.indexOf(fromStatus);
    if (move < 0) return 0;
    if (move > 0 && (fromStatus !== 'unreported' || toStatus === 'done')) return 1;
    return after?.state === 'not-started' ? 3 : 2;
  };
  const isMilestone = ({ before, after }: DigestChange) => Number((after ?? before)?.state !== undefined);
  return rank(a) - rank(b) || isMilestone(a) - isMilestone(b);
}

function describeAttention({ target, now, owners }: Row): DigestAttention[] {
  const reasons = findAttentionReasons(now);
  return reasons.length > 0 ? [{ id: target.id, name: target.name, kind: target.kind, reasons, owners }] : [];
}

/** Why somebody should look at a target that stands so; nothing for one in order. */
export function findAttentionReasons(now: Standing): readonly AttentionReason[] {
  const reasons: AttentionReason[] = [];
  if (
    now.status === 'overdue' ||
    now.status === 'behind' ||
    now.status === 'at-risk' ||
    now.status === 'unreported'
  ) {
    reasons.push(now.status);
  }
  if (now.isStale) reasons.push('stale');
  const isOpen = now.status !== 'done' && now.status !== 'paused';
  if (isOpen && now.latest?.confidence === 'low') reasons.push('low-confidence');
  return reasons;
}

const URGENCY: readonly AttentionReason[] = [
  'overdue',
  'behind',
  'at-risk',
  'low-confidence',
  'stale',
  'unreported',
];

/** Who is furthest behind comes first. */
function compareRows(a: Row, b: Row): number {
  return (lagOf(b) ?? 0) - (lagOf(a) ?? 0);
}

/** Of a total with a ceiling, being ahead of the line is what is wrong. */
function lagOf({ target, now }: Row): number | null {
  const { expectedShare, achievedShare } = now;
  if (expectedShare === null || achievedShare === null) return null;
  const isCeiling =
    target.kind === 'numeric' && target.measure === 'cumulative' && target.comparator === 'at-most';
  return isCeiling ? achievedShare - expectedShare : expectedShare - achievedShare;
}

/** By the first reason; among equals, numbers before milestones, as they can be acted on by the week. */
function compareUrgency(a: DigestAttention, b: DigestAttention): number {
  const rank = ({ reasons }: DigestAttention): number =>
    Math.min(...reasons.map((reason) => URGENCY.indexOf(reason)));
  return rank(a) - rank(b) || Number(a.kind === 'milestone') - Number(b.kind === 'milestone');
}

function describeEntry(entry: Measurement | null): DigestEntry | null {
  if (!entry) return null;
  return {
    ...(entry.kind === 'value' ? { value: entry.value } : { state: entry.state }),
    asOf: entry.asOf,
    note: entry.note,
    evidence: entry.evidence,
    recordedBy: entry.recordedBy,
    isSample: entry.origin === 'sample',
  };
}

function describeTarget(row: Row): DigestTarget {
  const { target, now, owners } = row;
  const numeric = target.kind === 'numeric' ? target : null;
  return {
    id: target.id,
    name: target.name,
    kind: target.kind,
    goal: numeric?.goal?.printed ?? null,
    comparator: numeric?.comparator ?? null,
    unit: numeric?.unit ?? '',
    baseline: numeric?.baseline ? describeBaseline(numeric.baseline) : null,
    latest: describeEntry(now.latest),
    expected: now.expected,
    achievedShare: now.achievedShare,
    expectedShare: now.expectedShare,
    lag: lagOf(row),
    firstReport: now.firstReport && { value: now.firstReport.value, asOf: now.firstReport.asOf },
    isLevelMet: now.isLevelMet,
    status: now.status,
    byRule: now.byRule,
    override: now.override ? { reason: now.override.note, by: now.override.recordedBy } : null,
    pause: now.pause ? { reason: now.pause.note, by: now.pause.recordedBy } : null,
    isStale: now.isStale,
    isUnsure: now.latest?.confidence === 'low',
    isReportedLater: row.isReportedLater,
    owners,
    source: target.source,
    section: target.section,
    quote: target.quote,
    start: target.start,
    end: target.end,
  };
}

function describeBaseline(baseline: Baseline): DigestTarget['baseline'] {
  const { printed, unit, comparability, note, quote, start, end } = baseline;
  return { printed, unit, comparability, note, quote, start, end };
}
