import { type ComparisonAsked, readComparison } from '../language/comparisons.ts';
import { removeAsides } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import type { Explained, Outcome } from '../outcome.ts';
import { areAddable } from '../ranking/fits-dimension.ts';
import { refuse } from '../refusals.ts';
import type { Weighing } from '../scoring/weigh.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import { WORDING } from '../wording.ts';
import { type Choice, mergeTwins, pickSure } from './choice.ts';
import { chooseLike, chooseMembers, LIKELY, orderMembers } from './members.ts';
import type { Computing } from './operand.ts';
import { findPairs, NAMES_TARGET, type OperandPair, pairEnds } from './pairs.ts';
import { checkTarget } from './reached-target.ts';
import { saysOutcome } from './said-change.ts';

/** Answers a question for the largest or smallest of several, or whether a target is reached; null for any other. */
export function answerLookedUp(explained: Explained, library: Library): Outcome | null {
  const computing = readComputing(explained, library);
  switch (computing?.comparison.operation) {
    case 'reached': {
      const answer = checkTarget(computing);
      return answer ? { status: 'answered', answers: [answer] } : null;
    }
    case 'extreme':
      return pickExtreme(computing);
    default:
      return null;
  }
}

/** Refuses to set numbers of two units against each other where the words clearly mean them. */
export function refuseUnits(explained: Explained, library: Library): Outcome | null {
  const computing = readComputing(explained, library);
  if (!computing) return null;
  const { comparison } = computing;
  const [best] = mergeTwins(choicesOf(computing));
  const areSeveral = comparison.operation === 'sum' || (comparison.sides && comparison.isComparative);
  return best?.fits === false && areSeveral && best.support >= LIKELY
    ? refuse('units-differ', WORDING.unitsDiffer)
    : null;
}

/** Refuses what cannot be computed since a number that is meant is not printed. */
export function refuseComputing(explained: Explained, library: Library): Outcome | null {
  const computing = readComputing(explained, library);
  if (!computing || !explained.weighing.ranked[0]) return null;
  const { comparison } = computing;
  // What one of two named times says is no sum.
  if (comparison.operation === 'sum' && computing.asked.periods.length === 2)
    return refuse('no-number', WORDING.noOperand);
  return refuseChange(computing, explained.weighing);
}

function readComputing({ interpretation: asked, weighing }: Explained, library: Library): Computing | null {
  const comparison = readComparisonOf(asked, library);
  return !comparison || isTold(asked)
    ? null
    : { comparison, asked, library, classified: weighing.evidence.classified };
}

/**
 * The numbers that the words of a question set against each other, by what they ask to compute; best first. Empty when
 * they ask for nothing of the kind.
 */
export function listChoices(explained: Explained, library: Library): readonly Choice[] {
  const computing = readComputing(explained, library);
  return computing ? mergeTwins(choicesOf(computing)) : [];
}

function choicesOf(computing: Computing): readonly Choice[] {
  switch (computing.comparison.operation) {
    case 'sum':
      return chooseMembers(computing).map((choice) => ({
        ...choice,
        fits: areAddable(choice.contexts.map(({ figure }) => figure)),
      }));
    case 'difference':
    case 'growth':
    case 'ratio':
    case 'share':
      return toChoices([
        ...(computing.comparison.isChange ? pairEnds(computing) : []),
        ...findPairs(computing),
      ]);
    default:
      return [];
  }
}

/** A long sentence that asks for no number leads up to a question (`写总结要一个人均数,光有总数不好比较`). */
const LONG = 18;
const isTold = ({ text }: Interpretation): boolean => text.length > LONG && !ASKS.test(text);
const ASKS = /多少|几|好多|哪|谁|吗|没|么|是否|够|算|差|[?]|占比|比[例重值]|增幅|多大|[合总]计|一共/u;

/** What a question wants computed, of itself and of what the neighbouring part of the line is about. */
function readComparisonOf(asked: Interpretation, library: Library): ComparisonAsked | null {
  const read = readWithNames(removeAsides(asked.text), library);
  if (!read) return null;
  const lent = asked.terms.filter(({ text, role }) => role !== 'soft' && !asked.text.includes(text));
  const subject = `${lent.map(({ text }) => text).join('')}${read.subject}`;
  const isAbout = interpretQuestion(subject, library).terms.some(({ isKnown }) => isKnown);
  return isAbout || asked.periods.length > 1 ? { ...withoutTimes(read, library), subject } : null;
}

/** `登记量比上年少了多少`: what is set beside its own past has changed. */
function withoutTimes(read: ComparisonAsked, library: Library): ComparisonAsked {
  if (!['difference', 'growth'].includes(read.operation) || !read.sides || NAMES_TARGET.test(read.subject))
    return read;
  const sides = read.sides.map((side) => interpretQuestion(side, library));
  const isOnlyTime = ({ terms, periods }: Interpretation): boolean =>
    periods.length > 0 && terms.every(({ role }) => role === 'soft');
  const times = new Set(sides.flatMap(({ periods }) => periods.map(({ year }) => year)));
  return times.size === 1 && sides.some(isOnlyTime)
    ? { ...read, sides: null, isChange: true, isRise: read.operation === 'difference' }
    : read;
}

/** A character no text contains. */
const MASK = '\uE000';

/** 人均 and 户均 may be part of what a number is called (`人均可支配收入`): then nothing is to be shared out. */
function readWithNames(text: string, library: Library): ComparisonAsked | null {
  const hidden: string[] = [];
  const masked = text.replace(/[人户]均(?=(?<next>\p{Script=Han}{2}))/gu, (word, next: string) => {
    if (!library.figures.some(({ own, shared }) => `${own}\n${shared}`.includes(word + next))) return word;
    hidden.push(word);
    return MASK;
  });
  const read = readComparison(masked);
  if (!read || hidden.length === 0) return read;
  const show = (shown: string): string => shown.replaceAll(MASK, hidden[0] ?? '');
  return {
    ...read,
    subject: show(read.subject),
    sides: read.sides && [show(read.sides[0]), show(read.sides[1])],
    members: read.members.map(show),
  };
}

/** `低保标准比原来提高了多少` where only what it was raised to is printed; `目标比去年多多少` where one is not given. */
function refuseChange({ comparison, asked }: Computing, { ranked: [first] }: Weighing): Outcome | null {
  if (comparison.isChange && first?.candidate.kind === 'figure' && saysOutcome(first.candidate.context))
    return refuse('no-number', WORDING.noStart);
  const isAimAgainstFact =
    comparison.isComparative && asked.periods.length > 0 && NAMES_TARGET.test(asked.text);
  return isAimAgainstFact ? refuse('no-number', WORDING.noOperand) : null;
}

const toChoices = (pairs: readonly OperandPair[]): Choice[] =>
  pairs.map(({ left, right, ...rest }) => ({ contexts: [left, right], ...rest }));

/** The largest or smallest of the things named, of the two halves of a pair, or of all that measure alike. */
function pickExtreme(computing: Computing): Outcome | null {
  const { comparison } = computing;
  const named = comparison.members.length > 1 ? chooseMembers(computing) : chooseLike(computing);
  const areNamed = comparison.members.length > 1 || comparison.sides !== null;
  // Of what nobody named, only numbers that are likely meant have a largest.
  const pairs = toChoices(findPairs(computing)).filter(({ support }) => areNamed || support >= LIKELY);
  const best = pickSure(named.length > 0 ? named : pairs, computing);
  return best && best.fits !== false
    ? { status: 'answered', answers: orderMembers(best.contexts, comparison.wantsLeast) }
    : null;
}
