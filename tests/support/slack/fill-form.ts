import type { Delivery } from './deliveries.ts';
import { type CallBody, TEAM } from './fake-slack.ts';

let views = 0;

/** A form as it is submitted: what stands in its fields by block id, each as a text or a choice of a menu. */
export function fillForm(
  view: CallBody,
  fields: Readonly<Record<string, string | { readonly choice: string }>>,
  user: string,
): Delivery {
  views += 1;
  const values = Object.fromEntries(
    Object.entries(fields).map(([block, field]) => [
      block,
      {
        input:
          typeof field === 'string'
            ? { type: 'plain_text_input', value: field === '' ? null : field }
            : { type: 'static_select', selected_option: { value: field.choice } },
      },
    ]),
  );
  return {
    kind: 'interaction',
    body: {
      token: 'unused',
      api_app_id: 'A1',
      team: { id: TEAM },
      trigger_id: `form${views}`,
      type: 'view_submission',
      user: { id: user, team_id: TEAM },
      view: { id: `VF${views}`, ...view, state: { values } },
    },
  };
}
