import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Feedback } from '../../../conversation/records.ts';
import { describeFault } from '../../../logging.ts';
import { answerAgain } from '../../answer-question.ts';
import { feedbackMessage } from '../../blocks/feedback-message.ts';
import { decodeFormSubject } from '../../button-values.ts';
import { INPUTS, VIEWS } from '../../ids.ts';
import { FEEDBACK, FORMS } from '../../messages.ts';
import { notice, post, sendPrivately } from '../../send.ts';
import type { SlackServices } from '../../services.ts';

/** Below this a comment says nothing. */
const MIN_COMMENT_CHARACTERS = 2;

/** A submitted form is kept, passed on to whoever is configured, and the person is told what became of it. */
export function registerFeedbackForm(app: App, services: SlackServices): void {
  app.view(VIEWS.feedbackForm, async ({ ack, view, body, client }) => {
    const { block, element } = INPUTS.comment;
    const comment = view.state.values[block]?.[element]?.value?.trim() ?? '';
    if ([...comment].length < MIN_COMMENT_CHARACTERS) {
      await ack({ response_action: 'errors', errors: { [block]: FORMS.tooShort } });
      return;
    }
    await ack();
    const { kind, q, channel, threadTs } = decodeFormSubject(view.private_metadata);
    const again = await answerAgain(services, q);
    const feedback = {
      kind,
      userId: body.user.id,
      channelId: channel ?? '',
      question: again?.question ?? '',
      knowledgeVersion: services.answerer.knowledgeVersion,
      comment,
    };
    const answerText = again?.answer.answers[0]?.text ?? again?.answer.message ?? '';
    const outcome = await keepAndForward({ services, client, feedback, answerText });
    const place = { client, log: services.log, userId: body.user.id, channelId: channel, threadTs };
    await sendPrivately(place, notice(outcome));
  });
}

type Forwarding = {
  readonly services: SlackServices;
  readonly client: WebClient;
  readonly feedback: Feedback;
  readonly answerText: string;
};

/** Returns what to tell the person. Kept first, so that nothing is lost when it cannot be delivered. */
async function keepAndForward({ services, client, feedback, answerText }: Forwarding): Promise<string> {
  const { records, log, now, feedbackTo } = services;
  await records.feedback.add(feedback, now());
  log.info('feedback.received', { kind: feedback.kind, isForwarded: feedbackTo !== undefined });
  if (feedbackTo === undefined) return FEEDBACK.keptOnly;
  try {
    await post(client, { channel: feedbackTo }, feedbackMessage(feedback, answerText));
    return FEEDBACK.sent;
  } catch (error) {
    log.error('feedback.not_delivered', { to: feedbackTo, ...describeFault(error) });
    return FEEDBACK.notDelivered;
  }
}
