import { z } from 'zod';
import type { FormValues, OpenView, Outcome, Person } from '../../protocol.ts';
import { checkInputs } from '../check-inputs.ts';
import { deliverInteraction, failureSentence, startInteraction } from '../deliver.ts';
import { viewClosedPayload, viewSubmissionPayload } from '../payloads/view-payloads.ts';
import { pushOnto, updateModal, type ViewResult } from '../views.ts';
import type { Workspace } from '../workspace.ts';

const ResponseSchema = z.union([
  z.null(),
  z.literal(''),
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.enum(['update', 'push']), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
  z.strictObject({}),
]);

export type Submission = { readonly person: Person; readonly view: OpenView; readonly values: FormValues };

/** Submits a modal: Slack's own checks first, then the bot, then what the bot answers. */
export async function submitView(
  workspace: Workspace,
  { person, view, values: entered }: Submission,
): Promise<Outcome> {
  const values = valuesOf(view, entered);
  const fieldErrors = checkInputs(view.content.blocks, values);
  if (Object.keys(fieldErrors).length > 0) return { ok: true, fieldErrors };
  const { sessionId, channelId } = view;
  const exchangeId = startInteraction(workspace, `view_submission ${view.content.callback_id ?? ''}`, {
    channelId,
  });
  const triggerId = workspace.triggers.issue({ userId: person.id, sessionId, channelId });
  const payload = viewSubmissionPayload(person, view, { values, triggerId });
  const delivery = await deliverInteraction(workspace, exchangeId, payload);
  if (!delivery.ok) return { ok: false, error: failureSentence(delivery) };
  const response = ResponseSchema.safeParse(delivery.body);
  if (!response.success) return { ok: false, error: '机器人的回答不是 Slack 认得的格式。' };
  const answer = response.data;
  if (answer === null || answer === '' || !('response_action' in answer)) {
    closeTop(workspace, view);
    return { ok: true };
  }
  switch (answer.response_action) {
    case 'errors':
      return showErrors(view, answer.errors);
    case 'clear':
      workspace.state.setModals(sessionId, []);
      return { ok: true };
    case 'update':
      return outcomeOf(updateModal(workspace, view.id, { view: answer.view }));
    case 'push':
      return outcomeOf(pushOnto(workspace, view, answer.view));
  }
}

/** What stands in a form as it is: nothing of fields that an update took out. */
function valuesOf(view: OpenView, entered: FormValues): FormValues {
  const blocks = new Set(view.content.blocks.map(({ block_id }) => block_id));
  return Object.fromEntries(Object.entries(entered).filter(([blockId]) => blocks.has(blockId)));
}

/** Closes a modal, or all of the tab's, and tells the bot about those that asked to be told. */
export async function closeView(
  workspace: Workspace,
  person: Person,
  close: { readonly view: OpenView; readonly which: 'this-view' | 'all-views' },
): Promise<Outcome> {
  const { view, which } = close;
  const stack = workspace.state.modals(view.sessionId);
  const closed = which === 'all-views' || clearsAll(view) ? stack : [view];
  workspace.state.setModals(
    view.sessionId,
    stack.filter((one) => !closed.includes(one) && one.id !== view.id),
  );
  const notified = closed.filter(
    ({ content }) => content.type === 'modal' && content.notify_on_close === true,
  );
  for (const one of notified) {
    const name = `view_closed ${one.content.callback_id ?? ''}`;
    const exchangeId = startInteraction(workspace, name, { channelId: one.channelId });
    await deliverInteraction(workspace, exchangeId, viewClosedPayload(person, one, which));
  }
  return { ok: true };
}

function clearsAll(view: OpenView): boolean {
  return view.content.type === 'modal' && view.content.clear_on_close === true;
}

function closeTop(workspace: Workspace, view: OpenView): void {
  const stack = workspace.state.modals(view.sessionId);
  workspace.state.setModals(
    view.sessionId,
    stack.filter((one) => one.id !== view.id),
  );
}

/** Slack refuses errors for blocks that are no inputs of the view: nobody could see them. */
function showErrors(view: OpenView, errors: Readonly<Record<string, string>>): Outcome {
  const inputs = new Set(
    view.content.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id),
  );
  const unknown = Object.keys(errors).find((blockId) => !inputs.has(blockId));
  if (unknown !== undefined)
    return { ok: false, error: `机器人给了一个表单里没有的字段 ${unknown} 的错误。` };
  return { ok: true, fieldErrors: errors };
}

function outcomeOf(result: ViewResult): Outcome {
  return result.ok ? { ok: true } : { ok: false, error: [result.error, ...result.messages].join('\n') };
}
