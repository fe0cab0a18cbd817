import type { Generated } from 'kysely';

/**
 * The columns of every table, as queries see them. Instants are ISO 8601 text in UTC with milliseconds
 * (`toISOString`), which sorts by time and reads the same in every engine.
 */
export type Tables = {
  handled_events: { readonly key: string; readonly handled_at: string };
  thread_questions: {
    readonly conversation_key: string;
    readonly question: string;
    /** The row of `asked_questions` with the answer that was given to it. */
    readonly asked_id: string | null;
    readonly asked_at: string;
  };
  /** `answer` is JSON. */
  asked_questions: {
    readonly id: string;
    readonly question: string;
    readonly answer: string | null;
    readonly asked_at: string;
  };
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
    /** Complete. */
    readonly question: string;
    /** As it was asked. */
    readonly asked_as: string | null;
    readonly reason: string;
    readonly asked_at: string;
  };
  /** Append-only: the database refuses to change or delete a row. */
  ledger_entries: {
    readonly seq: Generated<number>;
    readonly request_key: string;
    readonly target_id: string;
    readonly kind: string;
    readonly value: string | null;
    readonly state: string | null;
    readonly status: string | null;
    readonly corrects: number | null;
    readonly undoes: number | null;
    readonly as_of: string;
    readonly note: string;
    readonly evidence: string | null;
    readonly confidence: string | null;
    readonly recorded_by: string;
    readonly recorded_at: string;
    readonly said_in: string;
    readonly origin: string;
  };
  /** Append-only: the last row of a target says who owns it. `user_ids` is a JSON array. */
  owner_assignments: {
    readonly seq: Generated<number>;
    readonly target_id: string;
    readonly user_ids: string;
    readonly assigned_by: string;
    readonly assigned_at: string;
  };
  /** `entry` is the proposed entry as JSON. */
  proposals: {
    readonly id: string;
    readonly request_key: string;
    readonly entry: string;
    readonly proposed_at: string;
    readonly outcome: string | null;
    readonly decided_by: string | null;
    readonly decided_at: string | null;
  };
  /** `sections`, `owners` and `statuses` are JSON arrays; `cadence` is written as `week:1` or `month:15`. */
  subscriptions: {
    readonly id: string;
    readonly channel_id: string;
    readonly owner_id: string;
    readonly cadence: string;
    readonly time: string;
    readonly time_zone: string;
    readonly holiday_rule: string;
    readonly sections: string;
    readonly owners: string;
    readonly statuses: string;
    readonly paused_for: string | null;
    readonly active_since: string;
    readonly created_at: string;
    readonly removed_at: string | null;
    readonly owner_told_at: string | null;
    /** When telling failed: not to be tried again before. */
    readonly tell_after: string | null;
  };
  slots: {
    readonly subscription_id: string;
    readonly slot_on: string;
    readonly nominal_on: string;
    readonly due_at: string;
    readonly state: string;
    readonly reason: string | null;
    readonly attempts: number;
    readonly attempt_id: string | null;
    readonly lease_until: string | null;
    readonly retry_at: string | null;
    readonly rendered_at: string | null;
    readonly channel_id: string | null;
    readonly message_ts: string | null;
    readonly settled_at: string | null;
    readonly owner_told_at: string | null;
    readonly reposted_by: string | null;
  };
  /** Append-only. `change` is JSON; a row that takes another back has none, and `undoes` instead. */
  knowledge_changes: {
    readonly seq: Generated<number>;
    readonly request_key: string;
    readonly change: string | null;
    readonly undoes: number | null;
    readonly changed_by: string;
    readonly changed_at: string;
  };
  /** Files people sent to be reports. `entry` is JSON, `original` the bytes in base64. */
  received_files: {
    readonly id: string;
    readonly entry: string;
    readonly text: string;
    readonly map: string;
    readonly original_name: string;
    readonly original: string;
    readonly received_by: string;
    readonly received_at: string;
    /** 1 once a change made a report of it. */
    readonly is_confirmed: number;
  };
  /** The report or collection a channel keeps to. */
  channel_scopes: {
    readonly channel_id: string;
    readonly scope: string;
    readonly set_by: string;
    readonly set_at: string;
  };
  /** How often a day and in which channel questions were answered, or refused for which reason; no text. */
  question_counts: {
    readonly asked_on: string;
    readonly channel_id: string;
    readonly outcome: string;
    readonly count: number;
  };
  owner_reminders: {
    readonly user_id: string;
    readonly slot_on: string;
    readonly reminded_at: string;
  };
  /** Reports as they were read, `entry` and `parsed` as JSON; in PostgreSQL only, like the next two. */
  shelved_reports: {
    readonly id: string;
    /** Hash of all it was read from, and of what read it. */
    readonly version: string;
    readonly entry: string;
    readonly parsed: string;
    /** What takes longest to make of it, as V8 serializes data, deflated. */
    readonly saved: Buffer;
    readonly year: number;
    readonly sentences: number;
    /** When another version took its place, or none. */
    readonly retired_at: string | null;
  };
  /** The sentences of the reports that stand, by their pairs and characters (a `tsvector`). */
  report_sentences: { readonly report_id: string; readonly start: number; readonly grams: string };
  /** How many of these sentences hold a gram. */
  sentence_grams: { readonly gram: string; readonly sentences: number };
};
