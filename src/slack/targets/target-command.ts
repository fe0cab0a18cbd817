import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { isLocalDate } from '../../targets/local-date.ts';
import { buildDigestMessage } from '../digests/digest-message.ts';
import { isDirectMessage, notice, sendPrivately } from '../send.ts';
import { diagnose } from './doctor.ts';
import { listTargets } from './list-targets.ts';
import { openSubscriptionForm, showSubscriptions } from './listeners/subscriptions.ts';
import { openEntryForm } from './open-entry-form.ts';
import { sendRichPrivately } from './send-rich.ts';
import { SUBSCRIPTION } from './subscription-messages.ts';
import { readFilter } from './target-filter.ts';
import { PREVIEW } from './target-messages.ts';
import { type TargetServices, todayOf } from './target-services.ts';

/** A `/policy` command about targets, with what it was given. */
type TargetCommand =
  | { readonly kind: 'list'; readonly words: readonly string[] }
  | { readonly kind: 'record' }
  | { readonly kind: 'preview'; readonly asOf: string | null }
  | { readonly kind: 'subscribe' }
  | { readonly kind: 'diagnose' };

/** Written as a date, well or badly; anything else after 周报 is a question. */
const DATE_LIKE = /^\d[\d年月日./-]*$/u;

/**
 * Reads a command; undefined for anything that is a question. The word must stand alone or be followed by a blank:
 * `目标是什么` asks the report, `目标 滞后` lists. `周报` takes one date and nothing else.
 */
export function readTargetCommand(text: string): TargetCommand | undefined {
  const [name = '', ...words] = text.trim().split(/\s+/u);
  switch (name) {
    case '目标':
      return { kind: 'list', words };
    case '填报':
      return words.length === 0 ? { kind: 'record' } : undefined;
    case '订阅':
      return words.length === 0 ? { kind: 'subscribe' } : undefined;
    case '诊断':
      return words.length === 0 ? { kind: 'diagnose' } : undefined;
    case '周报': {
      const [asOf = null, ...more] = words;
      const isMeant = asOf === null || DATE_LIKE.test(asOf);
      return isMeant && more.length === 0 ? { kind: 'preview', asOf } : undefined;
    }
    default:
      return undefined;
  }
}

export type CommandPlace = {
  readonly client: WebClient;
  readonly userId: string;
  readonly channelId: string;
  readonly triggerId: string;
  readonly respond: RespondFn;
};

/** Carries out a command about targets. Everything it shows is private. */
export async function runTargetCommand(
  services: TargetServices,
  command: TargetCommand,
  place: CommandPlace,
): Promise<void> {
  const { client, userId, channelId, triggerId, respond } = place;
  const privately = { client, outbox: services.outbox, userId, channelId, respond };
  switch (command.kind) {
    case 'list': {
      const filter = readFilter(command.words);
      await sendPrivately(privately, await listTargets(services, { filter, from: 0, viewerId: userId }));
      return;
    }
    case 'record':
      await openEntryForm(services, client, {
        triggerId,
        userId,
        subject: { target: null, channel: channelId, queue: [], corrects: null },
      });
      return;
    case 'preview': {
      const asOf = command.asOf ?? todayOf(services);
      if (!isLocalDate(asOf)) {
        await sendPrivately(privately, notice(PREVIEW.notADate(asOf)));
        return;
      }
      const digest = await services.digests.preview(asOf, []);
      await sendRichPrivately(privately, buildDigestMessage(digest, { isLate: false, subscriptionId: null }));
      return;
    }
    case 'subscribe': {
      if (isDirectMessage(channelId)) {
        await sendPrivately(privately, notice(SUBSCRIPTION.direct));
        return;
      }
      const isFirst = (await services.records.subscriptions.listByChannel(channelId)).length === 0;
      const subject = { channel: channelId, subscription: null };
      const message = isFirst
        ? await openSubscriptionForm(services, client, { subject, userId, triggerId })
        : await showSubscriptions(services, channelId);
      if (message) await sendPrivately(privately, message);
      return;
    }
    case 'diagnose': {
      await sendPrivately(privately, await diagnose(services, client, { channelId, userId }));
    }
  }
}
