import type { Answer } from '../../answering/answer.ts';
import type { KeptChange } from '../../knowledge/changes.ts';
import type { SlackServices } from '../services.ts';

/** A question that was not answered, or whose answer somebody called wrong. */
export type ReviewItem = {
  readonly kind: 'unanswered' | 'wrong-number';
  readonly question: string;
  /** The words it was asked in, which may need the conversation to be understood. */
  readonly askedAs: string;
  readonly count: number;
  readonly lastAt: Date;
  readonly comments: readonly string[];
};

/**
 * What is left to go through, the most frequent first: unanswered questions and those with a wrong number, each once,
 * without those that somebody settled or that no report answers.
 */
export async function readReviewList({ knowledge, records }: SlackServices): Promise<readonly ReviewItem[]> {
  const [changes, unanswered, feedback] = await Promise.all([
    knowledge.changes.list(),
    records.unanswered.list(),
    records.feedback.list(),
  ]);
  const done = new Set(changes.flatMap((kept) => settledQuestion(kept)));
  const items = new Map<string, ReviewItem>();
  for (const { question, askedAs, count, lastAskedAt } of unanswered) {
    const key = question.trim();
    const known = items.get(key);
    items.set(key, {
      kind: 'unanswered',
      question: known?.question ?? question,
      askedAs: known?.askedAs ?? askedAs,
      count: (known?.count ?? 0) + count,
      lastAt: known && known.lastAt > lastAskedAt ? known.lastAt : lastAskedAt,
      comments: [],
    });
  }
  for (const { kind, question, comment, createdAt } of feedback) {
    // Once retention has passed there is nothing left that could be shown.
    if (kind !== 'wrong-number' || question === '') continue;
    const key = question.trim();
    const known = items.get(key);
    items.set(key, {
      kind: 'wrong-number',
      question,
      askedAs: known?.askedAs ?? question,
      count: (known?.count ?? 0) + 1,
      lastAt: createdAt,
      comments: [...(known?.comments ?? []), ...(comment === '' ? [] : [comment])],
    });
  }
  return [...items]
    .filter(([key]) => !done.has(key))
    .map(([, item]) => item)
    .sort((a, b) => b.count - a.count || b.lastAt.getTime() - a.lastAt.getTime());
}

function settledQuestion({ change, undone }: KeptChange): readonly string[] {
  return undone === null && (change.kind === 'absent' || change.kind === 'settled') ? [change.question] : [];
}

/** A question of the list with what the bot says to it now. */
export type Reviewed = ReviewItem & { readonly answer: Answer };

/** Asks the questions from one place of the list on, until a page is full of those that still have to be gone through. */
export async function reviewPage(
  services: SlackServices,
  page: { readonly from: number; readonly size: number; readonly userId: string },
): Promise<{ readonly shown: readonly Reviewed[]; readonly next: number; readonly rest: number }> {
  const items = await readReviewList(services);
  const shown: Reviewed[] = [];
  let at = page.from;
  for (; at < items.length && shown.length < page.size; at += 1) {
    const item = items[at];
    if (!item) continue;
    const answer = await services.answer({ question: item.question, userId: page.userId });
    // What was taught since may answer it by now.
    if (item.kind === 'wrong-number' || answer.status !== 'answered') shown.push({ ...item, answer });
  }
  return { shown, next: at, rest: items.length - at };
}
