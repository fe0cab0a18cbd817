/** Every id that Slack sends back to the bot. The manifest is compared with them by a test. */

/** The slash command. ASCII, because Slack documents no other; what is asked follows in Chinese. */
export const POLICY_COMMAND = '/policy';

/** Message shortcut “在报告中查找”. */
export const FIND_SHORTCUT = 'find_in_report';

export const ACTIONS = {
  /** Asks the question in the value: examples and readings. */
  ask: 'ask',
  /** The ask box of the App Home. */
  homeAsk: 'home_ask',
  share: 'share',
  showContext: 'show_context',
  /** What is behind the three dots of an answer. */
  answerMenu: 'answer_menu',
  showRest: 'show_rest',
  openOutline: 'open_outline',
  openPlace: 'open_place',
  rate: 'rate',
  /** On messages of before there was a menu. */
  reportNumber: 'report_number',
  callPerson: 'call_person',
} as const;

/**
 * The action id of one of several buttons of a kind in a message: Slack wants them distinct. Listeners match
 * with {@link anyOf}.
 */
export function numbered(action: string, number: number | string): string {
  return `${action}:${number}`;
}

/** Matches an action id with or without a number. */
export function anyOf(action: string): RegExp {
  return new RegExp(`^${action}(:[\\d-]+)?$`, 'u');
}

export const VIEWS = { feedbackForm: 'feedback_form' } as const;

/** Block and element ids of inputs, read back from a submitted view. */
export const INPUTS = {
  comment: { block: 'comment', element: 'text' },
  homeQuestion: { block: 'home_question', element: ACTIONS.homeAsk },
} as const;

/** Where Slack sends everything in HTTP mode. */
export const EVENTS_PATH = '/slack/events';
