/**
 * The columns of every table, as queries see them. Instants are ISO 8601 text in UTC with milliseconds
 * (`toISOString`), which sorts by time and reads the same in every engine.
 */
export type Tables = {
  handled_events: { readonly key: string; readonly handled_at: string };
  thread_questions: {
    readonly conversation_key: string;
    readonly question: string;
    readonly asked_at: string;
  };
  asked_questions: { readonly id: string; readonly question: string; readonly asked_at: string };
  feedback: {
    readonly id: string;
    readonly kind: string;
    readonly user_id: string;
    readonly channel_id: string;
    readonly question: string;
    readonly knowledge_version: string;
    readonly comment: string;
    readonly created_at: string;
  };
  unanswered_questions: {
    readonly id: string;
    readonly question: string;
    readonly reason: string;
    readonly asked_at: string;
  };
};
