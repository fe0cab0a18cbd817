import type { Run } from './blocks/elements.ts';
import { ANSWER } from './messages.ts';

/** Longest stretch of a question repeated above its answer; the person knows what they asked. */
const MAX_SHOWN_QUESTION_CHARACTERS = 200;

/** The line above an answer that repeats the question, for places where it is not to be seen otherwise. */
export function askedOpening(question: string): Run[] {
  return [ANSWER.asked, shorten(question)];
}

/** The line above a shared answer: who asked, and what. */
export function sharedOpening(userId: string, question: string): Run[] {
  return [{ user: userId }, ` ${ANSWER.sharedBy}`, shorten(question)];
}

function shorten(question: string): string {
  const characters = [...question];
  return characters.length <= MAX_SHOWN_QUESTION_CHARACTERS
    ? question
    : `${characters.slice(0, MAX_SHOWN_QUESTION_CHARACTERS).join('')}…`;
}
