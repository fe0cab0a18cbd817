/**
 * Slack's maxima as documented at https://docs.slack.dev/reference/block-kit, unless a line says otherwise.
 * Lengths count UTF-16 units. Builders stay within them by construction; tests hold every message to them.
 */
export const LIMITS = {
  messageBlocks: 50,
  /**
   * Slack refuses blocks with `msg_blocks_too_long` from about 13,200 characters on, undocumented. The JSON of
   * the blocks is held to this, which is stricter than counting their text.
   */
  messageCharacters: 12_000,
  viewBlocks: 100,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  header: 150,
  modalTitle: 24,
  containerBlocks: 10,
  containerTitle: 150,
  optionValue: 150,
  privateMetadata: 3_000,
} as const;

/** Longest stretch of a report shown in one quote: with all else in a message it stays within the limits. */
export const MAX_QUOTE_CHARACTERS = 2_500;

/** What is shown around several places together: a phone screen or so. */
export const MAX_CONTEXT_CHARACTERS = 480;

/** Room for the readings of a question, labels and questions together: below the limit of one button's value. */
export const MAX_READING_CHARACTERS = 1_900;

/** Most sentences shown below a refusal: with them it still fits a phone screen or so. */
export const MAX_PLACES = 3;

/** A list whose points are longer together is folded: some ten lines of a phone. */
export const MAX_OPEN_LIST_CHARACTERS = 240;

/** Most answers shown before “显示其余”: a phone screen or two. */
export const MAX_ANSWERS_AT_ONCE = 3;
