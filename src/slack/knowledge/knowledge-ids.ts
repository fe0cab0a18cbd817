/** Ids that Slack sends back from what is about reports, words and settings. */
export const KNOWLEDGE_ACTIONS = {
  confirmReport: 'report_confirm',
  describeReport: 'report_describe',
  discardReport: 'report_discard',
  withdrawReport: 'report_withdraw',
  restoreReport: 'report_restore',
  teachWord: 'teach_word',
  teachName: 'teach_name',
  teachAbsent: 'teach_absent',
  settle: 'teach_settle',
  undoChange: 'teach_undo',
  nextReview: 'review_next',
} as const;

export const KNOWLEDGE_VIEWS = {
  reportForm: 'report_form',
  wordForm: 'word_form',
  nameForm: 'name_form',
  scopeForm: 'scope_form',
} as const;

/** Block ids of inputs; the element of each is called `input`. */
export const KNOWLEDGE_INPUTS = {
  title: 'title',
  places: 'places',
  years: 'years',
  sort: 'sort',
  collection: 'collection',
  word: 'word',
  means: 'means',
  figure: 'figure',
  name: 'name',
  scope: 'scope',
} as const;
