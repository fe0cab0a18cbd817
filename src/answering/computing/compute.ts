import { type ComparisonAsked, readComparison } from '../language/comparisons.ts';
import { removeAsides } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import type { Explained, Outcome } from '../outcome.ts';
import { areAddable } from '../ranking/fits-dimension.ts';
import { refuse } from '../refusals.ts';
import { type Interpretation, interpretQuestion } from '../understanding/interpret-question.ts';
import { WORDING } from '../wording.ts';
import { answerComputed, SEVERAL } from './answer-computed.ts';
import { type Choice, mergeTwins, pickSure } from './choice.ts';
import { composeComputation } from './compose-computation.ts';
import { chooseMembers, orderContexts, orderMembers } from './members.ts';
import type { Computing } from './operand.ts';
import { applyOperation, areBeside, sayWhich } from './operations.ts';
import { findPairs } from './pairs.ts';
import { checkTarget } from './reached-target.ts';

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
    case 'growth':
      return computing.comparison.sides && pickExtreme(computing);
    default:
      return null;
  }
}

/** Adds up three things or more that are named one by one, where each clearly means a number of one unit. */
export function addNamed(explained: Explained, library: Library): Outcome | null {
  const computing = readComputing(explained, library);
  if (computing?.comparison.operation !== 'sum' || computing.comparison.members.length < SEVERAL) return null;
  const best = pickSure(choicesOf(computing));
  const answer =
    best?.fits === true &&
    answerComputed({ operation: 'sum', contexts: best.contexts }, explained.interpretation, library);
  return answer ? { status: 'answered', answers: [answer] } : null;
}

/** Numbers are set against each other, were their units alike, where they are likelier meant than not. */
const LIKELY = 0.5;

/** Refuses to set numbers of two units against each other where the words clearly mean them. */
export function refuseUnits(explained: Explained, library: Library): Outcome | null {
  const computing = readComputing(explained, library);
  if (!computing) return null;
  const { operation, sides } = computing.comparison;
  if (operation !== 'sum' && (operation !== 'difference' || sides === null)) return null;
  const [best] = mergeTwins(choicesOf(computing));
  return best?.fits === false && best.support >= LIKELY ? refuse('units-differ', WORDING.unitsDiffer) : null;
}

function readComputing({ interpretation: asked }: Explained, library: Library): Computing | null {
  const comparison = readComparisonOf(asked, library);
  return comparison && { comparison, asked, library };
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
      return findPairs(computing);
    default:
      return [];
  }
}

/** What a question wants computed, of itself and of what the neighbouring part of the line is about. */
function readComparisonOf(asked: Interpretation, library: Library): ComparisonAsked | null {
  const read = readComparison(removeAsides(asked.text));
  if (!read) return null;
  const lent = asked.terms.filter(({ text, role }) => role !== 'soft' && !asked.text.includes(text));
  const subject = `${lent.map(({ text }) => text).join('')}${read.subject}`;
  const isAbout = interpretQuestion(subject, library).terms.some(({ isKnown }) => isKnown);
  return isAbout || asked.periods.length > 1 ? { ...read, subject } : null;
}

/** The largest or smallest of the things named; of two, which it is and by how much, or by how much in percent. */
function pickExtreme(computing: Computing): Outcome | null {
  const { comparison } = computing;
  const named = comparison.members.length > 1 ? chooseMembers(computing) : [];
  const best = pickSure(named.length > 0 ? named : findPairs(computing));
  if (!best || best.fits === false) return null;
  const isGrowth = comparison.operation === 'growth';
  if (isGrowth && !areBeside(best.contexts)) return null;
  const contexts = isGrowth ? best.contexts : orderContexts(best.contexts, comparison.wantsLeast);
  const computed = isGrowth ? applyOperation('growth', contexts) : sayWhich(contexts);
  return {
    status: 'answered',
    answers: computed
      ? [composeComputation(contexts, computed)]
      : orderMembers(contexts, comparison.wantsLeast),
  };
}
