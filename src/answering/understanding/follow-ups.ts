import { normalizeText } from '../../search/normalize.ts';
import { isListQuestion } from '../language/list-questions.ts';
import { CHIT_CHAT } from '../language/question-frames.ts';
import type { Library } from '../library.ts';
import { periodLabel } from '../wording.ts';
import { type Interpretation, interpretQuestion } from './interpret-question.ts';

const IN_OWN_WORDS = /(\p{Script=Han})不\1|有没有|[吗么]\s*[?。!]*$/u;

/**
 * Completes a follow-up (`那农村呢?`) from the last question of the conversation: what it does not say itself is taken
 * over. A question that stands on its own is returned as it is.
 */
export function completeFollowUp(question: string, previous: string, library: Library): string {
  const text = normalizeText(question).trim();
  if (CHIT_CHAT.test(text)) return question;
  const now = interpretQuestion(text, library);
  const before = interpretQuestion(normalizeText(previous), library);
  const topics = wordsOf(now, 'topic');
  const isElliptic = /^(?:那|那么|还有|再)|呢[?。!\s]*$/u.test(text);
  if (topics.length > 0 && !isElliptic) return question;
  // `2019年有哪些目标`: all that is told of a time, whatever was asked before.
  if (now.period !== null && !isElliptic && isListQuestion(text)) return question;
  if (topics.length > 0 && (now.quantities.length > 0 || wordsOf(now, 'soft').length > 0)) return question;
  const says = now.terms.length > 0 || now.period !== null || now.quantities.length > 0;
  if (!says || before.terms.length === 0) return question;
  const scopes = wordsOf(now, 'scope');
  const soft = wordsOf(now, 'soft');
  // `够不够用`, `达标吗`: asks in words of its own, which no words of a number can stand for.
  if (topics.length === 0 && IN_OWN_WORDS.test(text) && now.period === null)
    return [...wordsOf(before, 'scope'), ...wordsOf(before, 'topic'), text].join('');
  const asks = now.quantities.length > 0 ? now : before;
  const quantity = asks.quantities[0]?.words ?? '';
  return [
    describePeriod(now.period ? now : before),
    ...(scopes.length > 0 || topics.length > 0 ? scopes : wordsOf(before, 'scope')),
    ...(topics.length > 0 ? topics : wordsOf(before, 'topic')),
    // What asks for a number may be a soft word as well: `同比` is not said twice.
    ...(soft.length > 0 ? soft : wordsOf(before, 'soft')).filter((word) => word !== quantity),
    quantity,
    '?',
  ].join('');
}

function wordsOf({ terms }: Interpretation, role: 'topic' | 'scope' | 'soft'): string[] {
  return terms.filter((term) => term.role === role).map(({ text }) => text);
}

function describePeriod({ period }: Interpretation): string {
  if (!period) return '';
  if (period.year === null) return period.kind === 'target' ? '目标' : '';
  return periodLabel({
    year: period.year,
    kind: 'actual',
    ...(period.fromYear === null ? {} : { fromYear: period.fromYear }),
  });
}
