import type { Answer, Answerer } from '../answering/answer.ts';
import type { ConversationRecords } from '../conversation/records.ts';
import type { Log } from '../logging.ts';
import type { KnowledgeServices } from './knowledge/knowledge-services.ts';
import type { Outbox } from './outbox.ts';
import type { TargetServices } from './targets/target-services.ts';

/** What listeners work with. Built once by the composition root and handed to each `register…` function. */
export type SlackServices = {
  readonly answerer: Answerer;
  /** Answers a question in its turn; `previous` is the question before it in the conversation. */
  readonly answer: (asked: {
    readonly question: string;
    readonly previous?: string | undefined;
    readonly userId: string;
  }) => Promise<Answer>;
  readonly outbox: Outbox;
  readonly records: ConversationRecords;
  readonly targets: TargetServices;
  readonly knowledge: KnowledgeServices;
  readonly log: Log;
  readonly now: () => Date;
  /** Channel or person that gets reports of wrong numbers and calls for a person. */
  readonly feedbackTo: string | undefined;
  readonly answersFollowUpsWithoutMention: boolean;
};

/** The title of a report, or its id when it is not loaded any more. */
export function titleOf(answerer: Pick<Answerer, 'reports'>): (source: string) => string {
  const titles = new Map(answerer.reports.map(({ id, title }) => [id, title]));
  return (source) => titles.get(source) ?? source;
}
