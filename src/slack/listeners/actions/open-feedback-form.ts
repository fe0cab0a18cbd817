import type { App, BlockButtonAction } from '@slack/bolt';
import { feedbackForm } from '../../blocks/feedback-form.ts';
import { decodeValue, type FormSubject } from '../../button-values.ts';
import { ACTIONS } from '../../ids.ts';
import { readPress } from '../../press.ts';

const FORMS_BY_ACTION: readonly { readonly action: string; readonly kind: FormSubject['kind'] }[] = [
  { action: ACTIONS.reportNumber, kind: 'wrong-number' },
  { action: ACTIONS.callPerson, kind: 'needs-person' },
];

/** “数字有误” and “需要人工” open a short form, before anything else: Slack's trigger lives three seconds. */
export function registerOpenFeedbackForm(app: App): void {
  for (const { action: actionId, kind } of FORMS_BY_ACTION) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client }) => {
      const { q } = decodeValue('call', action.value);
      const { channelId, threadTs } = readPress(body);
      const view = feedbackForm({ kind, q, channel: channelId, threadTs });
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
  }
}
