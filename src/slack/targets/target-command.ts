import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Every } from '../../targets/cadence.ts';
import { isLocalDate, type LocalDate } from '../../targets/local-date.ts';
import { findReportPeriod } from '../../targets/report-period.ts';
import { ALL_TARGETS } from '../../targets/target-selection.ts';
import { buildDigestMessage } from '../digests/digest-message.ts';
import { isDirectMessage, notice, sendPrivately } from '../send.ts';
import { diagnose } from './doctor.ts';
import { exportDigest } from './export-digest.ts';
import { listTargets } from './list-targets.ts';
import { openSubscriptionForm, showSubscriptions } from './listeners/subscriptions.ts';
import { openEntryForm } from './open-entry-form.ts';
import { sendRichPrivately } from './send-rich.ts';
import { readFilter } from './target-filter.ts';
import { PREVIEW } from './target-messages.ts';
import { type TargetServices, todayOf } from './target-services.ts';

/** A `/policy` command about targets, with what it was given. */
type TargetCommand =
  | { readonly kind: 'list'; readonly words: readonly string[] }
  | { readonly kind: 'record' }
  | { readonly kind: 'preview'; readonly every: Every; readonly asOf: string | null }
  /** For the channel, or for the person alone. */
  | { readonly kind: 'subscribe'; readonly isPersonal: boolean }
  | { readonly kind: 'export' }
  | { readonly kind: 'diagnose' };

const PERIODS = { 周报: 'week', 月报: 'month', 季报: 'quarter' } as const satisfies Record<string, Every>;

/** `订阅 我的目标` and shorter. */
const PERSONAL: ReadonlySet<string> = new Set(['我的目标', '我的', '我']);

/** Written as a date, well or badly; anything else after 周报 is a question. */
const DATE_LIKE = /^\d[\d年月日./-]*$/u;

/**
 * Reads a command; undefined for anything that is a question. The word must stand alone or be followed by a blank:
 * `目标是什么` asks the report, `目标 滞后` lists. `周报`, `月报` and `季报` take one date and
 * nothing else.
 */
export function readTargetCommand(text: string): TargetCommand | undefined {
  const [name = '', ...words] = text.trim().split(/\s+/u);
  switch (name) {
    case '目标':
      return { kind: 'list', words };
    case '填报':
      return words.length === 0 ? { kind: 'record' } : undefined;
    case '订阅':
      return words.length === 0 || PERSONAL.has(words.join(''))
        ? { kind: 'subscribe', isPersonal: words.length > 0 }
        : undefined;
    case '导出':
      return words.length === 0 ? { kind: 'export' } : undefined;
    case '诊断':
      return words.length === 0 ? { kind: 'diagnose' } : undefined;
    case '周报':
    case '月报':
    case '季报': {
      const [asOf = null, ...more] = words;
      const isMeant = asOf === null || DATE_LIKE.test(asOf);
      return isMeant && more.length === 0 ? { kind: 'preview', every: PERIODS[name], asOf } : undefined;
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
  where: CommandPlace,
): Promise<void> {
  const { client, userId, channelId, triggerId, respond } = where;
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
      const digest = await services.digests.preview(everything(asOf, command.every));
      await sendRichPrivately(privately, buildDigestMessage(digest, { isLate: false, subscriptionId: null }));
      return;
    }
    case 'subscribe': {
      // A digest in a direct message is one's own, whether that was said or not.
      const place = command.isPersonal || isDirectMessage(channelId) ? userId : channelId;
      const isFirst = (await services.records.subscriptions.listByChannel(place)).length === 0;
      const subject = { channel: place, subscription: null };
      const message = isFirst
        ? await openSubscriptionForm(services, client, { subject, userId, triggerId })
        : await showSubscriptions(services, place);
      if (message) await sendPrivately(privately, message);
      return;
    }
    case 'export': {
      const digest = await services.digests.preview(everything(todayOf(services), 'week'));
      await sendPrivately(privately, notice(await exportDigest(services, client, { digest, userId })));
      return;
    }
    case 'diagnose': {
      await sendPrivately(privately, await diagnose(services, client, { channelId, userId }));
    }
  }
}

function everything(asOf: LocalDate, every: Every) {
  return { asOf, period: findReportPeriod(every, asOf), selection: ALL_TARGETS };
}
