import type {
  App,
  BlockAction,
  StaticSelectAction,
  ViewOutput,
  ViewResponseAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { EntryDraft } from '../../../targets/check-entry.ts';
import { CONFIDENCES, MILESTONE_STATES } from '../../../targets/entry.ts';
import { doubtText, problemText } from '../../../targets/entry-wording.ts';
import { sendPrivately } from '../../send.ts';
import { refuseForm, type Submitted, submitForm } from '../../submit-form.ts';
import { entryConfirmView, fieldBlock } from '../entry-form.ts';
import { buildEntryForm, nextInRound } from '../open-entry-form.ts';
import { readInput } from '../read-inputs.ts';
import {
  checkSubmission,
  type EntrySubmission,
  type RecordedEntry,
  recordSubmission,
  wasSubmitted,
} from '../record-entry.ts';
import type { Begun } from '../target-blocks.ts';
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
      const { said, ...subject } = decodeTargetValue('entryForm', body.view.private_metadata);
      const target = action.selected_option.value;
      await exchangeView(services, client, {
        view: body.view,
        userId: body.user.id,
        subject: { ...subject, target },
        begun: { said },
      });
    },
  );

  app.action(TARGET_ACTIONS.skipTarget, async ({ body, client }) => {
    if (body.type !== 'block_actions' || !body.view) return;
    const next = nextInRound(services, decodeTargetValue('entryForm', body.view.private_metadata));
    if (next) await exchangeView(services, client, { view: body.view, userId: body.user.id, subject: next });
  });

  app.view<ViewSubmitAction>(TARGET_VIEWS.entryForm, async ({ ack, view, body, client }) => {
    const record = (begin: () => void) => takeEntry(services, { view, userId: body.user.id, client, begin });
    await submitForm({ ack, log: services.log, view, record });
  });

  app.view<ViewSubmitAction>(TARGET_VIEWS.entryConfirm, async ({ ack, view, body, client }) => {
    const record = (begin: () => void) =>
      takeConfirmed(services, { view, userId: body.user.id, client, begin });
    await submitForm({ ack, log: services.log, view, record });
  });
}

type Taking = {
  readonly view: ViewOutput;
  readonly userId: string;
  readonly client: WebClient;
  readonly begin: () => void;
};

/** Takes the form: problems are said at their fields, doubts are asked about, anything else is recorded. */
async function takeEntry(services: TargetServices, taking: Taking): Promise<Submitted> {
  const { view, userId } = taking;
  const subject = decodeTargetValue('entryForm', view.private_metadata);
  const { target, channel, queue, corrects } = subject;
  if (target === null) return { tell: async () => undefined };
  const draft = readDraft(view, target);
  const submission = readSubmission(view, { ...subject, target, draft }, userId);
  const refuse = (text: string) => ({ response: refuseForm(view, text, fieldOf('asOf', target)) });
  const check = await checkSubmission(services, submission);
  if (!check) return refuse(LIST.gone);
  if (check.problems.length > 0) {
    const errors = check.problems.map((problem) => [fieldOf(problem.field, target), problemText(problem)]);
    return { response: { response_action: 'errors', errors: Object.fromEntries(errors) } };
  }
  if (check.doubts.length > 0 && !(await wasSubmitted(services, submission))) {
    const about = { target: check.target, value: check.value, doubts: check.doubts.map(doubtText) };
    const confirm = entryConfirmView({ target, channel, queue, corrects, draft }, about);
    // In a round the view becomes the question, because it has to become the next form after it.
    return { response: { response_action: queue.length > 0 ? 'update' : 'push', view: confirm } };
  }
  const recorded = await recordSubmission(services, submission, { value: check.value, begin: taking.begin });
  if ('refusal' in recorded) return refuse(recorded.refusal);
  return {
    next: () => nextForm(services, userId, subject),
    tell: () => tell(services, taking.client, { submission, recorded }),
  };
}

/** Takes what was asked about, checked once more, because the ledger may have moved meanwhile. */
async function takeConfirmed(services: TargetServices, taking: Taking): Promise<Submitted> {
  const { view, userId } = taking;
  const subject = decodeTargetValue('entryConfirm', view.private_metadata);
  const submission = readSubmission(view, subject, userId);
  const refuse = (text: string) => ({ response: refuseForm(view, text) });
  const check = await checkSubmission(services, submission);
  if (!check) return refuse(LIST.gone);
  if (check.problems.length > 0) return refuse(check.problems.map(problemText).join('\n'));
  const recorded = await recordSubmission(services, submission, { value: check.value, begin: taking.begin });
  if ('refusal' in recorded) return refuse(recorded.refusal);
  return {
    next: async () => (await nextForm(services, userId, subject)) ?? { response_action: 'clear' },
    tell: () => tell(services, taking.client, { submission, recorded }),
  };
}

/** What was entered, with the key of the act: the same form for the same target records once. */
function readSubmission(
  view: ViewOutput,
  { target: targetId, draft, corrects, channel }: TargetValue<'entryConfirm'>,
  userId: string,
): EntrySubmission {
  const requestKey = `view:${view.root_view_id ?? view.id}:${targetId}`;
  return { targetId, draft, corrects, userId, channelId: channel, requestKey };
}

async function tell(
  services: TargetServices,
  client: WebClient,
  {
    submission,
    recorded,
  }: {
    readonly submission: EntrySubmission;
    readonly recorded: Extract<RecordedEntry, { tell: unknown }>;
  },
): Promise<void> {
  const { userId, channelId: channel } = submission;
  const message = await recorded.tell(client);
  await sendPrivately(privatePlace(services, client, { userId, channel }), message);
}

async function exchangeView(
  services: TargetServices,
  client: WebClient,
  input: {
    readonly view: ViewOutput;
    readonly userId: string;
    readonly subject: TargetValue<'entryForm'>;
    readonly begun?: Begun;
  },
): Promise<void> {
  const { view, userId, subject, begun } = input;
  const form = await buildEntryForm(services, userId, subject, { begun });
  if ('view' in form) await client.views.update({ view_id: view.id, hash: view.hash, view: form.view });
  else
    await sendPrivately(privatePlace(services, client, { userId, channel: subject.channel }), form.refusal);
}

function privatePlace(
  services: TargetServices,
  client: WebClient,
  { userId, channel }: { readonly userId: string; readonly channel: string },
) {
  return { client, outbox: services.outbox, userId, channelId: channel === '' ? undefined : channel };
}

/** The form for the next target of a round; undefined when there is none. */
async function nextForm(
  services: TargetServices,
  userId: string,
  subject: Pick<TargetValue<'entryForm'>, 'queue' | 'channel'>,
): Promise<ViewResponseAction | undefined> {
  const next = nextInRound(services, subject);
  const form = next && (await buildEntryForm(services, userId, next));
  return form && 'view' in form ? { response_action: 'update', view: form.view } : undefined;
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
