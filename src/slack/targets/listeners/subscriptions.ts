import { isDeepStrictEqual } from 'node:util';
import type {
  App,
  BlockAction,
  BlockButtonAction,
  StaticSelectAction,
  ViewOutput,
  ViewSubmitAction,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { type Every, parseCadence } from '../../../targets/cadence.ts';
import { selectionText } from '../../../targets/digest-wording.ts';
import { STATUSES } from '../../../targets/entry.ts';
import { HOLIDAY_RULES, type NewSubscription } from '../../../targets/subscription.ts';
import { isTimeZone } from '../../../targets/zoned-time.ts';
import { paragraphBlock } from '../../blocks/elements.ts';
import type { Message } from '../../blocks/message.ts';
import { escapeMarked, markedRuns, markPerson } from '../../blocks/person-marks.ts';
import { doThenAcknowledge } from '../../do-then-acknowledge.ts';
import { anyOf } from '../../ids.ts';
import { NOTICES } from '../../messages.ts';
import { readPress } from '../../press.ts';
import { markLate, notice, sendPrivately, statementWays } from '../../send.ts';
import { isSlackId } from '../../slack-ids.ts';
import { refuseForm, type Submitted, submitForm } from '../../submit-form.ts';
import { readFailureCode } from '../doctor.ts';
import { readChoices, readInput, readPeople } from '../read-inputs.ts';
import { nextText, scheduleText, subscriptionsMessage } from '../subscription-blocks.ts';
import { cadenceBlock, EVERIES, subscriptionForm } from '../subscription-form.ts';
import { SUBSCRIPTION } from '../subscription-messages.ts';
import { TARGET_ACTIONS, TARGET_INPUTS, TARGET_VIEWS } from '../target-ids.ts';
import { MANAGE } from '../target-messages.ts';
import { listSections, type TargetServices } from '../target-services.ts';
import { decodeTargetValue, type TargetValue } from '../target-values.ts';

/** Subscribing a channel, changing, pausing, resuming and removing a subscription. */
export function registerSubscriptions(app: App, services: TargetServices): void {
  const { subscriptions } = services.records;

  for (const actionId of [TARGET_ACTIONS.newSubscription, TARGET_ACTIONS.changeSubscription]) {
    app.action<BlockButtonAction>(anyOf(actionId), async ({ action, body, client, respond }) => {
      const subject = decodeTargetValue('subscriptionForm', action.value);
      const press = readPress(body);
      const refusal = await openSubscriptionForm(services, client, {
        subject,
        userId: press.userId,
        triggerId: body.trigger_id,
      });
      if (refusal) await sendPrivately({ client, outbox: services.outbox, ...press, respond }, refusal);
    });
  }

  app.action<BlockAction<StaticSelectAction>>(
    TARGET_ACTIONS.chooseEvery,
    async ({ action, body, client }) => {
      const { view } = body;
      const every = EVERIES.find((each) => each === action.selected_option.value);
      if (!view || !every) return;
      const subject = decodeTargetValue('subscriptionForm', view.private_metadata);
      const current =
        subject.subscription === null ? undefined : await subscriptions.find(subject.subscription);
      const form = subscriptionForm({ subject, current, sections: listSections(services), every });
      await client.views.update({ view_id: view.id, hash: view.hash, view: form });
    },
  );

  const changes = [
    [
      TARGET_ACTIONS.pauseSubscription,
      async (id: string) => {
        await subscriptions.pause(id, 'by-person', services.now());
        return SUBSCRIPTION.paused;
      },
    ],
    [
      TARGET_ACTIONS.resumeSubscription,
      async (id: string) => {
        await subscriptions.resume(id, services.now());
        return SUBSCRIPTION.resumed(await nextOf(services, id));
      },
    ],
    [
      TARGET_ACTIONS.removeSubscription,
      async (id: string) => {
        await subscriptions.remove(id, services.now());
        return SUBSCRIPTION.removed;
      },
    ],
  ] as const;
  for (const [actionId, change] of changes) {
    app.action<BlockButtonAction>(anyOf(actionId), async ({ ack, action, body, client, respond }) => {
      const press = readPress(body);
      const text = await doThenAcknowledge(ack, async () => {
        const { subscription } = decodeTargetValue('subscription', action.value);
        const found = await subscriptions.find(subscription);
        const mayChange = await maySubscribe(services, found?.channelId ?? '', press.userId);
        return !mayChange ? MANAGE.notAllowed : found ? await change(subscription) : SUBSCRIPTION.gone;
      });
      await sendPrivately({ client, outbox: services.outbox, ...press, respond }, notice(text));
    });
  }

  app.view<ViewSubmitAction>(TARGET_VIEWS.subscriptionForm, async ({ ack, view, body, client }) => {
    const record = (begin: () => void) =>
      takeSubscription(services, { view, userId: body.user.id, client, begin });
    await submitForm({ ack, log: services.log, view, record });
  });
}

async function takeSubscription(
  services: TargetServices,
  taking: {
    readonly view: ViewOutput;
    readonly userId: string;
    readonly client: WebClient;
    readonly begin: () => void;
  },
): Promise<Submitted> {
  const { view, userId, client, begin } = taking;
  const { channel, subscription } = decodeTargetValue('subscriptionForm', view.private_metadata);
  const wanted = readForm(services, view.state.values, { channelId: channel, ownerId: userId });
  // What the scheduler could not read would stop every digest, so nothing else gets into the records.
  const errors = {
    ...readCadenceError(view.state.values, wanted.cadence),
    ...(wanted.owners ? {} : { [TARGET_INPUTS.owners]: SUBSCRIPTION.notPeople }),
    ...(isTimeZone(wanted.timeZone) ? {} : { [TARGET_INPUTS.timeZone]: SUBSCRIPTION.unknownZone }),
    ...(TIME.test(wanted.time) ? {} : { [TARGET_INPUTS.time]: SUBSCRIPTION.noTime }),
  };
  const { cadence, owners } = wanted;
  if (Object.keys(errors).length > 0 || !cadence || !owners) {
    return { response: { response_action: 'errors', errors } };
  }
  if (!(await maySubscribe(services, channel, userId))) {
    return { response: refuseForm(view, MANAGE.notAllowed) };
  }
  if (await isThereAlready(services, { ...wanted, cadence, owners }, subscription)) {
    const errors = { [cadenceBlock(findEvery(view.state.values))]: SUBSCRIPTION.already };
    return { response: { response_action: 'errors', errors } };
  }
  begin();
  const text = await saveSubscription(services, subscription, {
    wanted: { ...wanted, cadence, owners },
    requestKey: `view:${view.id}`,
  });
  return { tell: () => confirmInChannel(services, client, { userId, channelId: channel, text }) };
}

/** Whether another subscription of the place brings the same digest at the same time. */
async function isThereAlready(
  { records }: TargetServices,
  wanted: NewSubscription,
  changed: string | null,
): Promise<boolean> {
  const others = await records.subscriptions.listByChannel(wanted.channelId);
  return others.some((other) => other.id !== changed && isDeepStrictEqual(digestOf(other), digestOf(wanted)));
}

/** What is posted when; the order in which people were chosen is no difference. */
const digestOf = ({ cadence, time, timeZone, sections, owners, statuses }: NewSubscription) => ({
  ...{ cadence, time, timeZone },
  ...{ sections: sections.toSorted(), owners: owners.toSorted(), statuses: statuses.toSorted() },
});

/** Whoever manages subscribes channels; what comes to oneself is one's own affair, and nobody else's. */
async function maySubscribe(services: TargetServices, place: string, userId: string): Promise<boolean> {
  return isSlackId(place) ? place === userId : services.permissions.mayManage(userId);
}

/** A sentence that may name people. */
const markedNotice = (text: string): Message => ({
  text: escapeMarked(text),
  blocks: [paragraphBlock(...markedRuns(text))],
});

/** Confirms in the channel itself, which shows at once whether a digest could be posted there; else directly. */
async function confirmInChannel(
  services: TargetServices,
  client: WebClient,
  { userId, channelId, text }: { readonly userId: string; readonly channelId: string; readonly text: string },
): Promise<void> {
  const direct = { client, outbox: services.outbox, userId };
  const message = markedNotice(text);
  if (isSlackId(channelId)) {
    await sendPrivately(direct, message);
    return;
  }
  try {
    await services.outbox.deliver({
      ways: [
        (isLate) =>
          client.chat.postEphemeral({ channel: channelId, user: userId, ...markLate(message, isLate) }),
      ],
      statement: statementWays(direct, NOTICES.uncertain),
    });
  } catch (error) {
    await sendPrivately(direct, markedNotice(`${text}${SUBSCRIPTION.notReachable(readFailureCode(error))}`));
  }
}

/** Opens the form; returns what to tell somebody who may not subscribe. */
export async function openSubscriptionForm(
  services: TargetServices,
  client: WebClient,
  input: {
    readonly subject: TargetValue<'subscriptionForm'>;
    readonly userId: string;
    readonly triggerId: string;
  },
): Promise<Message | undefined> {
  const { subject, userId, triggerId } = input;
  if (!(await maySubscribe(services, subject.channel, userId)))
    return notice(`${MANAGE.notAllowed}${SUBSCRIPTION.ownInstead}`);
  const current =
    subject.subscription === null
      ? undefined
      : await services.records.subscriptions.find(subject.subscription);
  if (subject.subscription !== null && !current) return notice(SUBSCRIPTION.gone);
  await client.views.open({
    trigger_id: triggerId,
    view: subscriptionForm({ subject, current, sections: listSections(services) }),
  });
  return undefined;
}

/** What is subscribed in a channel, with the buttons this person may use. */
export async function showSubscriptions(
  services: TargetServices,
  channel: string,
  { viewerId, said }: { readonly viewerId: string; readonly said?: string | undefined },
): Promise<Message> {
  const { subscriptions, slots } = services.records;
  const rows = await Promise.all(
    (await subscriptions.listByChannel(channel)).map(async (subscription) => ({
      subscription,
      last: (await slots.listRecent(subscription.id, 1))[0],
    })),
  );
  const mayManage = await maySubscribe(services, channel, viewerId);
  return subscriptionsMessage(rows, {
    channel,
    calendar: services.calendar,
    now: services.now(),
    viewerId,
    mayManage,
    said,
  });
}

/** A time of day as Slack's picker gives it. */
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

/** What was chosen; null for what cannot be recorded. */
type Wanted = Omit<NewSubscription, 'cadence' | 'owners'> & {
  readonly cadence: NewSubscription['cadence'] | null;
  readonly owners: NewSubscription['owners'] | null;
};

function readForm(
  services: TargetServices,
  state: unknown,
  { channelId, ownerId }: { readonly channelId: string; readonly ownerId: string },
): Wanted {
  const sections = listSections(services);
  const chosen = readChoices(state, TARGET_INPUTS.sections).flatMap((index) => sections[Number(index)] ?? []);
  const statuses = readChoices(state, TARGET_INPUTS.statuses);
  return {
    channelId,
    ownerId,
    cadence: parseCadence(readInput(state, cadenceBlock(findEvery(state)))) ?? null,
    time: readInput(state, TARGET_INPUTS.time),
    timeZone: readInput(state, TARGET_INPUTS.timeZone),
    holidayRule:
      HOLIDAY_RULES.find((rule) => rule === readInput(state, TARGET_INPUTS.holidayRule)) ?? 'post-anyway',
    sections: chosen,
    owners: isSlackId(channelId) ? [channelId] : (readPeople(state, TARGET_INPUTS.owners) ?? null),
    statuses: STATUSES.filter((status) => statuses.includes(status)),
  };
}

/** Whose days the form offers: those of what was chosen, or of what was before where the form is not that far yet. */
function findEvery(state: unknown): Every {
  const chosen = readEvery(state) ?? 'week';
  const offers = (every: Every): boolean => readInput(state, cadenceBlock(every)) !== '';
  return offers(chosen) ? chosen : (EVERIES.find(offers) ?? chosen);
}

const readEvery = (state: unknown): Every | undefined =>
  EVERIES.find((every) => every === readInput(state, TARGET_INPUTS.every));

/** A form that was sent before it had the days of what was chosen last holds a day of something else. */
function readCadenceError(state: unknown, cadence: NewSubscription['cadence'] | null) {
  const block = cadenceBlock(findEvery(state));
  if (!cadence) return { [block]: SUBSCRIPTION.noCadence };
  return readEvery(state) === cadence.every ? {} : { [block]: SUBSCRIPTION.otherEvery };
}

async function saveSubscription(
  services: TargetServices,
  id: string | null,
  { wanted, requestKey }: { readonly wanted: NewSubscription; readonly requestKey: string },
): Promise<string> {
  const { subscriptions } = services.records;
  const schedule = scheduleText(wanted);
  const next = nextText(wanted, services.calendar, services.now());
  if (id === null) {
    await subscriptions.add(wanted, services.now(), requestKey);
    return SUBSCRIPTION.saved(schedule, next);
  }
  if (!(await subscriptions.find(id))) return SUBSCRIPTION.gone;
  const { ownerId: _keepsItsOwner, ...changes } = wanted;
  await subscriptions.change(id, changes, services.now());
  const isPaused = (await subscriptions.find(id))?.pausedFor !== null;
  const selection = selectionText({ selection: wanted }, markPerson) || SUBSCRIPTION.allTargets;
  return isPaused
    ? SUBSCRIPTION.changedPaused(schedule, selection)
    : SUBSCRIPTION.changed(schedule, selection, next);
}

async function nextOf(services: TargetServices, id: string): Promise<string> {
  const subscription = await services.records.subscriptions.find(id);
  return subscription ? nextText(subscription, services.calendar, services.now()) : '';
}
