/** What the bot keeps of conversations, as small interfaces. Storage implements them; instants are arguments. */

/** Remembers which inbound deliveries were handled, so that a repeated one does nothing. */
export type HandledEvents = {
  /** Claims a key; true for the first caller, false for every later one. */
  claim(key: string, now: Date): Promise<boolean>;
};

/** The last question of each thread or direct message, kept for a day. */
export type ThreadMemory = {
  lastQuestion(conversationKey: string, now: Date): Promise<string | undefined>;
  remember(conversationKey: string, question: string, now: Date): Promise<void>;
};

export type FeedbackKind = 'helpful' | 'not-helpful' | 'wrong-number' | 'needs-person';

export type Feedback = {
  readonly kind: FeedbackKind;
  readonly userId: string;
  readonly channelId: string;
  readonly question: string;
  readonly knowledgeVersion: string;
  /** What the person wrote; empty for plain thumbs. */
  readonly comment: string;
};

export type FeedbackStore = {
  add(feedback: Feedback, now: Date): Promise<void>;
  list(): Promise<readonly (Feedback & { readonly createdAt: Date })[]>;
};

/** Questions the bot could not answer, for the maintainer. */
export type UnansweredQuestions = {
  add(question: string, reason: string, now: Date): Promise<void>;
  /** Most frequent first, then most recent. */
  list(): Promise<
    readonly {
      readonly question: string;
      readonly reason: string;
      readonly count: number;
      readonly lastAskedAt: Date;
    }[]
  >;
};

/** Removes question texts older than the retention period. Returns how many rows went. */
export type Retention = {
  forgetBefore(instant: Date): Promise<number>;
};
