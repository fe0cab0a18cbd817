/** Ids that Slack sends back from what is about targets and digests. */
export const TARGET_ACTIONS = {
  openCard: 'target_card',
  listPage: 'target_list',
  listSection: 'list_section',
  listStatus: 'list_status',
  listOwner: 'list_owner',
  record: 'target_record',
  /** Chooses the target inside the form. */
  chooseTarget: 'target_choose',
  /** Chooses how often inside the form of a subscription. */
  chooseEvery: 'subscription_every',
  /** Goes through targets one by one, and past one of them. */
  recordStale: 'target_record_stale',
  skipTarget: 'target_skip',
  /** Puts an entry right. */
  correct: 'entry_correct',
  undo: 'entry_undo',
  restore: 'entry_restore',
  /** Chooses the entry that is to be put right or taken back. */
  chooseEntry: 'entry_choose',
  /** Shows everything that was said about a target. */
  showHistory: 'target_history',
  assign: 'target_assign',
  adjust: 'target_adjust',
  acceptProposal: 'proposal_accept',
  declineProposal: 'proposal_decline',
  newSubscription: 'subscription_new',
  changeSubscription: 'subscription_change',
  pauseSubscription: 'subscription_pause',
  resumeSubscription: 'subscription_resume',
  removeSubscription: 'subscription_remove',
  previewDigest: 'digest_preview',
  /** Gives a digest, or a list of targets, as files. */
  exportDigest: 'digest_export',
  exportList: 'list_export',
  /** Posts a digest of unknown outcome again. */
  postAgain: 'post_again',
} as const;

export const TARGET_VIEWS = {
  entryForm: 'entry_form',
  entryConfirm: 'entry_confirm',
  assignForm: 'assign_form',
  adjustForm: 'adjust_form',
  subscriptionForm: 'subscription_form',
} as const;

/**
 * Block ids of inputs, read back from a submitted view; the element of each is called `input`. In the form for entries
 * they carry the target's id: Slack keeps what was typed in a block of the same id when a view is exchanged.
 */
export const TARGET_INPUTS = {
  value: 'value',
  state: 'state',
  asOf: 'as_of',
  confidence: 'confidence',
  note: 'note',
  evidence: 'evidence',
  owners: 'owners',
  status: 'status',
  reason: 'reason',
  every: 'every',
  cadence: 'cadence',
  time: 'time',
  timeZone: 'time_zone',
  sections: 'sections',
  statuses: 'statuses',
  holidayRule: 'holiday_rule',
} as const;

/** The element inside each input block. */
export const INPUT_ELEMENT = 'input';
