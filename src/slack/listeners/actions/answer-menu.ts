import type { App, BlockOverflowAction } from '@slack/bolt';
import { feedbackForm } from '../../blocks/feedback-form.ts';
import { citationMessage, sourceMessage } from '../../blocks/source-message.ts';
import { decodeValue } from '../../button-values.ts';
import { findGiven } from '../../find-given.ts';
import { ACTIONS } from '../../ids.ts';
import { readPress, replyToPress } from '../../press.ts';
import { type SlackServices, titleOf } from '../../services.ts';

/** What is behind the three dots of an answer: forms for people, the quote to copy, where exactly it stands. */
export function registerAnswerMenu(app: App, services: SlackServices): void {
  app.action<BlockOverflowAction>(ACTIONS.answerMenu, async ({ action, body, client, respond }) => {
    const { q, pick } = decodeValue('menu', action.selected_option.value);
    const press = readPress(body);
    if (pick === 'wrong-number' || pick === 'needs-person') {
      // Before anything else: Slack's trigger lives three seconds.
      const view = feedbackForm({ kind: pick, q, channel: press.channelId, threadTs: press.threadTs });
      await client.views.open({ trigger_id: body.trigger_id, view });
      return;
    }
    const found = await findGiven(services, {
      questionId: q,
      userId: press.userId,
      channelId: press.channelId,
    });
    const show = pick === 'cite' ? citationMessage : sourceMessage;
    const message = 'lost' in found ? found.lost : show(found.given.answer, titleOf(services.answerer));
    await replyToPress({ services, client, press, respond }, message);
  });
}
