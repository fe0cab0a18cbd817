import type {
  App,
  BlockAction,
  BlockButtonAction,
  ButtonAction,
  StaticSelectAction,
  UsersSelectAction,
} from '@slack/bolt';
import { findCancelled } from '../../../targets/effective-entries.ts';
import type { Entry, EntryKind } from '../../../targets/entry.ts';
import { needsReport } from '../../../targets/plan-reminders.ts';
import type { Message } from '../../blocks/message.ts';
import { doThenAcknowledge } from '../../do-then-acknowledge.ts';
import { anyOf } from '../../ids.ts';
import { readPress } from '../../press.ts';
import { notice } from '../../send.ts';
import type { SlackServices } from '../../services.ts';
import { contentOf } from '../entry-content.ts';
import { readChoice } from '../list-selects.ts';
import { filterRows, listTargets } from '../list-targets.ts';
import { openEntryForm, queueOf } from '../open-entry-form.ts';
import { replyToTargetPress } from '../reply-to-press.ts';
import { mayUndo, showCard } from '../show-card.ts';
import { targetHistoryMessage } from '../target-card-message.ts';
import { isSilent } from '../target-filter.ts';
import { TARGET_ACTIONS } from '../target-ids.ts';
import { ENTRY_FORM, LIST, UNDO } from '../target-messages.ts';
import { listSections, readTarget, type TargetServices, todayOf } from '../target-services.ts';
import { decodeTargetValue, type TargetValue } from '../target-values.ts';
import { countedWithout, isCounted, listUndoable, undoMessage } from '../undo-message.ts';

/** Lists page by page, cards, and the buttons on them that open the form or take an entry back. */
export function registerCards(app: App, services: SlackServices): void {
  const { targets } = services;

  app.action<BlockButtonAction>(anyOf(TARGET_ACTIONS.openCard), async ({ action, body, client, respond }) => {
    const { target } = decodeTargetValue('target', action.value);
    const reply = { services, client, press: readPress(body), respond };
    await replyToTargetPress(reply, await showCard(targets, target, { viewerId: reply.press.userId }));
  });

  app.action<BlockButtonAction>(TARGET_ACTIONS.showHistory, async ({ action, body, client, respond }) => {
    const { target } = decodeTargetValue('target', action.value);
    const found = await readTarget(targets, target);
    const message = found ? targetHistoryMessage(found) : notice(LIST.gone);
    await replyToTargetPress({ services, client, press: readPress(body), respond }, message);
  });

  app.action<BlockButtonAction>(anyOf(TARGET_ACTIONS.listPage), async ({ action, body, client, respond }) => {
    const { filter, from } = decodeTargetValue('page', action.value);
    const press = readPress(body);
    const message = await listTargets(targets, { filter, from, viewerId: press.userId });
    await replyToTargetPress({ services, client, press, respond }, message);
  });

  for (const menu of [TARGET_ACTIONS.listSection, TARGET_ACTIONS.listStatus, TARGET_ACTIONS.listOwner]) {
    app.action<BlockAction<StaticSelectAction | UsersSelectAction>>(
      menu,
      async ({ action, body, client, respond }) => {
        const chosen = action.type === 'users_select' ? action.selected_user : action.selected_option.value;
        const filter = readChoice({ action_id: menu, chosen }, listSections(targets));
        const press = readPress(body);
        const message = filter
          ? await listTargets(targets, { filter, from: 0, viewerId: press.userId })
          : notice(LIST.gone);
        await replyToTargetPress({ services, client, press, respond }, message);
      },
    );
  }

  app.action<BlockButtonAction>(TARGET_ACTIONS.recordStale, async ({ action, body, client, respond }) => {
    const press = readPress(body);
    const queue = await planRound(targets, decodeTargetValue('round', action.value), press.userId);
    const [target, ...rest] = queue;
    const refusal =
      target === undefined
        ? notice(ENTRY_FORM.noneLeft)
        : await openEntryForm(targets, client, {
            triggerId: body.trigger_id,
            userId: press.userId,
            subject: { target, channel: press.channelId ?? '', queue: rest, corrects: null },
          });
    if (refusal) await replyToTargetPress({ services, client, press, respond }, refusal);
  });

  for (const actionId of [TARGET_ACTIONS.record, TARGET_ACTIONS.correct]) {
    app.action<BlockButtonAction>(anyOf(actionId), async ({ action, body, client, respond }) => {
      const press = readPress(body);
      const about =
        actionId === TARGET_ACTIONS.record
          ? { ...decodeTargetValue('recordTarget', action.value), seq: null }
          : { ...decodeTargetValue('entry', action.value), asOf: undefined };
      const refusal = await openEntryForm(targets, client, {
        triggerId: body.trigger_id,
        userId: press.userId,
        subject: { target: about.target, channel: press.channelId ?? '', queue: [], corrects: about.seq },
        begun: { said: about.said, asOf: about.asOf },
      });
      if (refusal) await replyToTargetPress({ services, client, press, respond }, refusal);
    });
  }

  app.action<BlockAction<StaticSelectAction | ButtonAction>>(
    TARGET_ACTIONS.chooseEntry,
    async ({ action, body, client, respond }) => {
      const chosen = action.type === 'button' ? action.value : action.selected_option.value;
      const { target, seq } = decodeTargetValue('entry', chosen);
      const press = readPress(body);
      const message = await showEntry(targets, { target, seq }, press.userId);
      await replyToTargetPress({ services, client, press, respond }, message);
    },
  );

  for (const [actionId, kinds] of [
    [TARGET_ACTIONS.undo, ['value', 'state']],
    // What is taken back is that something was taken back.
    [TARGET_ACTIONS.restore, ['undo']],
  ] as const) {
    app.action<BlockButtonAction>(actionId, async ({ ack, action, body, client, respond }) => {
      const press = readPress(body);
      const { userId, channelId } = press;
      const text = await doThenAcknowledge(ack, async () => {
        const { target, seq } = decodeTargetValue('entry', action.value);
        return undoEntry(targets, { targetId: target, seq, userId, channelId, kinds });
      });
      await replyToTargetPress({ services, client, press, respond }, notice(text));
    });
  }
}

/** An entry with the buttons to put it right, and the others to choose from. */
async function showEntry(
  services: TargetServices,
  { target, seq }: { readonly target: string; readonly seq: number },
  userId: string,
): Promise<Message> {
  const found = await readTarget(services, target);
  if (!found) return notice(LIST.gone);
  const mayManage = await services.permissions.mayManage(userId);
  const isTheirs = (recorded: Entry) =>
    mayUndo(recorded, { viewerId: userId, owners: found.owners, mayManage });
  const entry = listUndoable(found.history, isTheirs).find((candidate) => candidate.seq === seq);
  return entry
    ? undoMessage({ ...found, today: todayOf(services) }, entry, { mayUndo: isTheirs })
    : notice(UNDO.already);
}

/** The targets to go through one by one, in the order of the report. */
async function planRound(
  services: TargetServices,
  { filter, isDue }: TargetValue<'round'>,
  userId: string,
): Promise<readonly string[]> {
  const rows = await filterRows(services, filter, { viewerId: userId });
  const now = services.now();
  const wanted = rows.filter((row) => (isDue ? needsReport(row, now) : isSilent(row)));
  return queueOf(wanted.map(({ target }) => target.id));
}

/** Undoes an entry by a new one. Returns what to tell the person. */
async function undoEntry(
  services: TargetServices,
  request: {
    readonly targetId: string;
    readonly seq: number;
    readonly userId: string;
    readonly channelId: string | undefined;
    readonly kinds: readonly EntryKind[];
  },
): Promise<string> {
  const { targetId, seq, userId, channelId, kinds } = request;
  const found = await readTarget(services, targetId);
  if (!found) return LIST.gone;
  const entry = found.history.find((candidate) => candidate.seq === seq);
  if (!entry || !kinds.includes(entry.kind)) return UNDO.gone;
  const mayManage = await services.permissions.mayManage(userId);
  if (!mayUndo(entry, { viewerId: userId, owners: found.owners, mayManage })) return UNDO.notYours;
  if (findCancelled(found.history).has(seq)) return UNDO.already;
  const undone = found.history.filter((other) => other.kind === 'undo' && other.undoes === seq).length;
  await services.records.ledger.append([
    {
      kind: 'undo',
      undoes: seq,
      targetId,
      asOf: todayOf(services),
      note: '',
      recordedBy: userId,
      recordedAt: services.now(),
      saidIn: channelId ?? '',
      origin: 'slack',
      // One undo of what stands, however often it is pressed; an entry brought back can be undone anew.
      requestKey: `undo:${seq}:${undone}`,
    },
  ]);
  if (entry.kind === 'undo') {
    const standing = await readTarget(services, targetId);
    const counted = standing?.standing.latest;
    return UNDO.restored(found.target.name, counted ? contentOf(counted, found.target) : null);
  }
  const left = countedWithout({ history: found.history, today: todayOf(services) }, entry);
  const counted = isCounted({ history: found.history, today: todayOf(services) }, entry);
  return UNDO.done(found.target.name, left && contentOf(left, found.target), counted);
}
