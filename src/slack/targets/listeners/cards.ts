import type { App, BlockButtonAction } from '@slack/bolt';
import { anyOf } from '../../ids.ts';
import { readPress } from '../../press.ts';
import { notice, sendPrivately } from '../../send.ts';
import { sendRichPrivately } from '../send-rich.ts';
import { targetCardMessage } from '../target-card-message.ts';
import { matchesFilter } from '../target-filter.ts';
import { TARGET_ACTIONS } from '../target-ids.ts';
import { targetListMessage } from '../target-list-message.ts';
import { LIST, UNDO } from '../target-messages.ts';
import { readRows, readTarget, type TargetServices, todayOf } from '../target-services.ts';
import { decodeTargetValue } from '../target-values.ts';

/** Lists page by page, cards, and undoing what a card or a confirmation shows. */
export function registerCards(app: App, services: TargetServices): void {
  app.action<BlockButtonAction>(anyOf(TARGET_ACTIONS.openCard), async ({ action, body, client, respond }) => {
    const { target } = decodeTargetValue('target', action.value);
    const press = readPress(body);
    const place = { client, log: services.log, ...press, respond: press.isHome ? undefined : respond };
    const found = await readTarget(services, target);
    if (!found) {
      await sendPrivately(place, notice(LIST.gone));
      return;
    }
    const { knowledgeVersion } = services;
    await sendRichPrivately(
      place,
      targetCardMessage({ ...found, today: todayOf(services), knowledgeVersion }),
    );
  });

  app.action<BlockButtonAction>(anyOf(TARGET_ACTIONS.listPage), async ({ action, body, client, respond }) => {
    const { filter, from } = decodeTargetValue('page', action.value);
    const press = readPress(body);
    const rows = (await readRows(services)).filter((row) => matchesFilter(row, filter));
    const place = { client, log: services.log, ...press, respond: press.isHome ? undefined : respond };
    await sendPrivately(place, targetListMessage(rows, filter, from));
  });

  app.action<BlockButtonAction>(TARGET_ACTIONS.undo, async ({ action, body, client, respond }) => {
    const { target, seq } = decodeTargetValue('entry', action.value);
    const press = readPress(body);
    const text = await undoEntry(services, {
      targetId: target,
      seq,
      userId: press.userId,
      channelId: press.channelId,
    });
    await sendPrivately({ client, log: services.log, ...press, respond }, notice(text));
  });
}

/** Undoes an entry by a new one. Returns what to tell the person. */
async function undoEntry(
  services: TargetServices,
  request: {
    readonly targetId: string;
    readonly seq: number;
    readonly userId: string;
    readonly channelId: string | undefined;
  },
): Promise<string> {
  const found = await readTarget(services, request.targetId);
  const entry = found?.history.find(({ seq }) => seq === request.seq);
  if (!found || !entry) return LIST.gone;
  const isOwn = entry.recordedBy === request.userId;
  if (!isOwn && !(await services.permissions.mayManage(request.userId))) return UNDO.notYours;
  if (found.history.some((other) => other.kind === 'undo' && other.undoes === entry.seq)) return UNDO.already;
  await services.records.ledger.append([
    {
      kind: 'undo',
      undoes: entry.seq,
      targetId: found.target.id,
      asOf: todayOf(services),
      note: '',
      recordedBy: request.userId,
      recordedAt: services.now(),
      saidIn: request.channelId ?? '',
      origin: 'slack',
      requestKey: `undo:${entry.seq}`,
    },
  ]);
  return UNDO.done(found.target.name);
}
