import type { Kysely } from 'kysely';
import type { ConversationRecords } from '../conversation/records.ts';
import { createAskedQuestions } from './asked-questions.ts';
import { createChannelScopes } from './channel-scopes.ts';
import { createFeedbackStore } from './feedback-store.ts';
import { createHandledEvents } from './handled-events.ts';
import { createQuestionCounts } from './question-counts.ts';
import { createRetention } from './retention.ts';
import type { Tables } from './tables.ts';
import { createThreadMemory } from './thread-memory.ts';
import { createUnansweredQuestions } from './unanswered-questions.ts';

/** Everything that is kept of conversations, in one open database. */
export function createConversationRecords(db: Kysely<Tables>): ConversationRecords {
  return {
    handledEvents: createHandledEvents(db),
    threadMemory: createThreadMemory(db),
    askedQuestions: createAskedQuestions(db),
    feedback: createFeedbackStore(db),
    unanswered: createUnansweredQuestions(db),
    questionCounts: createQuestionCounts(db),
    channelScopes: createChannelScopes(db),
    retention: createRetention(db),
  };
}
