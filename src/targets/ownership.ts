import type { NewEntry } from './entry.ts';

/** Who answers for a target. Several people may; nobody is a state the digest points out. */
export type Owners = {
  /** User ids by target id; targets without an owner are absent. */
  all(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Replaces the owners of one target; an empty list leaves it without. Who was owner when stays in the records. */
  assign(assignment: {
    readonly targetId: string;
    readonly userIds: readonly string[];
    readonly assignedBy: string;
    readonly now: Date;
  }): Promise<void>;
};

/** An entry written by someone who may not record, waiting for an owner to accept it. */
export type Proposal = {
  readonly id: string;
  readonly entry: NewEntry;
  readonly proposedAt: Date;
};

export type Proposals = {
  /** Keeps a proposal; its entry's `requestKey` makes a repeated delivery a no-op. Returns its id. */
  add(entry: NewEntry, now: Date): Promise<string>;
  find(id: string): Promise<Proposal | undefined>;
  /**
   * Takes a proposal out of waiting; true for the first to decide, false for everyone after. Accepting records its
   * entry in the same transaction, so that none is accepted and then lost.
   */
  decide(decision: {
    readonly id: string;
    readonly outcome: 'accepted' | 'declined';
    readonly decidedBy: string;
    readonly now: Date;
  }): Promise<boolean>;
  /** Oldest first. */
  listWaiting(): Promise<readonly Proposal[]>;
};
