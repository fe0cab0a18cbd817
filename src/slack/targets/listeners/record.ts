import type { App, BlockAction, StaticSelectAction, ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { EntryDraft } from '../../../targets/check-entry.ts';
import { CONFIDENCES, MILESTONE_STATES } from '../../../targets/entry.ts';
import { doubtText, problemText } from '../../../targets/entry-wording.ts';
import { notice, sendPrivately } from '../../send.ts';
import { entryConfirmView, fieldBlock } from '../entry-form.ts';
import { buildEntryForm, nextInRound } from '../open-entry-form.ts';
import { readInput } from '../read-inputs.ts';
import { checkSubmission, recordSubmission } from '../record-entry.ts';
import { TARGET_ACTIONS, TARGET_INPUTS, TARGET_VIEWS } from '../target-ids.ts';
import { LIST } from '../target-messages.ts';
import type { TargetServices } from '../target-services.ts';
import { decodeTargetValue, type TargetValue } from '../target-values.ts';

/** Inside the form: takes what was entered, asks when it is unlikely, records it, goes on with a round. */
export function registerRecord(app: App, services: TargetServices): void {
  app.action<BlockAction<StaticSelectAction>>(
    TARGET_ACTIONS.chooseTarget,
    async ({ action, body, client }) => {
      if (!body.view) return;
      const subject = decodeTargetValue('entryForm', body.view.private_metadata);
      const target = action.selected_option.value;
      await exchangeView(services, client, {
        view: body.view,
        userId: body.user.id,
        subject: { ...subject, target },
      });
    },
  );

  app.action(TARGET_ACTIONS.skipTarget, async ({ body, client }) => {
    if (body.type !== 'block_actions' || !body.view) return;
    const next = nextInRound(services, decodeTargetValue('entryForm', body.view.private_metadata));
    if (next) await exchangeView(services, client, { view: body.view, userId: body.user.id, subject: next });
  });

  app.view(TARGET_VIEWS.entryForm, async ({ ack, view, body, client }) => {
    const subject = decodeTargetValue('entryForm', view.private_metadata);
    const { target, channel, queue, corrects } = subject;
    if (target === null) {
      await ack();
      return;
    }
    const draft = readDraft(view, target);
    const check = await checkSubmission(services, { targetId: target, draft, corrects });
    if (!check) {
      const place = fieldBlock(TARGET_INPUTS.asOf, target);
      await ack({ response_action: 'errors', errors: { [place]: LIST.gone } });
      return;
    }
    if (check.problems.length > 0) {
      const errors = check.problems.map((problem) => [fieldOf(problem.field, target), problemText(problem)]);
      await ack({ response_action: 'errors', errors: Object.fromEntries(errors) });
      return;
    }
    if (check.doubts.length > 0) {
      const about = { target: check.target, value: check.value, doubts: check.doubts.map(doubtText) };
      const confirm = entryConfirmView({ target, channel, queue, corrects, draft }, about);
      // In a round the view becomes the question, because it has to become the next form after it.
      await ack({ response_action: queue.length > 0 ? 'update' : 'push', view: confirm });
      return;
    }
    await ack(await answerSubmission(services, body.user.id, subject));
    await finish(services, client, { view, userId: body.user.id, subject: { ...subject, target, draft } });
  });

  app.view(TARGET_VIEWS.entryConfirm, async ({ ack, view, body, client }) => {
    const subject = decodeTargetValue('entryConfirm', view.private_metadata);
    await ack(
      (await answerSubmission(services, body.user.id, subject)) ?? {
        response_action: 'clear',
      },
    );
    await finish(services, client, { view, userId: body.user.id, subject });
  });
}

async function exchangeView(
  services: TargetServices,
  client: WebClient,
  input: {
    readonly view: ViewOutput;
    readonly userId: string;
    readonly subject: TargetValue<'entryForm'>;
  },
): Promise<void> {
  const { view, userId, subject } = input;
  const form = await buildEntryForm(services, userId, subject);
  if ('view' in form) await client.views.update({ view_id: view.id, hash: view.hash, view: form.view });
  else
    await sendPrivately(privatePlace(services, client, { userId, channel: subject.channel }), form.refusal);
}

function privatePlace(
  services: TargetServices,
  client: WebClient,
  { userId, channel }: { readonly userId: string; readonly channel: string },
) {
  return { client, log: services.log, userId, channelId: channel === '' ? undefined : channel };
}

/** Goes on to the next target of a round; undefined when there is none. */
async function answerSubmission(
  services: TargetServices,
  userId: string,
  subject: Pick<TargetValue<'entryForm'>, 'queue' | 'channel'>,
): Promise<ViewResponseAction | undefined> {
  const next = nextInRound(services, subject);
  const form = next && (await buildEntryForm(services, userId, next));
  return form && 'view' in form ? { response_action: 'update', view: form.view } : undefined;
}

/** Checks once more, because the ledger may have moved meanwhile, records, and tells. */
async function finish(
  services: TargetServices,
  client: WebClient,
  input: {
    readonly view: ViewOutput;
    readonly userId: string;
    readonly subject: TargetValue<'entryConfirm'>;
  },
): Promise<void> {
  const { view, userId, subject } = input;
  const { target: targetId, draft, corrects, channel } = subject;
  const place = privatePlace(services, client, { userId, channel });
  const check = await checkSubmission(services, { targetId, draft, corrects });
  if (!check) {
    await sendPrivately(place, notice(LIST.gone));
    return;
  }
  if (check.problems.length > 0) {
    await sendPrivately(place, notice(check.problems.map(problemText).join('\n')));
    return;
  }
  const requestKey = `view:${view.root_view_id ?? view.id}:${targetId}`;
  const submission = { targetId, draft, corrects, userId, channelId: channel, requestKey };
  await sendPrivately(place, await recordSubmission(services, client, { submission, check }));
}

/** Reads the form as typed. Checking is the core's. */
function readDraft(view: ViewOutput, targetId: string): TargetValue<'entryConfirm'>['draft'] {
  const read = (field: string): string => readInput(view.state.values, fieldBlock(field, targetId));
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

function fieldOf(field: 'value' | 'state' | 'asOf' | 'evidence', targetId: string): string {
  return fieldBlock(TARGET_INPUTS[field], targetId);
}
