import type { Every } from '../../targets/cadence.ts';
import type { Adjustment, AnswerPick, KnowledgeCommandKind, ReplyName } from './command-table.ts';

/** A command as it is to be carried out. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'outline' }
  /** Those of the channel, or a person's own; `said` is when a new one is to come. */
  | {
      readonly kind: 'subscriptions';
      readonly isPersonal: boolean;
      readonly isAboutExisting?: true;
      readonly said?: string;
    }
  /** `isToPost` where a digest was asked to be posted by hand, which is done nowhere. */
  | { readonly kind: 'diagnose'; readonly isToPost?: true }
  /** The digest of a time, or of the targets that words narrow a list to, as files. */
  | ({
      readonly kind: 'export';
      readonly words: readonly string[];
      /** Nothing was named: what was shown last, where anything was. */
      readonly isOfShown?: true;
    } & Asked)
  /** What is done with the last answer in the conversation. */
  | { readonly kind: 'about-answer'; readonly pick: AnswerPick }
  | { readonly kind: KnowledgeCommandKind }
  /**
   * `tells` what is said before it: which are due soon, since when those that need a look have stood so, how
   * much is left to be done. */
  | ({
      readonly kind: 'preview';
      readonly words?: readonly string[];
      readonly tells?: 'due' | 'turns' | 'outlook';
    } & Asked)
  /** Something that is said of the bot itself, answered with a sentence. */
  | { readonly kind: 'reply'; readonly reply: ReplyName }
  | { readonly kind: 'list'; readonly words: readonly string[] }
  /**
   * Who answers for what: a person named as Slack names none, a colleague named with the command, or everybody. Of what
   * `words` narrow a list to. */
  | { readonly kind: 'owners'; readonly person?: string; readonly words?: readonly string[] }
  /**
   * A target's card; `ifReported` where the report is asked as long as nobody has reported anything, `turnedTo` where it was
   * asked since when it has stood so, `isOutlook` where it was asked whether it will be done.
   */
  | {
      readonly kind: 'card';
      readonly target: string;
      readonly ifReported?: true;
      readonly turnedTo?: string;
      readonly isOutlook?: true;
    }
  /** Somebody took back an entry, of one target where that is named, and wants it to count again. */
  | { readonly kind: 'restore'; readonly target?: string }
  /** Somebody says how far a target has come: counts for who reports on it, else it is a question. */
  | ({ readonly kind: 'told' } & Told)
  /** What was written behind the target, such as its value, is for the form. */
  | {
      readonly kind: TargetKind;
      readonly target: string | null;
      readonly said?: string;
      /** The day of the entry that is to be taken back, as it was written. */
      readonly day?: string;
      readonly choice?: Adjustment;
    }
  /**
   * A target was meant that there is not, or not only one: `words` narrow the list to choose from, `said` is for the form
   * of the one that is chosen.
   */
  | {
      readonly kind: 'choose';
      readonly words: readonly string[];
      readonly isKnown: boolean;
      readonly said?: string;
    };

/** The digest of the day, week, month or quarter as it was written; null for the newest. */
export type Asked = { readonly every: Every; readonly time: string | null };

export type Told = {
  readonly target: string;
  /** A value or a state. */
  readonly said: string;
  /** The words that say the value comes on top of what there was: `本周新开`. */
  readonly added?: string;
  /** The day it is told of, as it was written. */
  readonly day?: string;
};

export type TargetKind = 'record' | 'undo' | 'assign' | 'pause';
