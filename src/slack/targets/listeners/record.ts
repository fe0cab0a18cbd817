import type { App, BlockButtonAction, ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { EntryDraft, EntryProblem } from '../../../targets/check-entry.ts';
import { CONFIDENCES, MILESTONE_STATES } from '../../../targets/entry.ts';
import { doubtText, problemText } from '../../../targets/entry-wording.ts';
import { readPress } from '../../press.ts';
import { sendPrivately } from '../../send.ts';
import { entryConfirmView, entryForm } from '../entry-form.ts';
import { readInput } from '../read-inputs.ts';
import { checkSubmission, recordSubmission } from '../record-entry.ts';
import { TARGET_ACTIONS, TARGET_INPUTS, TARGET_VIEWS } from '../target-ids.ts';
import { LIST } from '../target-messages.ts';
import { readRows, type TargetServices, todayOf } from '../target-services.ts';
import { decodeTargetValue, type TargetValue } from '../target-values.ts';

/** Longest round through targets in one form: their ids travel in the view, which holds 3,000 characters. */
const MAX_QUEUE = 100;

/** “填报”: opens the form, takes what was entered, asks when it is unlikely, records it and offers to undo it. */
export function registerRecord(app: App, services: TargetServices): void {
  app.action<BlockButtonAction>(TARGET_ACTIONS.record, async ({ action, body, client }) => {
    const { target } = decodeTargetValue('target', action.value);
    const { channelId } = readPress(body);
    await openEntryForm(services, client, {
      triggerId: body.trigger_id,
      userId: body.user.id,
      subject: { target, channel: channelId ?? '', queue: [] },
    });
  });

  app.action<BlockButtonAction>(TARGET_ACTIONS.recordStale, async ({ body, client }) => {
    const stale = (await readRows(services)).filter(
      ({ standing, owners }) =>
        owners.includes(body.user.id) && (standing.isStale || standing.status === 'unreported'),
    );
    const [first, ...rest] = stale.map(({ target }) => target.id).slice(0, MAX_QUEUE);
    await openEntryForm(services, client, {
      triggerId: body.trigger_id,
      userId: body.user.id,
      subject: { target: first ?? null, channel: readPress(body).channelId ?? '', queue: rest },
    });
  });

  app.action(TARGET_ACTIONS.chooseTarget, async ({ body, client }) => {
    if (body.type !== 'block_actions' || !body.view) return;
    const subject = decodeTargetValue('entryForm', body.view.private_metadata);
    const target = readInput(body.view.state.values, TARGET_INPUTS.target);
    const view = await buildForm(services, body.user.id, { ...subject, target });
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  });

  app.view(TARGET_VIEWS.entryForm, async ({ ack, view, body, client }) => {
    const subject = decodeTargetValue('entryForm', view.private_metadata);
    const { target } = subject;
    if (target === null) {
      await ack();
      return;
    }
    const draft = readDraft(view);
    const check = await checkSubmission(services, { targetId: target, draft });
    if (!check) {
      await ack({ response_action: 'errors', errors: { [TARGET_INPUTS.asOf]: LIST.gone } });
      return;
    }
    if (check.problems.length > 0) {
      await ack({ response_action: 'errors', errors: errorsByBlock(check.problems) });
      return;
    }
    if (check.doubts.length > 0) {
      const { channel, queue } = subject;
      const confirm = entryConfirmView({ target, channel, queue, draft }, check.doubts.map(doubtText));
      // In a round the view becomes the question, because it has to become the next form after it.
      await ack({ response_action: queue.length > 0 ? 'update' : 'push', view: confirm });
      return;
    }
    await ack(await answerSubmission(services, body.user.id, subject));
    await finish(services, client, {
      view,
      userId: body.user.id,
      subject: { ...subject, target, draft },
      check,
    });
  });

  app.view(TARGET_VIEWS.entryConfirm, async ({ ack, view, body, client }) => {
    const subject = decodeTargetValue('entryConfirm', view.private_metadata);
    const check = await checkSubmission(services, { targetId: subject.target, draft: subject.draft });
    await ack(
      subject.queue.length === 0
        ? { response_action: 'clear' }
        : await answerSubmission(services, body.user.id, subject),
    );
    if (check) await finish(services, client, { view, userId: body.user.id, subject, check });
  });
}

type Opening = {
  readonly triggerId: string;
  readonly userId: string;
  readonly subject: TargetValue<'entryForm'>;
};

export async function openEntryForm(
  services: TargetServices,
  client: WebClient,
  { triggerId, userId, subject }: Opening,
): Promise<void> {
  await client.views.open({ trigger_id: triggerId, view: await buildForm(services, userId, subject) });
}

async function buildForm(services: TargetServices, userId: string, subject: TargetValue<'entryForm'>) {
  const owners =
    subject.target === null ? [] : ((await services.records.owners.all()).get(subject.target) ?? []);
  const mayRecord = await services.permissions.mayRecord(userId, owners);
  return entryForm({ subject, targets: services.targets, today: todayOf(services), mayRecord });
}

/** Closes the form, or goes on to the next target of the round. */
async function answerSubmission(
  services: TargetServices,
  userId: string,
  { queue, channel }: { readonly queue: readonly string[]; readonly channel: string },
): Promise<ViewResponseAction | undefined> {
  const [next, ...rest] = queue;
  if (next === undefined) return undefined;
  const view = await buildForm(services, userId, { target: next, channel, queue: rest });
  return { response_action: 'update', view };
}

async function finish(
  services: TargetServices,
  client: WebClient,
  input: {
    readonly view: ViewOutput;
    readonly userId: string;
    readonly subject: TargetValue<'entryConfirm'>;
    readonly check: NonNullable<Awaited<ReturnType<typeof checkSubmission>>>;
  },
): Promise<void> {
  const { view, userId, subject, check } = input;
  const submission = {
    targetId: subject.target,
    draft: subject.draft,
    userId,
    channelId: subject.channel,
    requestKey: `view:${view.root_view_id ?? view.id}:${subject.target}`,
  };
  const message = await recordSubmission(services, client, { submission, check });
  const channelId = subject.channel === '' ? undefined : subject.channel;
  await sendPrivately({ client, log: services.log, userId, channelId }, message);
}

/** Reads the form as typed. Checking is the core's. */
function readDraft(view: ViewOutput): TargetValue<'entryConfirm'>['draft'] {
  const read = (block: string): string => readInput(view.state.values, block);
  const state = MILESTONE_STATES.find((code) => code === read(TARGET_INPUTS.state));
  const value = read(TARGET_INPUTS.value);
  return {
    asOf: read(TARGET_INPUTS.asOf),
    ...(value === '' ? {} : { value }),
    ...(state === undefined ? {} : { state }),
    note: read(TARGET_INPUTS.note),
    evidence: read(TARGET_INPUTS.evidence),
    confidence: CONFIDENCES.find((code) => code === read(TARGET_INPUTS.confidence)) ?? 'high',
  } satisfies EntryDraft;
}

const BLOCK_OF_FIELD = {
  value: TARGET_INPUTS.value,
  state: TARGET_INPUTS.state,
  asOf: TARGET_INPUTS.asOf,
  evidence: TARGET_INPUTS.evidence,
} as const satisfies Record<EntryProblem['field'], string>;

function errorsByBlock(problems: readonly EntryProblem[]): Record<string, string> {
  return Object.fromEntries(problems.map((problem) => [BLOCK_OF_FIELD[problem.field], problemText(problem)]));
}
