import { Decimal } from 'decimal.js';
import { parseUnit } from '../report/units.ts';
import { isRatio, parseAmount, splitValueAndUnit } from './amount.ts';
import { selectEffective } from './effective-entries.ts';
import type { Confidence, Entry, MilestoneState } from './entry.ts';
import { isLocalDate, type LocalDate } from './local-date.ts';
import type { NumericTarget, Target } from './target.ts';
import { createTimeline, type Timeline, type ValuePoint } from './timeline.ts';

/** What a person typed before it became an entry. Every field as typed; `today` decides what is the future. */
export type EntryDraft = {
  readonly asOf: string;
  /** For numeric targets, perhaps with the unit after it. */
  readonly value?: string | undefined;
  readonly state?: MilestoneState | undefined;
  readonly note: string;
  readonly evidence: string;
  readonly confidence: Confidence;
};

/** Why a draft cannot be recorded. `field` is where to show it. */
export type EntryProblem =
  | {
      readonly field: 'value';
      readonly kind:
        | 'value-missing'
        | 'not-a-number'
        | 'not-exact'
        | 'not-whole'
        | 'negative'
        | 'over-hundred-percent';
    }
  | {
      readonly field: 'value';
      readonly kind: 'unit-differs';
      readonly typed: string;
      readonly wanted: string /** The same amount in the wanted unit, when it is only a matter of 万 or 亿. */;
      readonly suggestion: string | null;
    }
  | { readonly field: 'value'; readonly kind: 'ratio-wanted'; readonly example: string }
  | { readonly field: 'state'; readonly kind: 'state-missing' }
  | { readonly field: 'asOf'; readonly kind: 'not-a-date' | 'in-the-future' }
  | { readonly field: 'asOf'; readonly kind: 'before-the-year'; readonly year: number }
  | { readonly field: 'evidence'; readonly kind: 'not-a-link' };

/** What is possible but unlikely, and asks for a second look before it is recorded. */
export type EntryDoubt =
  | { readonly kind: 'total-negative' }
  | { readonly kind: 'total-falls'; readonly before: string; readonly beforeAsOf: LocalDate }
  | { readonly kind: 'total-above-later'; readonly later: string; readonly laterAsOf: LocalDate }
  | { readonly kind: 'far-beyond-goal'; readonly goal: string }
  | {
      readonly kind: 'leaps-beyond-goal';
      readonly goal: string;
      readonly before: string;
      readonly beforeAsOf: LocalDate;
    }
  | { readonly kind: 'far-beyond-year-before'; readonly baseline: string }
  | { readonly kind: 'fraction-of-percent'; readonly typed: string; readonly asPercent: string }
  | { readonly kind: 'far-from-before'; readonly before: string; readonly beforeAsOf: LocalDate }
  | { readonly kind: 'no-longer-done' }
  | { readonly kind: 'same-as-before'; readonly beforeAsOf: LocalDate };

export type EntryCheck = {
  /** The value as it will be recorded: without unit and separators. Null for milestones and unreadable values. */
  readonly value: string | null;
  readonly problems: readonly EntryProblem[];
  readonly doubts: readonly EntryDoubt[];
};

/** A total of more than three times the goal, or what is to be passed, is more often a slip of unit than a success. */
const FAR_BEYOND_GOAL = 3;

/** A total that is beyond its goal all at once, at more than twice the one before, is more often mistyped (51 for 15). */
const LEAPS_BEYOND_GOAL = 2;

/** Ten times more or less than the value before is more often a slip of a digit than a change. */
const FAR_FROM_BEFORE = 10;

/** Where the goal is at least so many per cent, a value up to one is more often a fraction (0.58 for 58%). */
const MIN_PERCENT_GOAL = 10;

/** Units of money, length and the like have decimals; what is counted by the piece has not. */
const COUNTED: ReadonlySet<string> = new Set(['count', 'people', 'person-times', 'households']);

/** What may fall below nothing: rates of growth, balances of money, temperatures. There are never fewer than no beds. */
const SIGNED: ReadonlySet<string> = new Set(['percent', 'percentage-points', 'multiple', 'money']);
const SIGNED_UNITS: ReadonlySet<string> = new Set(['℃']);

/** Checks a draft against its target and history. Problems forbid recording; doubts ask for confirmation. */
export function checkEntry(input: {
  readonly target: Target;
  readonly history: readonly Entry[];
  readonly draft: EntryDraft;
  readonly today: LocalDate;
}): EntryCheck {
  const { target, history, draft, today } = input;
  return checkDraft({ target, timeline: readTimeline(history), draft, today });
}

/** What stands of a target's history, whatever day and whenever it was said. */
export function readTimeline(history: readonly Entry[]): Timeline {
  return createTimeline(selectEffective(history, { asOf: '9999-12-31', knownBefore: null }).measurements);
}

/** As `checkEntry`, for many drafts of one target one after another: the timeline is kept by the caller. */
export function checkDraft(input: {
  readonly target: Target;
  readonly timeline: Timeline;
  readonly draft: EntryDraft;
  readonly today: LocalDate;
}): EntryCheck {
  const { target, timeline, draft, today } = input;
  const problems: EntryProblem[] = [...checkDate(target, draft.asOf, today)];
  if (draft.evidence !== '' && !/^https?:\/\/\S+$/u.test(draft.evidence)) {
    problems.push({ field: 'evidence', kind: 'not-a-link' });
  }
  if (target.kind === 'milestone') {
    if (draft.state === undefined) problems.push({ field: 'state', kind: 'state-missing' });
    const doubts = problems.length === 0 ? findStateDoubts(timeline, draft) : [];
    return { value: null, problems, doubts };
  }
  const read = readValue(target, draft.value ?? '');
  if ('kind' in read) return { value: null, problems: [...problems, read], doubts: [] };
  const doubts =
    problems.length === 0 ? findValueDoubts({ target, timeline, asOf: draft.asOf, ...read }) : [];
  return { value: read.value, problems, doubts };
}

function checkDate(target: Target, asOf: string, today: LocalDate): EntryProblem[] {
  if (!isLocalDate(asOf)) return [{ field: 'asOf', kind: 'not-a-date' }];
  if (asOf > today) return [{ field: 'asOf', kind: 'in-the-future' }];
  if (asOf < `${target.year}-01-01`) return [{ field: 'asOf', kind: 'before-the-year', year: target.year }];
  return [];
}

type ReadValue = { readonly value: string; readonly amount: Decimal };

function readValue(target: NumericTarget, typed: string): ReadValue | EntryProblem {
  if (typed.trim() === '') return { field: 'value', kind: 'value-missing' };
  if (ROUGH.test(typed.trim())) return { field: 'value', kind: 'not-exact' };
  const split = splitValueAndUnit(typed);
  const amount = split ? parseAmount(split.value) : null;
  // `12O` is a slip of typing, not a unit.
  const isSlip = split !== null && /^[a-z]+$/iu.test(split.unit) && !parseUnit(split.unit);
  if (!split || !amount || isSlip) return { field: 'value', kind: 'not-a-number' };
  const printed = target.goal?.printed ?? target.baseline?.printed ?? '';
  if (isRatio(printed) && split.unit !== '')
    return { field: 'value', kind: 'ratio-wanted', example: printed };
  if (split.unit !== '' && split.unit !== target.unit) {
    const suggestion = convert(amount, split.unit, target.unit);
    return { field: 'value', kind: 'unit-differs', typed: split.unit, wanted: target.unit, suggestion };
  }
  if (isRatio(split.value) && !isRatio(printed)) return { field: 'value', kind: 'not-a-number' };
  // A bare number is welcome for a ratio, but 0.76 and 1∶0.76 must not be told apart by guessing: above 10 is neither.
  if (isRatio(printed) && !isRatio(split.value) && amount.gt(10)) {
    return { field: 'value', kind: 'ratio-wanted', example: printed };
  }
  const unit = parseUnit(target.unit);
  const isSigned = unit !== null && (SIGNED.has(unit.unit.dimension) || SIGNED_UNITS.has(unit.unit.base));
  if (amount.isNegative() && !isSigned) return { field: 'value', kind: 'negative' };
  const isCounted = unit !== null && unit.power === 0 && COUNTED.has(unit.unit.dimension);
  if (isCounted && !amount.isInteger()) return { field: 'value', kind: 'not-whole' };
  if (target.unit === '%' && target.measure === 'level' && amount.gt(100)) {
    return { field: 'value', kind: 'over-hundred-percent' };
  }
  // Pieces have no decimals, not even ones that are nothing.
  return { value: isCounted ? amount.toFixed() : split.value, amount };
}

/** A report may be rough, a ledger may not: `约200`, `200余个`, `200个左右`. */
const ROUGH = /^(?:大约|大概|将近|超过|约|近|超)\s*\d|\d\s*(?:余|多|来)|(?:左右|上下|以上|以内)$/u;

const MAGNITUDE = /^[十百千万亿]+/u;

/**
 * The amount in another unit when the two differ only by 万, 亿 and the like; null when they are different things. A
 * magnitude alone (`0.5万`) is one of the unit that is wanted.
 */
function convert(amount: Decimal, from: string, to: string): string | null {
  const isBare = from.replace(MAGNITUDE, '') === '';
  const a = parseUnit(isBare ? `${from}${to.replace(MAGNITUDE, '')}` : from);
  const b = parseUnit(to);
  if (!a || !b || a.per !== b.per) return null;
  if (a.unit.dimension !== b.unit.dimension || a.unit.base !== b.unit.base) return null;
  return amount
    .times(a.unit.factor)
    .div(b.unit.factor)
    .times(Decimal.pow(10, a.power - b.power))
    .toFixed();
}

function findStateDoubts({ states }: Timeline, draft: EntryDraft): EntryDoubt[] {
  const before = states.lastUpTo(draft.asOf);
  if (!before) return [];
  if (before.state === 'done' && draft.state !== 'done') return [{ kind: 'no-longer-done' }];
  return before.state === draft.state && before.asOf === draft.asOf
    ? [{ kind: 'same-as-before', beforeAsOf: before.asOf }]
    : [];
}

function findValueDoubts(
  input: ReadValue & {
    readonly target: NumericTarget;
    readonly timeline: Timeline;
    readonly asOf: LocalDate;
  },
): EntryDoubt[] {
  const { target, timeline, asOf, amount } = input;
  const before = timeline.values.lastUpTo(asOf);
  const after = timeline.values.firstAfter(asOf);
  const doubts: EntryDoubt[] = [];
  if (before && before.asOf === asOf && before.amount.eq(amount)) {
    return [{ kind: 'same-as-before', beforeAsOf: before.asOf }];
  }
  if (target.measure === 'cumulative') {
    if (amount.isNegative()) doubts.push({ kind: 'total-negative' });
    if (before && amount.lt(before.amount)) {
      doubts.push({ kind: 'total-falls', before: `${before.value}${target.unit}`, beforeAsOf: before.asOf });
    }
    if (after && amount.gt(after.amount)) {
      doubts.push({
        kind: 'total-above-later',
        later: `${after.value}${target.unit}`,
        laterAsOf: after.asOf,
      });
    } else if (before) doubts.push(...findLeap(target, amount, before));
  }
  doubts.push(...findScaleDoubts(target, amount, before));
  const wanted = new Decimal(target.goal?.amount ?? target.baseline?.amount ?? 0);
  if (target.unit === '%' && wanted.gte(MIN_PERCENT_GOAL) && amount.gt(0) && amount.lte(1)) {
    const asPercent = `${amount.times(100).toFixed()}%`;
    doubts.push({ kind: 'fraction-of-percent', typed: `${amount.toFixed()}%`, asPercent });
  }
  return doubts;
}

function findLeap({ goal, unit }: NumericTarget, amount: Decimal, before: ValuePoint): EntryDoubt[] {
  const leaps = goal && amount.gt(goal.amount) && amount.gt(before.amount.times(LEAPS_BEYOND_GOAL));
  // Far beyond the goal it is asked about as that.
  if (!leaps || amount.gt(new Decimal(goal.amount).times(FAR_BEYOND_GOAL))) return [];
  const known = { goal: `${goal.printed}${unit}`, before: `${before.value}${unit}`, beforeAsOf: before.asOf };
  return [{ kind: 'leaps-beyond-goal', ...known }];
}

/** Whether a value is of another size than what it is measured by: the goal, the year before, or the value before. */
function findScaleDoubts(
  { goal, baseline, measure, unit }: NumericTarget,
  amount: Decimal,
  before: ValuePoint | undefined,
): EntryDoubt[] {
  const doubts: EntryDoubt[] = [];
  if (goal && amount.gt(new Decimal(goal.amount).times(FAR_BEYOND_GOAL))) {
    doubts.push({ kind: 'far-beyond-goal', goal: `${goal.printed}${unit}` });
  }
  // What is only to be more than the year before has that for its measure.
  const yearBefore = goal || !baseline ? null : convert(new Decimal(baseline.amount), baseline.unit, unit);
  if (baseline && yearBefore !== null && amount.gt(new Decimal(yearBefore).times(FAR_BEYOND_GOAL))) {
    doubts.push({ kind: 'far-beyond-year-before', baseline: `${baseline.printed}${baseline.unit}` });
  }
  // A total may well go from 1 to 40 in a month, where there is something else to hold it against; a level does not.
  const isHeldToBefore = measure === 'level' || (!goal && yearBefore === null);
  if (
    isHeldToBefore &&
    before &&
    !before.amount.isZero() &&
    !amount.isZero() &&
    isFar(amount.div(before.amount))
  )
    doubts.push({
      kind: 'far-from-before',
      before: `${before.value}${unit}`,
      beforeAsOf: before.asOf,
    });
  return doubts;
}

function isFar(quotient: Decimal): boolean {
  const times = quotient.abs();
  return times.gt(FAR_FROM_BEFORE) || times.lt(new Decimal(1).div(FAR_FROM_BEFORE));
}
