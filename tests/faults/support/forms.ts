import type { Delivery } from '../../support/slack/deliveries.ts';
import { type CallBody, TEAM } from '../../support/slack/fake-slack.ts';

const STATES = ['not-started', 'in-progress', 'blocked'] as const;

/** A form as it comes back from Slack, with the key under which it is recorded. */
export type Filled = { readonly key: string; readonly view: CallBody };

/** A form of its own for each serial number, whose text holds the number once: `第7条` or `原因7`. */
export function fillIn(serial: number, target: string): Filled {
  const id = `V${serial}`;
  const input = (element: CallBody) => ({ input: element });
  if (serial % 5 === 0) {
    const view = {
      id,
      callback_id: 'feedback_form',
      private_metadata: JSON.stringify({ kind: 'needs-person', q: 'unknown' }),
      state: { values: { comment: { text: { value: `请看第${serial}条` } } } },
    };
    return { key: `view:${id}`, view };
  }
  if (serial % 5 === 1) {
    const view = {
      id,
      callback_id: 'adjust_form',
      private_metadata: JSON.stringify({ target, channel: 'C1' }),
      state: {
        values: {
          status: input({ selected_option: { value: 'at-risk' } }),
          reason: input({ value: `原因${serial}` }),
        },
      },
    };
    return { key: `view:${id}:adjust`, view };
  }
  const view = {
    id,
    root_view_id: id,
    callback_id: 'entry_form',
    private_metadata: JSON.stringify({ target, channel: 'C1', queue: [], corrects: null }),
    state: {
      values: {
        [`state:${target}`]: input({ selected_option: { value: STATES[serial % STATES.length] } }),
        [`as_of:${target}`]: input({ selected_date: dayOf(serial) }),
        [`confidence:${target}`]: input({ selected_option: { value: 'high' } }),
        [`note:${target}`]: input({ value: `第${serial}条` }),
      },
    },
  };
  return { key: `view:${id}:${target}`, view };
}

/** Different ones, as the same said twice of one day would be asked about. */
function dayOf(serial: number): string {
  const [month, day] = [1 + (serial % 5), 1 + (Math.floor(serial / 5) % 28)];
  return `2019-0${month}-${String(day).padStart(2, '0')}`;
}

/** The delivery with which Slack hands in a form that a person has submitted. */
export function formDelivery(user: string, view: CallBody): Delivery {
  return {
    kind: 'interaction',
    body: {
      type: 'view_submission',
      team: { id: TEAM },
      user: { id: user, team_id: TEAM },
      trigger_id: view.id,
      view: { type: 'modal', blocks: [], ...view },
    },
  };
}
