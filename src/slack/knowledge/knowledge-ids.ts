/** Ids that Slack sends back from what is about reports, words and settings. */
export const KNOWLEDGE_ACTIONS = {
  confirmReport: 'report_confirm',
  describeReport: 'report_describe',
  discardReport: 'report_discard',
  withdrawReport: 'report_withdraw',
  restoreReport: 'report_restore',
} as const;

export const KNOWLEDGE_VIEWS = {
  reportForm: 'report_form',
} as const;

/** Block ids of inputs; the element of each is called `input`. */
export const KNOWLEDGE_INPUTS = {
  title: 'title',
  places: 'places',
  years: 'years',
  sort: 'sort',
  collection: 'collection',
} as const;
