import type { App, BlockButtonAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { answerAgain } from '../../answer-question.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import type { Message } from '../../blocks/message.ts';
import { decodeValue } from '../../button-values.ts';
import { ACTIONS } from '../../ids.ts';
import { NOTICES } from '../../messages.ts';
import { sharedOpening } from '../../opening.ts';
import type { Delivered } from '../../outbox.ts';
import { type Press, readPress, replyToPress } from '../../press.ts';
import { markLate, notice, post, respondTo, statementWays } from '../../send.ts';
import { type SlackServices, titleOf } from '../../services.ts';

/** “分享到频道”: posts a private answer for everybody, with who asked. Each answer is shared once. */
export function registerShare(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(ACTIONS.share, async ({ action, body, client, respond }) => {
    const press = readPress(body);
    const reply = { services, client, press, respond };
    const { q } = decodeValue('question', action.value);
    const again = await answerAgain(services, {
      questionId: q,
      userId: press.userId,
      channelId: press.channelId,
    });
    if (!again) {
      await replyToPress(reply, notice(NOTICES.questionGone));
      return;
    }
    const once = `share:${press.channelId}:${press.messageTs}:${q}`;
    if (!(await services.records.handledEvents.claim(once, services.now()))) {
      await replyToPress(reply, notice(NOTICES.alreadyShared));
      return;
    }
    const message = answerMessage(again.answer, {
      questionId: q,
      titleOf: titleOf(services.answerer),
      opening: sharedOpening(press.userId, again.question),
      isShareable: false,
      surface: 'message',
    });
    let delivered: Delivered = 'given-up';
    try {
      delivered = await postForAll(reply, message);
    } finally {
      // What may have been posted is not offered again.
      if (delivered === 'given-up') await services.records.handledEvents.release(once);
    }
  });
}

type Sharing = {
  readonly services: SlackServices;
  readonly client: WebClient;
  readonly press: Press;
  readonly respond: RespondFn;
};

/** By response_url first: it also posts in channels the bot is not in. */
async function postForAll(
  { services, client, press, respond }: Sharing,
  message: Message,
): Promise<Delivered> {
  const { outbox } = services;
  const { userId, channelId, threadTs } = press;
  return outbox.deliver({
    ways: [
      (isLate) =>
        respondTo(respond, {
          ...markLate(message, isLate),
          response_type: 'in_channel',
          replace_original: false,
        }),
      ...(channelId === undefined
        ? []
        : [(isLate: boolean) => post(client, { channel: channelId }, markLate(message, isLate))]),
    ],
    statement: statementWays({ client, outbox, userId, channelId, threadTs }, NOTICES.shareUncertain),
  });
}
