import type { App, BlockButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { AppError } from '../../../errors.ts';
import type { NewEntry } from '../../../targets/entry.ts';
import { STATUSES } from '../../../targets/entry.ts';
import type { Target } from '../../../targets/target.ts';
import { readPress } from '../../press.ts';
import { notice, sendPrivately } from '../../send.ts';
import { ADJUSTMENTS, adjustForm, assignForm } from '../manage-forms.ts';
import { readChoices, readInput } from '../read-inputs.ts';
import { TARGET_ACTIONS, TARGET_INPUTS, TARGET_VIEWS } from '../target-ids.ts';
import { LIST, MANAGE } from '../target-messages.ts';
import { readTarget, type TargetServices, todayOf } from '../target-services.ts';
import { decodeTargetValue, type TargetValue } from '../target-values.ts';

/** Owners, overrides and pauses: for those who may manage, everybody else is told so. */
export function registerManage(app: App, services: TargetServices): void {
  const forms = [
    [
      TARGET_ACTIONS.assign,
      (subject: TargetValue<'targetForm'>, target: Target, owners: readonly string[]): ModalView =>
        assignForm(subject, target, owners),
    ],
    [
      TARGET_ACTIONS.adjust,
      (subject: TargetValue<'targetForm'>, target: Target): ModalView => adjustForm(subject, target),
    ],
  ] as const;
  for (const [actionId, makeForm] of forms) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, respond }) => {
      const { target: id } = decodeTargetValue('target', action.value);
      const press = readPress(body);
      const place = { client, log: services.log, ...press, respond };
      const found = await readTarget(services, id);
      if (!found) await sendPrivately(place, notice(LIST.gone));
      else if (!(await services.permissions.mayManage(press.userId))) {
        await sendPrivately(place, notice(MANAGE.notAllowed));
      } else {
        const view = makeForm({ target: id, channel: press.channelId ?? '' }, found.target, found.owners);
        await client.views.open({ trigger_id: body.trigger_id, view });
      }
    });
  }

  app.view(TARGET_VIEWS.assignForm, async ({ ack, view, body, client }) => {
    await ack();
    const { target, channel } = decodeTargetValue('targetForm', view.private_metadata);
    const assignedBy = body.user.id;
    const text = await whenManager(services, { targetId: target, userId: assignedBy }, async (found) => {
      const userIds = readChoices(view.state.values, TARGET_INPUTS.owners);
      await services.records.owners.assign({ targetId: found.id, userIds, assignedBy, now: services.now() });
      return MANAGE.assigned(found.name);
    });
    const channelId = channel === '' ? undefined : channel;
    await sendPrivately({ client, log: services.log, userId: assignedBy, channelId }, notice(text));
  });

  app.view(TARGET_VIEWS.adjustForm, async ({ ack, view, body, client }) => {
    await ack();
    const { target, channel } = decodeTargetValue('targetForm', view.private_metadata);
    const userId = body.user.id;
    const choice = readInput(view.state.values, TARGET_INPUTS.status);
    const reason = readInput(view.state.values, TARGET_INPUTS.reason);
    const text = await whenManager(services, { targetId: target, userId }, async (found) => {
      const common = {
        targetId: found.id,
        asOf: todayOf(services),
        note: reason,
        recordedBy: userId,
        recordedAt: services.now(),
        saidIn: channel,
        origin: 'slack',
        requestKey: `view:${view.id}:adjust`,
      } as const;
      await services.records.ledger.append([readAdjustment(common, choice)]);
      return MANAGE.adjusted(found.name);
    });
    const channelId = channel === '' ? undefined : channel;
    await sendPrivately({ client, log: services.log, userId, channelId }, notice(text));
  });
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
async function whenManager(
  services: TargetServices,
  { targetId, userId }: { readonly targetId: string; readonly userId: string },
  change: (target: Target) => Promise<string>,
): Promise<string> {
  const target = services.targets.find(({ id }) => id === targetId);
  if (!target) return LIST.gone;
  return (await services.permissions.mayManage(userId)) ? change(target) : MANAGE.notAllowed;
}
