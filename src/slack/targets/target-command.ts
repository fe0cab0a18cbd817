import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Digest } from '../../targets/digest.ts';
import { splitAttention } from '../../targets/digest-attention.ts';
import { dayText } from '../../targets/digest-wording.ts';
import type { Entry } from '../../targets/entry.ts';
import { findTurns } from '../../targets/find-turn.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import { readDayNear } from '../../targets/read-digest-time.ts';
import { type DigestTime, findDigestTime } from '../../targets/report-period.ts';
import { groupByTarget } from '../../targets/target-rows.ts';
import { owedOn } from '../../targets/target-selection.ts';
import { actionsBlocks, paragraphBlock } from '../blocks/elements.ts';
import type { Message } from '../blocks/message.ts';
import { shownCount } from '../blocks/shown-count.ts';
import type { Command } from '../commands/command.ts';
import type { Adjustment, KnowledgeCommandKind } from '../commands/command-table.ts';
import { splitAdded } from '../commands/read-told.ts';
import { buildDigestMessage } from '../digests/digest-message.ts';
import { isDirectMessage, notice, type PrivatePlace, sendPrivately } from '../send.ts';
import { diagnose } from './doctor.ts';
import { digestOfList, exportList } from './export-digest.ts';
import { filterRows, listTargets } from './list-targets.ts';
import { openManageForm } from './listeners/manage.ts';
import { openSubscriptionForm, showSubscriptions } from './listeners/subscriptions.ts';
import { openEntryForm } from './open-entry-form.ts';
import { readAskedTime } from './read-asked-time.ts';
import { readRhythm } from './read-rhythm.ts';
import { offerRestore } from './restore-message.ts';
import { sendRichPrivately } from './send-rich.ts';
import { entriesOfDay, listLastRecorded, mayUndo, showCard } from './show-card.ts';
import { DOCTOR } from './subscription-messages.ts';
import { type Begun, listButton, recordButton } from './target-blocks.ts';
import type { RichMessage } from './target-card-message.ts';
import { NO_FILTER, readFilter, type TargetFilter } from './target-filter.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { COMMAND, LIST, MANAGE, OUTLOOK, TARGET_BUTTONS, TURNED, UNDO } from './target-messages.ts';
import { readTarget, type TargetServices, todayOf } from './target-services.ts';
import { MAX_SAID_CHARS } from './target-values.ts';
import { readToldEntry } from './told-message.ts';
import { findUndoable, listUndoable, undoMessage } from './undo-message.ts';

export type TargetCommand = Exclude<
  Command,
  { readonly kind: 'help' | 'outline' | 'about-answer' | 'reply' | KnowledgeCommandKind }
>;

export type CommandPlace = {
  readonly client: WebClient;
  readonly userId: string;
  readonly channelId: string;
  readonly threadTs?: string | undefined;
  /** The thread or direct message, whose last answer a command may be about. */
  readonly conversation?: string | undefined;
  /** Forms open with it alone: what is written in a conversation has none, and gets a button for the form. */
  readonly triggerId?: string | undefined;
  readonly respond?: RespondFn | undefined;
  /** Ids of colleagues named with the command. */
  readonly named?: readonly string[] | undefined;
};

/** Targets whose day is told; of more the card tells it. */
const MAX_TURNS = 8;

/** Carries out a command about targets. Everything it shows is private. */
export async function runTargetCommand(
  services: TargetServices,
  command: TargetCommand,
  place: CommandPlace,
): Promise<void> {
  const message = await answerCommand(services, command, place);
  if (!message) return;
  const { client, userId, channelId, threadTs, respond } = place;
  const privately: PrivatePlace = { client, outbox: services.outbox, userId, channelId, threadTs, respond };
  if (isRich(message)) await sendRichPrivately(privately, message);
  else await sendPrivately(privately, message);
}

const isRich = (message: Message | RichMessage): message is RichMessage => 'plainBlocks' in message;

/** What a command shows; undefined when it opened a form. */
async function answerCommand(
  services: TargetServices,
  command: TargetCommand,
  place: CommandPlace,
): Promise<Message | RichMessage | undefined> {
  const { client, userId, channelId } = place;
  switch (command.kind) {
    case 'list':
      return listTargets(services, { filter: readFilter(command.words), from: 0, viewerId: userId });
    case 'owners':
      return listOwned(services, command, place);
    case 'card':
      return showCardAsked(services, command, userId);
    case 'choose':
      return choose(services, command, place);
    case 'told': {
      const { text, begun } = await readToldEntry(services, command);
      // It may have been meant for a question, so that no form opens by itself.
      return openWith(text, await showCard(services, command.target, { viewerId: userId, begun }));
    }
    case 'record':
      return recordProgress(services, command, place);
    case 'undo':
      return undo(services, command, userId);
    case 'restore':
      return restore(services, command.target, userId);
    case 'assign':
      if (command.target === null) return listOwnerless(services, place);
      return manage(
        services,
        { action: TARGET_ACTIONS.assign, target: command.target, said: command.said },
        place,
      );
    case 'pause':
      if (command.target === null) {
        const restored = command.choice === 'byRule' ? await offerRestore(services, userId) : undefined;
        return restored ?? pauseSomething(services, place);
      }
      if (command.choice === 'byRule' && !(await mayResume(services, command.target, userId))) {
        const restored = await offerRestore(services, userId, command.target);
        if (restored) return restored;
      }
      return manage(
        services,
        { action: TARGET_ACTIONS.adjust, target: command.target, choice: command.choice },
        place,
      );
    case 'preview':
      return showDigest(services, command, userId);
    case 'subscriptions':
      return subscribe(services, command, place);
    case 'export': {
      const read = readAskedTime(services, command, 'export');
      if ('refusal' in read) return read.refusal;
      const filter = readFilter(command.words);
      const { isOfShown = false } = command;
      return notice(await exportList(services, client, { filter, userId, time: read.time, isOfShown }));
    }
    case 'diagnose': {
      const found = await diagnose(services, client, { channelId, userId });
      return command.isToPost ? openWith(DOCTOR.notByHand, found) : found;
    }
  }
}

/** The digest that was asked for, or the list that says why there is none. */
async function showDigest(
  services: TargetServices,
  command: Extract<TargetCommand, { readonly kind: 'preview' }>,
  userId: string,
): Promise<Message | RichMessage> {
  const today = todayOf(services);
  const read = readAskedTime(services, command, 'preview');
  if ('refusal' in read) return read.refusal;
  const { time: asked } = read;
  const filter = readFilter(command.words ?? []);
  const digest = await digestOfList(services, { filter, userId, time: asked });
  const isPast = asked.asOf < findDigestTime(asked.period.every, today).asOf;
  const opening = await tellBefore(services, { ...command, digest, filter, userId, asked });
  const open = (message: Message | RichMessage) =>
    opening === undefined ? message : openWith(opening, message);
  if (digest.targets.length === 0) {
    // The list of the same words says why it is empty, and what there is.
    const list = await listTargets(services, { filter, from: 0, viewerId: userId });
    return open(isPast ? openWith(COMMAND.noneThen(asked.asOf, LIST.filtered(filter)), list) : list);
  }
  return open(
    buildDigestMessage(digest, {
      isLate: false,
      isAhead: asked.asOf > today,
      isPast,
      subscriptionId: null,
      ...(command.words ? { narrowedBy: filter } : {}),
    }),
  );
}

/** What was asked of a digest, said before it. */
async function tellBefore(
  services: TargetServices,
  {
    tells,
    digest,
    filter,
    userId,
    asked,
  }: Pick<Extract<TargetCommand, { readonly kind: 'preview' }>, 'tells'> & {
    readonly digest: Digest;
    readonly filter: TargetFilter;
    readonly userId: string;
    readonly asked: DigestTime;
  },
): Promise<string | undefined> {
  switch (tells) {
    case 'due':
      return tellDue(services, todayOf(services));
    case 'turns':
      return tellTurns(services, digest);
    case 'outlook': {
      // What needs a look is only a part of what is to be done.
      const whole = { ...filter, needsAttention: false };
      return OUTLOOK.ofAll(await digestOfList(services, { filter: whole, userId, time: asked }));
    }
    default:
      return undefined;
  }
}

/** The next day on which any targets are due, and how many. */
function tellDue({ targets }: Pick<TargetServices, 'targets'>, today: LocalDate): string {
  const days = owedOn(targets, today)
    .map(({ dueOn }) => dueOn)
    .filter((day) => day >= today);
  const [next] = days.toSorted();
  return next === undefined
    ? COMMAND.allDue
    : COMMAND.dueNext(next, days.filter((day) => day === next).length);
}

/** Since when each of those of a digest that were reported and need a look has stood so. */
async function tellTurns(services: TargetServices, digest: Digest): Promise<string> {
  const { loud } = splitAttention(digest);
  const entries = groupByTarget(await services.records.ledger.allEntries());
  const told = loud.slice(0, shownCount(loud.length, MAX_TURNS)).flatMap(({ id, name }) => {
    const target = services.targets.find((each) => each.id === id);
    const turn = target && findTurns(target, entries.get(id) ?? [], digest.asOf).at(-1);
    return turn ? [{ name, turn }] : [];
  });
  return TURNED.toldOfAll(told, loud.length - told.length);
}

/** A card, with the day that was asked for before it. */
async function showCardAsked(
  services: TargetServices,
  { target, turnedTo, isOutlook }: Extract<TargetCommand, { readonly kind: 'card' }>,
  viewerId: string,
): Promise<Message | RichMessage> {
  const card = await showCard(services, target, { viewerId });
  const turned = turnedTo === undefined ? undefined : await tellTurn(services, target, turnedTo);
  const told = isOutlook ? await tellOutlook(services, target) : turned;
  return told ? openWith(told, card) : card;
}

/** How far a target is from done. */
async function tellOutlook(services: TargetServices, targetId: string): Promise<string | undefined> {
  const found = await readTarget(services, targetId);
  return found && OUTLOOK.ofOne(found);
}

/** Since when a target has stood as it was said, and as it does. */
async function tellTurn(
  services: TargetServices,
  targetId: string,
  said: string,
): Promise<string | undefined> {
  const found = await readTarget(services, targetId);
  if (!found) return undefined;
  const turns = findTurns(found.target, found.history, todayOf(services));
  const [asked] = readFilter([said]).statuses;
  const now = turns.at(-1);
  return now && TURNED.told({ now, asked, last: turns.findLast(({ to }) => to === asked) });
}

async function undo(
  services: TargetServices,
  { target, said, day }: { readonly target: string | null; readonly said?: string; readonly day?: string },
  userId: string,
): Promise<Message | RichMessage> {
  const today = todayOf(services);
  // A day that cannot be is asked for as it was written, and nothing is found of it.
  const asOf = day === undefined ? undefined : (readDayNear(day, today) ?? undefined);
  const owns = target === null ? await listLastRecorded(services, { userId, asOf: asOf ?? day }) : [];
  const [own] = owns;
  const found = await readTarget(services, target ?? own?.targetId ?? '');
  const then = asOf === undefined ? day : dayText(asOf);
  if (!found) return leadOn(then === undefined ? COMMAND.nothingToUndo : COMMAND.nothingToUndoThen(then));
  const mayManage = await services.permissions.mayManage(userId);
  const by = { viewerId: userId, owners: found.owners, mayManage };
  const isTheirs = (recorded: Entry) => mayUndo(recorded, by);
  const entry =
    own ??
    (day === undefined
      ? findUndoable(found.history, isTheirs)
      : entriesOfDay(listUndoable(found.history, isTheirs), asOf ?? day).at(-1));
  if (!entry) {
    const none = then === undefined ? COMMAND.nothingToUndoHere : COMMAND.nothingToUndoThen(then);
    return openWith(none, await showCard(services, found.target.id, { viewerId: userId }));
  }
  const message = undoMessage({ ...found, today }, entry, { corrected: said, mayUndo: isTheirs });
  if (then === undefined || owns.length < 2) return message;
  const others = services.targets.filter(({ id }) => owns.slice(1).some(({ targetId }) => targetId === id));
  const names = others.map(({ name }) => name);
  return openWith(COMMAND.othersThen(then, names), message);
}

/** With a colleague named, what is theirs; otherwise what has nobody. */
async function listOwnerless(
  services: TargetServices,
  { userId: viewerId, named: [colleague, ...others] = [] }: CommandPlace,
): Promise<Message | RichMessage> {
  if (colleague !== undefined && others.length === 0) {
    const theirs = { ...NO_FILTER, ownerId: colleague };
    const list = await listTargets(services, { filter: theirs, from: 0, viewerId });
    const mayAssign = await services.permissions.mayManage(viewerId);
    return mayAssign ? openWith(COMMAND.assignWhich, list) : list;
  }
  const filter = { ...NO_FILTER, isWithoutOwner: true };
  const list = await listTargets(services, { filter, from: 0, viewerId });
  return (await services.permissions.mayManage(viewerId)) ? list : openWith(COMMAND.whoAssigns, list);
}

/** Who answers for what: of a colleague named, what is theirs. A name alone says to nobody who it is. */
async function listOwned(
  services: TargetServices,
  { person, words = [] }: Extract<TargetCommand, { readonly kind: 'owners' }>,
  { userId: viewerId, named: [colleague, ...others] = [] }: CommandPlace,
): Promise<Message | RichMessage> {
  if (colleague !== undefined && others.length === 0)
    return listTargets(services, { filter: { ...NO_FILTER, ownerId: colleague }, from: 0, viewerId });
  const filter = readFilter(words);
  const list = await listTargets(services, { filter, from: 0, viewerId, showsOwners: true });
  return person === undefined ? list : openWith(COMMAND.unknownPerson(person), list);
}

/** What was taken back last, to let it count again; of one target where that was named. */
async function restore(
  services: TargetServices,
  target: string | undefined,
  userId: string,
): Promise<Message | RichMessage> {
  const offered = await offerRestore(services, userId, target);
  if (offered) return offered;
  if (target === undefined) return notice(UNDO.nothingToRestore);
  return openWith(UNDO.nothingToRestoreHere, await showCard(services, target, { viewerId: userId }));
}

/** Whether a target is paused or judged by hand and a person may end that: then this is what 恢复 means. */
async function mayResume(services: TargetServices, targetId: string, userId: string): Promise<boolean> {
  const found = await readTarget(services, targetId);
  const byHand = found?.standing.pause ?? found?.standing.override ?? null;
  return byHand !== null && services.permissions.mayManage(userId);
}

/** Digests are paused where they are subscribed, targets on their cards. */
async function pauseSomething(
  services: TargetServices,
  { channelId, userId }: CommandPlace,
): Promise<Message> {
  const subscribed = await services.records.subscriptions.listByChannel(channelId);
  if (subscribed.length > 0) return showSubscriptions(services, channelId, { viewerId: userId });
  const mayManage = await services.permissions.mayManage(userId);
  return leadOn(mayManage ? COMMAND.pauseTarget : COMMAND.whoPauses);
}

/** Asks which target was meant: by the form, with what it is to begin with, where one opens at once; else by the list. */
async function choose(
  services: TargetServices,
  { words, isKnown, said }: Extract<Command, { readonly kind: 'choose' }>,
  { client, userId, channelId, triggerId }: CommandPlace,
): Promise<Message | RichMessage | undefined> {
  if (!isKnown) return leadOn(COMMAND.noSuchTarget, { said });
  const filter = readFilter(words);
  if (said !== undefined && triggerId !== undefined) {
    const rows = await filterRows(services, filter, { viewerId: userId });
    const subject = { target: null, channel: channelId, queue: [], corrects: null };
    const among = rows.map(({ target }) => target);
    return openEntryForm(services, client, { triggerId, userId, subject, begun: { said }, among });
  }
  const text = said === undefined ? COMMAND.chooseOne : COMMAND.chooseToRecord(said);
  return openWith(text, await listTargets(services, { filter, from: 0, viewerId: userId }));
}

/** A sentence, and the two places to go on from: the form and the list. */
function leadOn(text: string, begun: Begun = {}): Message {
  const buttons = [
    recordButton(null, begun),
    listButton({ label: TARGET_BUTTONS.all, index: 0, filter: NO_FILTER }),
  ];
  return { text, blocks: [paragraphBlock(text), ...actionsBlocks(buttons)] };
}

async function recordProgress(
  services: TargetServices,
  { target, said }: { readonly target: string | null; readonly said?: string },
  { client, userId, channelId, triggerId }: CommandPlace,
): Promise<Message | RichMessage | undefined> {
  const added = said === undefined ? undefined : splitAdded(said);
  if (target !== null && added) {
    const { text, begun } = await readToldEntry(services, { target, ...added });
    return openWith(text, await showCard(services, target, { viewerId: userId, begun }));
  }
  if (triggerId === undefined) {
    if (target === null) return leadOn(COMMAND.recordHere);
    const card = await showCard(services, target, { viewerId: userId, begun: { said } });
    return said === undefined ? card : openWith(COMMAND.notRecorded(said), card);
  }
  const subject = { target, channel: channelId, queue: [], corrects: null };
  return openEntryForm(services, client, { triggerId, userId, subject, begun: { said } });
}

/** The form to assign or adjust, for who may; everybody else is told so and sees the card. */
async function manage(
  services: TargetServices,
  {
    action,
    target,
    choice,
    said,
  }: {
    readonly action: string;
    readonly target: string;
    readonly choice?: Adjustment | undefined;
    readonly said?: string | undefined;
  },
  { client, userId, channelId, triggerId, named: people = [] }: CommandPlace,
): Promise<Message | RichMessage | undefined> {
  if (!(await services.permissions.mayManage(userId))) {
    const refusal = action === TARGET_ACTIONS.assign ? MANAGE.notYoursToAssign : MANAGE.notAllowed;
    return openWith(refusal, await showCard(services, target, { viewerId: userId }));
  }
  if (triggerId === undefined) {
    const card = await showCard(services, target, { viewerId: userId, people });
    return people.length === 0 || action !== TARGET_ACTIONS.assign
      ? card
      : openWith(COMMAND.notAssigned, card);
  }
  const opening = { action, target, channel: channelId, triggerId, choice, people, said };
  return openManageForm(services, client, opening);
}

/** A message with a sentence before it. */
function openWith(text: string, message: Message | RichMessage): Message | RichMessage {
  const opening = paragraphBlock(text);
  const told = { text: `${text}\n${message.text}` };
  return isRich(message)
    ? {
        ...told,
        blocks: [opening, ...message.blocks],
        plainBlocks: [opening, ...message.plainBlocks],
      }
    : { ...message, ...told, blocks: [opening, ...message.blocks] };
}

async function subscribe(
  services: TargetServices,
  {
    isPersonal,
    isAboutExisting = false,
    said = '',
  }: { readonly isPersonal: boolean; readonly isAboutExisting?: boolean; readonly said?: string },
  { client, userId, channelId, triggerId }: CommandPlace,
): Promise<Message | RichMessage | undefined> {
  // A digest in a direct message is one's own, whether that was said or not.
  const place = isPersonal || isDirectMessage(channelId) ? userId : channelId;
  const isFirst = (await services.records.subscriptions.listByChannel(place)).length === 0;
  const typed = said === '' ? {} : { said: said.slice(0, MAX_SAID_CHARS) };
  if (isFirst && !isAboutExisting && triggerId !== undefined)
    return openSubscriptionForm(services, client, {
      subject: { channel: place, subscription: null, ...typed },
      userId,
      triggerId,
    });
  // What is said with a subscription to be ended is no wish for another.
  const isNew = said !== '' && (!isAboutExisting || Object.keys(readRhythm(said)).length > 0);
  const shown = await showSubscriptions(services, place, { viewerId: userId, ...(isNew ? typed : {}) });
  return !isNew ? shown : openWith(COMMAND.notSubscribed(said), shown);
}
