import type { App, BlockButtonAction, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { AppError } from '../../../errors.ts';
import { describeFault } from '../../../logging.ts';
import { STATUS_LABELS } from '../../../targets/digest-wording.ts';
import type { NewEntry } from '../../../targets/entry.ts';
import { STATUSES } from '../../../targets/entry.ts';
import type { Target } from '../../../targets/target.ts';
import { actionsBlocks, paragraphBlock } from '../../blocks/elements.ts';
import { escapeText, type Message } from '../../blocks/message.ts';
import { markPerson } from '../../blocks/person-marks.ts';
import { readPress } from '../../press.ts';
import { notice, post, sendPrivately } from '../../send.ts';
import { isSlackId } from '../../slack-ids.ts';
import { refuseForm, type Submitted, submitForm } from '../../submit-form.ts';
import { ADJUSTMENTS, adjustForm, assignForm } from '../manage-forms.ts';
import { markedNotice } from '../people.ts';
import { readInput, readPeople } from '../read-inputs.ts';
import { listButton, recordButton, targetButton } from '../target-blocks.ts';
import { ME, NO_FILTER } from '../target-filter.ts';
import { TARGET_ACTIONS, TARGET_INPUTS, TARGET_VIEWS } from '../target-ids.ts';
import { CARD, LIST, MANAGE, TARGET_BUTTONS } from '../target-messages.ts';
import { readTarget, type TargetServices, todayOf } from '../target-services.ts';
import { decodeTargetValue, encodeTargetValue } from '../target-values.ts';

/** Owners, overrides and pauses: for those who may manage, everybody else is told so. */
export function registerManage(app: App, services: TargetServices): void {
  for (const actionId of [TARGET_ACTIONS.assign, TARGET_ACTIONS.adjust]) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, respond }) => {
      const { target, people } = decodeTargetValue('target', action.value);
      const press = readPress(body);
      const place = { client, outbox: services.outbox, ...press, respond };
      const refusal = (await services.permissions.mayManage(press.userId))
        ? await openManageForm(services, client, {
            action: actionId,
            target,
            channel: press.channelId ?? '',
            triggerId: body.trigger_id,
            people,
          })
        : notice(MANAGE.notAllowed);
      if (refusal) await sendPrivately(place, refusal);
    });
  }

  app.view<ViewSubmitAction>(TARGET_VIEWS.assignForm, async ({ ack, view, body, client }) => {
    const record = (begin: () => void) => takeOwners(services, { view, userId: body.user.id, client, begin });
    await submitForm({ ack, log: services.log, view, record });
  });

  app.view<ViewSubmitAction>(TARGET_VIEWS.adjustForm, async ({ ack, view, body, client }) => {
    const record = (begin: () => void) =>
      takeAdjustment(services, { view, userId: body.user.id, client, begin });
    await submitForm({ ack, log: services.log, view, record });
  });
}

/** Opens the form to assign owners, or to adjust; returns what to tell instead when the target is gone. */
export async function openManageForm(
  services: TargetServices,
  client: WebClient,
  opening: {
    readonly action: string;
    readonly target: string;
    readonly channel: string;
    readonly triggerId: string;
    readonly choice?: keyof typeof ADJUSTMENTS | undefined;
    /** Who is to own it, as named with the command, and what else was said. */
    readonly people?: readonly string[] | undefined;
    readonly said?: string | undefined;
  },
): Promise<Message | undefined> {
  const { action, target, channel, triggerId, choice, people = [], said = '' } = opening;
  const found = await readTarget(services, target);
  if (!found) return notice(LIST.gone);
  const subject = { target, channel };
  const view =
    action === TARGET_ACTIONS.assign
      ? assignForm(subject, found.target, {
          owners: people.length > 0 ? people : found.owners,
          // Where Slack makes no mention of a name, nobody can be told by it.
          unknown: people.length > 0 || said === '' ? undefined : said.replace(/^@/u, ''),
        })
      : adjustForm(subject, found.target, choice);
  await client.views.open({ trigger_id: triggerId, view });
  return undefined;
}

type Taking = {
  readonly view: ViewOutput;
  readonly userId: string;
  readonly client: WebClient;
  readonly begin: () => void;
};

async function takeOwners(services: TargetServices, taking: Taking): Promise<Submitted> {
  const { view, userId, client, begin } = taking;
  const { target, channel, isUnknownNamed } = decodeTargetValue('targetForm', view.private_metadata);
  const found = await findManageable(services, { targetId: target, userId });
  if ('refusal' in found) return { response: refuseForm(view, found.refusal) };
  const userIds = readPeople(view.state.values, TARGET_INPUTS.owners);
  if (!userIds) return { response: refuseForm(view, MANAGE.notPeople) };
  // Who named somebody does not want nobody.
  if (userIds.length === 0 && isUnknownNamed) return { response: refuseForm(view, MANAGE.unknownPerson) };
  begin();
  const now = services.now();
  const before = (await services.records.owners.all()).get(target) ?? [];
  await services.records.owners.assign({ targetId: target, userIds, assignedBy: userId, now });
  // Whoever assigns a target to oneself knows it, and whoever had it before was told then.
  const told = userIds.filter((id) => id !== userId && !before.includes(id));
  const place = placeOf(services, client, { userId, channel });
  const said = markedNotice(MANAGE.assigned(found.name, userIds.map(markPerson)));
  return {
    tell: async () => {
      await tellOwners(services, client, { target: found, userIds: told });
      await sendPrivately(place, said);
    },
  };
}

/** Tells people, each once and by themselves, what they answer for now and how to report on it. */
async function tellOwners(
  { log }: Pick<TargetServices, 'log'>,
  client: WebClient,
  { target, userIds }: { readonly target: Target; readonly userIds: readonly string[] },
): Promise<void> {
  const text = MANAGE.nowYours(target.name);
  const card = encodeTargetValue('target', { target: target.id });
  const buttons = [
    recordButton(target.id),
    targetButton({ label: TARGET_BUTTONS.details, action: TARGET_ACTIONS.openCard, value: card }),
    listButton({ label: TARGET_BUTTONS.mine, index: 1, filter: { ...NO_FILTER, ownerId: ME } }),
  ];
  const message = { text: escapeText(text), blocks: [paragraphBlock(text), ...actionsBlocks(buttons)] };
  for (const userId of userIds.filter(isSlackId)) {
    try {
      await post(client, { channel: userId }, message);
    } catch (error) {
      log.warn('owner.not_told', { userId, ...describeFault(error) });
    }
  }
}

async function takeAdjustment(services: TargetServices, taking: Taking): Promise<Submitted> {
  const { view, userId, client, begin } = taking;
  const { target, channel } = decodeTargetValue('targetForm', view.private_metadata);
  const found = await findManageable(services, { targetId: target, userId });
  if ('refusal' in found) return { response: refuseForm(view, found.refusal) };
  const common = {
    targetId: target,
    asOf: todayOf(services),
    note: readInput(view.state.values, TARGET_INPUTS.reason),
    recordedBy: userId,
    recordedAt: services.now(),
    saidIn: channel,
    origin: 'slack',
    requestKey: `view:${view.id}:adjust`,
  } as const;
  const wanted = readAdjustment(common, readInput(view.state.values, TARGET_INPUTS.status));
  begin();
  const [kept] = await services.records.ledger.append([wanted]);
  // The same form was recorded before with something else in it, after it had been said to be uncertain.
  const isOther = kept && (contentOf(kept) !== contentOf(wanted) || kept.note !== wanted.note);
  if (isOther) return { response: refuseForm(view, MANAGE.adjustedBefore) };
  const place = placeOf(services, client, { userId, channel });
  return { tell: () => sendPrivately(place, notice(MANAGE.adjusted(found.name, adjustmentText(wanted)))) };
}

/** What the status is now, in words. */
function adjustmentText(entry: NewEntry): string {
  switch (entry.kind) {
    case 'override':
      return MANAGE.overrideTo(STATUS_LABELS[entry.status].word);
    case 'pause':
      return MANAGE.pause;
    default:
      return CARD.resumed;
  }
}

function contentOf(entry: NewEntry): string {
  return entry.kind === 'override' ? entry.status : entry.kind;
}

function placeOf(
  services: TargetServices,
  client: WebClient,
  { userId, channel }: { readonly userId: string; readonly channel: string },
) {
  return { client, outbox: services.outbox, userId, channelId: channel === '' ? undefined : channel };
}

type Common = Omit<Extract<NewEntry, { kind: 'pause' }>, 'kind'>;

/** “Back to the rule” is a resume: like any entry it also ends an override. */
function readAdjustment(common: Common, choice: string): NewEntry {
  if (choice === ADJUSTMENTS.pause) return { ...common, kind: 'pause' };
  if (choice === ADJUSTMENTS.byRule) return { ...common, kind: 'resume' };
  const status = STATUSES.find((code) => code === choice);
  if (!status) throw new AppError('input_invalid', `“${choice}” is no choice of the form for a status`);
  return { ...common, kind: 'override', status };
}

/** Checks the right again when a form comes back: it may have been taken away meanwhile. */
async function findManageable(
  services: TargetServices,
  { targetId, userId }: { readonly targetId: string; readonly userId: string },
): Promise<Target | { readonly refusal: string }> {
  const target = services.targets.find(({ id }) => id === targetId);
  if (!target) return { refusal: LIST.gone };
  return (await services.permissions.mayManage(userId)) ? target : { refusal: MANAGE.notAllowed };
}
