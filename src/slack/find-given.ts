import type { Answer } from '../answering/answer.ts';
import { noteBelow } from './answer-question.ts';
import { decodeAnswer } from './answer-text.ts';
import type { Message } from './blocks/message.ts';
import { type MarkedQuote, quotesOf } from './blocks/quotes-of.ts';
import { readScope } from './knowledge/channel-scope.ts';
import { NOTICES } from './messages.ts';
import { notice } from './send.ts';
import type { SlackServices } from './services.ts';

/** The answer a button stands under, as it was given. */
export type Given = {
  /** The question, complete. */
  readonly question: string;
  readonly answer: Answer;
  /** What stands below it now. */
  readonly progress: string | undefined;
};

/** Why an answer can be acted on no more. */
type Lost = 'forgotten' | 'earlier' | 'withdrawn' | 'changed';

export type Sought = {
  readonly questionId: string;
  readonly userId: string;
  readonly channelId: string | undefined;
};

/** The answer a button stands under; what to tell instead when it, or what it quotes, is not there any more. */
export async function findGiven(
  services: SlackServices,
  sought: Sought,
): Promise<{ readonly given: Given } | { readonly lost: Message }> {
  const given = await readGiven(services, sought);
  if (typeof given === 'string') return { lost: notice(NOTICES.lost[given]) };
  const lost = await checkQuotes(services, given.answer, sought.userId);
  return lost ? { lost: notice(NOTICES.lost[lost]) } : { given };
}

/** The answer as it was given, whatever the reports say by now: for showing again what is to be seen already. */
export async function readGiven(
  services: SlackServices,
  { questionId, channelId }: Omit<Sought, 'userId'>,
): Promise<Given | Lost> {
  const asked = await services.records.askedQuestions.find(questionId);
  if (!asked) return 'forgotten';
  const answer = asked.answer === undefined ? undefined : decodeAnswer(asked.answer);
  // Kept by an earlier version of the bot, which answered anew whenever a button was pressed.
  if (!answer) return 'earlier';
  const progress = await noteBelow(services, answer, await readScope(services, channelId));
  return { question: asked.question, answer, progress };
}

/** What is put on record with a word about an answer: its question, and the knowledge it was made from. */
export async function describeGiven(
  { answerer, records }: Pick<SlackServices, 'answerer' | 'records'>,
  questionId: string | undefined,
): Promise<{ readonly question: string; readonly knowledgeVersion: string }> {
  const asked = questionId === undefined ? undefined : await records.askedQuestions.find(questionId);
  const answer = asked?.answer === undefined ? undefined : decodeAnswer(asked.answer);
  return {
    question: asked?.question ?? '',
    knowledgeVersion: answer?.knowledgeVersion ?? answerer.knowledgeVersion,
  };
}

/** Whether everything an answer quotes still stands where it stood. */
async function checkQuotes(
  { answerer, contextOf }: SlackServices,
  answer: Answer,
  userId: string,
): Promise<Lost | undefined> {
  if (answer.knowledgeVersion === answerer.knowledgeVersion) return undefined;
  const loaded = new Set(answerer.reports.map(({ id }) => id));
  const quotes = quotesOf(answer);
  if (quotes.some(({ source }) => !loaded.has(source))) return 'withdrawn';
  const stands = async (quote: MarkedQuote): Promise<boolean> => {
    const around = await contextOf(quote, userId);
    if (!around) return false;
    return around.quote.slice(quote.start - around.start, quote.end - around.start) === quote.quote;
  };
  const standing = await Promise.all(quotes.map(stands));
  return standing.every(Boolean) ? undefined : 'changed';
}
