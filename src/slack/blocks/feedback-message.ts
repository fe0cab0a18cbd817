import type { Feedback } from '../../conversation/records.ts';
import { FEEDBACK, FEEDBACK_HEADLINES, SOURCE } from '../messages.ts';
import { contextBlock, paragraphBlock, quoteBlock } from './elements.ts';
import { escapeText, type Message } from './message.ts';

/** What the responsible people get: who, about which question, what the bot had answered, and the comment. */
export function feedbackMessage(feedback: Feedback, answerText: string): Message {
  const isOfNone = feedback.question === '' && feedback.kind === 'wrong-number';
  const headline = isOfNone ? FEEDBACK.numberOfNoAnswer : FEEDBACK_HEADLINES[feedback.kind];
  return {
    text: escapeText(`${headline}${FEEDBACK.comment}${feedback.comment}`),
    blocks: [
      paragraphBlock({ user: feedback.userId }, headline),
      ...(feedback.question === '' ? [] : [paragraphBlock({ bold: FEEDBACK.question }, feedback.question)]),
      ...(answerText === '' ? [] : [paragraphBlock({ bold: FEEDBACK.answer }, answerText)]),
      paragraphBlock({ bold: FEEDBACK.comment }),
      quoteBlock(feedback.comment),
      contextBlock(SOURCE.version(feedback.knowledgeVersion)),
    ],
  };
}
