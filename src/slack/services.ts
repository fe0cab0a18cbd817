import type { Answer, Answerer, Quote } from '../answering/answer.ts';
import { namePlaces } from '../answering/reports/name-reports.ts';
import type { ConversationRecords } from '../conversation/records.ts';
import type { Log } from '../logging.ts';
import type { ReportNames } from './blocks/citations.ts';
import type { KnowledgeServices } from './knowledge/knowledge-services.ts';
import type { Outbox } from './outbox.ts';
import type { TargetServices } from './targets/target-services.ts';

/** What the reports are and what can be asked of them: known from the start, and never changes while the bot runs. */
export type Covered = Pick<Answerer, 'knowledgeVersion' | 'reports' | 'examples' | 'outline'>;

/** What listeners work with. Built once by the composition root and handed to each `register…` function. */
export type SlackServices = {
  readonly answerer: Covered;
  /** Answers a question in its turn; `earlier` are the questions before it in the conversation, newest first. */
  readonly answer: (asked: {
    readonly question: string;
    readonly earlier?: readonly string[] | undefined;
    /** Ids of the reports to keep to. */
    readonly scope?: readonly string[] | undefined;
    readonly userId: string;
  }) => Promise<Answer>;
  /** The whole point around a place of a report; null when the place is in no report. */
  readonly contextOf: (
    place: Pick<Quote, 'source' | 'start' | 'end'>,
    userId: string,
  ) => Promise<Quote | null>;
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

/** What the reports of an answer are called: by their titles, and by their places where those have to be told apart. */
export const reportNames = (answerer: Pick<Answerer, 'reports'>): ReportNames => ({
  titleOf: titleOf(answerer),
  placeOf: namePlaces(answerer.reports),
});

/** The title of a report, or its id when it is not loaded any more. */
export function titleOf(answerer: Pick<Answerer, 'reports'>): (source: string) => string {
  const titles = new Map(answerer.reports.map(({ id, title }) => [id, title]));
  return (source) => titles.get(source) ?? source;
}
