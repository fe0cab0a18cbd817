import type { App, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Feedback } from '../../../conversation/records.ts';
import { describeFault } from '../../../logging.ts';
import { answerSummary } from '../../blocks/answer-parts.ts';
import { feedbackMessage } from '../../blocks/feedback-message.ts';
import { decodeFormSubject } from '../../button-values.ts';
import { describeGiven, readGiven } from '../../find-given.ts';
import { INPUTS, VIEWS } from '../../ids.ts';
import { FEEDBACK, FORMS } from '../../messages.ts';
import { notice, post, sendPrivately } from '../../send.ts';
import { isSendError, readSendFailure } from '../../send-failure.ts';
import type { SlackServices } from '../../services.ts';
import { refuseForm, type Submitted, submitForm } from '../../submit-form.ts';

/** Below this a comment says nothing. */
const MIN_COMMENT_CHARACTERS = 2;

/** A submitted form is kept, then acknowledged, then passed on; the person is told what became of it. */
export function registerFeedbackForm(app: App, services: SlackServices): void {
  app.view<ViewSubmitAction>(VIEWS.feedbackForm, async ({ ack, view, body, client }) => {
    const record = (begin: () => void) =>
      takeFeedback(services, { view, userId: body.user.id, client, begin });
    await submitForm({ ack, log: services.log, view, record });
  });
}

async function takeFeedback(
  services: SlackServices,
  taking: {
    readonly view: ViewOutput;
    readonly userId: string;
    readonly client: WebClient;
    readonly begin: () => void;
  },
): Promise<Submitted> {
  const { records, outbox, log, now } = services;
  const { view, userId, client, begin } = taking;
  const { block, element } = INPUTS.comment;
  const comment = view.state.values[block]?.[element]?.value?.trim() ?? '';
  if ([...comment].length < MIN_COMMENT_CHARACTERS) return { response: refuseForm(view, FORMS.tooShort) };
  const { kind, q, channel, threadTs } = decodeFormSubject(view.private_metadata);
  const feedback = {
    kind,
    userId,
    channelId: channel ?? '',
    ...(await describeGiven(services, q)),
    comment,
  };
  begin();
  const isNew = await records.feedback.add(feedback, { requestKey: `view:${view.id}`, now: now() });
  log.info('feedback.received', { kind, isNew });
  return {
    async tell() {
      // Passed on once, however often it was submitted.
      const outcome = isNew ? await forward(services, client, { feedback, q }) : FEEDBACK.kept;
      await sendPrivately({ client, outbox, userId, channelId: channel, threadTs }, notice(outcome));
    },
  };
}

/** Passes feedback on to whoever is configured. Returns what to tell the person. */
async function forward(
  services: SlackServices,
  client: WebClient,
  { feedback, q }: { readonly feedback: Feedback; readonly q: string | undefined },
): Promise<string> {
  const { log, feedbackTo } = services;
  if (feedbackTo === undefined)
    return feedback.kind === 'wrong-number' && feedback.question !== ''
      ? FEEDBACK.keptOnly
      : FEEDBACK.keptPerson;
  try {
    const channelId = feedback.channelId === '' ? undefined : feedback.channelId;
    const given = q === undefined ? 'forgotten' : await readGiven(services, { questionId: q, channelId });
    const answerText = typeof given === 'string' ? '' : answerSummary(given.answer);
    await post(client, { channel: feedbackTo }, feedbackMessage(feedback, answerText));
    return FEEDBACK.sent;
  } catch (error) {
    log.error('feedback.not_delivered', { to: feedbackTo, ...describeFault(error) });
    const isUncertain = isSendError(error) && readSendFailure(error).kind === 'uncertain';
    return isUncertain ? FEEDBACK.maybeDelivered : FEEDBACK.notDelivered;
  }
}
