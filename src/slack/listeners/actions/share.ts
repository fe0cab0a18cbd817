import type { App, BlockButtonAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Answer } from '../../../answering/answer.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import { formsOf, type Message } from '../../blocks/message.ts';
import { decodeValue } from '../../button-values.ts';
import { findGiven } from '../../find-given.ts';
import { ACTIONS } from '../../ids.ts';
import { NOTICES } from '../../messages.ts';
import { sharedOpening } from '../../opening.ts';
import type { Delivered } from '../../outbox.ts';
import { type Press, readPress, replyToPress } from '../../press.ts';
import { markLate, notice, postWays, respondTo, statementWays } from '../../send.ts';
import { reportNames, type SlackServices } from '../../services.ts';
import { showAgain } from '../../show-again.ts';

/** “分享到频道”: posts a private answer for everybody, with who asked. Each answer is shared once, and then says so. */
export function registerShare(app: App, services: SlackServices): void {
  app.action<BlockButtonAction>(ACTIONS.share, async ({ action, body, client, respond }) => {
    const press = readPress(body);
    const reply = { services, client, press, respond };
    const { q, rating } = decodeValue('share', action.value);
    const found = await findGiven(services, {
      questionId: q,
      userId: press.userId,
      channelId: press.channelId,
    });
    if ('lost' in found) {
      await replyToPress(reply, found.lost);
      return;
    }
    const { given } = found;
    const once = `share:${press.channelId}:${press.messageTs}:${q}`;
    if (!(await services.records.handledEvents.claim(once, services.now()))) {
      await replyToPress(reply, notice(NOTICES.alreadyShared));
      return;
    }
    const message = answerMessage(withoutReading(given.answer), {
      questionId: q,
      progress: given.progress,
      ...reportNames(services.answerer),
      opening: sharedOpening(press.userId, given.question),
      sharing: 'none',
      surface: 'message',
    });
    let delivered: Delivered = 'given-up';
    try {
      delivered = await postForAll(reply, message);
    } finally {
      // What may have been posted is not offered again.
      if (delivered === 'given-up') await services.records.handledEvents.release(once);
    }
    if (delivered === 'delivered') {
      await showAgain(services, { press, respond }, { questionId: q, sharing: 'done', rating, given });
    }
  });
}

/** Beside the complete question nobody needs to read how it was understood. */
function withoutReading({ understoodAs: _, ...answer }: Answer): Answer {
  return answer;
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
      ...formsOf(message).map(
        (form) => (isLate: boolean) =>
          respondTo(respond, {
            ...markLate(form, isLate),
            response_type: 'in_channel',
            replace_original: false,
          }),
      ),
      ...(channelId === undefined ? [] : postWays(client, { channel: channelId }, message)),
    ],
    statement: statementWays({ client, outbox, userId, channelId, threadTs }, NOTICES.shareUncertain),
  });
}
