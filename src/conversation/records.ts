/** What the bot keeps of conversations, as small interfaces. Storage implements them; instants are arguments. */

/** Remembers which inbound deliveries were handled, so that a repeated one does nothing. */
export type HandledEvents = {
  /** Claims a key; true for the first caller, false for every later one. */
  claim(key: string, now: Date): Promise<boolean>;
  /** Gives a claim back when what it stood for did not happen, so that a person may try again. */
  release(key: string): Promise<void>;
};

/** The last two questions of each thread or direct message, kept for a day. */
export type ThreadMemory = {
  /** The question remembered last, or undefined when there is none or it is older than a day. */
  lastQuestion(conversationKey: string, now: Date): Promise<string | undefined>;
  /** The one before the last, by the same rule. */
  questionBefore(conversationKey: string, now: Date): Promise<string | undefined>;
  /** The id under which the last question was kept with its answer; undefined when it was not, or as above. */
  lastAsked(conversationKey: string, now: Date): Promise<string | undefined>;
  remember(conversationKey: string, last: RememberedQuestion, now: Date): Promise<void>;
  /** What is asked next follows on nothing. */
  forget(conversationKey: string): Promise<void>;
};

/** A question, and where it and its answer are kept. */
export type RememberedQuestion = { readonly question: string; readonly askedId?: string | undefined };

/** A question with the answer that was given to it, as text; one may be kept without. */
export type AskedQuestion = { readonly question: string; readonly answer?: string | undefined };

/**
 * Questions and their answers by a short id, so that a button can refer to the answer it stands under however long that is,
 * whatever the reports say by then.
 */
export type AskedQuestions = {
  /** Keeps a question and returns its id; the same texts always have the same id. */
  keep(asked: AskedQuestion, now: Date): Promise<string>;
  /** The question, or undefined when it was never asked or has passed its retention period. */
  find(id: string): Promise<AskedQuestion | undefined>;
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
  /** Keeps it once for each act of a person, named by `requestKey`; true for the first time. */
  add(feedback: Feedback, act: { readonly requestKey: string; readonly now: Date }): Promise<boolean>;
  /** Oldest first. */
  list(): Promise<readonly (Feedback & { readonly createdAt: Date })[]>;
};

/** Questions the bot could not answer, for the maintainer. */
export type UnansweredQuestions = {
  /** `askedAs` is what was written, `question` the same completed from the conversation. */
  add(
    unanswered: { readonly question: string; readonly askedAs: string; readonly reason: string },
    now: Date,
  ): Promise<void>;
  /** Most frequent first, then most recent. */
  list(): Promise<
    readonly {
      readonly question: string;
      readonly askedAs: string;
      readonly reason: string;
      readonly count: number;
      readonly lastAskedAt: Date;
    }[]
  >;
};

/** How often questions were answered, or refused for which reason: by day and channel, without a text. */
export type QuestionCounts = {
  /** `outcome` is `answered`, `clarify`, or the reason of a refusal; the channel is empty in the App Home. */
  add(counted: { readonly channelId: string; readonly outcome: string; readonly now: Date }): Promise<void>;
  /** Every count, oldest day first; days are those of the reports' country. */
  list(): Promise<
    readonly {
      readonly askedOn: string;
      readonly channelId: string;
      readonly outcome: string;
      readonly count: number;
    }[]
  >;
};

/** What a channel keeps to: one report, or the reports of a collection. */
export type ChannelScope =
  | { readonly kind: 'report'; readonly id: string }
  | { readonly kind: 'collection'; readonly name: string };

export type ChannelScopes = {
  find(channelId: string): Promise<ChannelScope | null>;
  /** Null lets the channel ask all reports again. */
  set(
    channelId: string,
    scope: ChannelScope | null,
    act: { readonly by: string; readonly now: Date },
  ): Promise<void>;
};

/** Removes what has been kept long enough. */
export type Retention = {
  /** Removes every question text and comment from before `instant`. Returns how many rows were touched. */
  forgetQuestionsBefore(instant: Date): Promise<number>;
  /** Removes claims of inbound deliveries from before `instant`. Returns how many rows went. */
  forgetEventsBefore(instant: Date): Promise<number>;
};

/** Everything that is kept of conversations. */
export type ConversationRecords = {
  readonly handledEvents: HandledEvents;
  readonly threadMemory: ThreadMemory;
  readonly askedQuestions: AskedQuestions;
  readonly feedback: FeedbackStore;
  readonly unanswered: UnansweredQuestions;
  readonly questionCounts: QuestionCounts;
  readonly channelScopes: ChannelScopes;
  readonly retention: Retention;
};
