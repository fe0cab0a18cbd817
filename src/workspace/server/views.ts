import { randomUUID } from 'node:crypto';
import { checkView, type ViewCheck, type ViewContent } from '../block-kit/check-view.ts';
import type { OpenView } from '../protocol.ts';
import type { Trigger } from './tickets.ts';
import type { Workspace } from './workspace.ts';

/** Slack stacks at most three modals. */
const MAX_STACK = 3;

export type ViewResult =
  | { readonly ok: true; readonly view: OpenView }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

/** Opens a modal in the tab whose action issued the trigger; replaces whatever modals are open there. */
export function openModal(workspace: Workspace, triggerId: string, input: unknown): ViewResult {
  return withTrigger(workspace, triggerId, (trigger) => {
    const check = checkModal(workspace, trigger.userId, input);
    if (!check.ok) return check;
    const view = createView(check.view, trigger);
    workspace.state.setModals(trigger.sessionId, [view]);
    return { ok: true, view };
  });
}

/** Puts a modal on top of those open in the tab whose action issued the trigger. */
export function pushModal(workspace: Workspace, triggerId: string, input: unknown): ViewResult {
  return withTrigger(workspace, triggerId, (trigger) => pushOnto(workspace, trigger, input));
}

/** Puts a modal on top of a tab's stack. */
export function pushOnto(workspace: Workspace, owner: Trigger, input: unknown): ViewResult {
  const stack = workspace.state.modals(owner.sessionId);
  if (stack.length >= MAX_STACK) return failure('push_limit_reached');
  const check = checkModal(workspace, owner.userId, input);
  if (!check.ok) return check;
  const top = stack.at(-1);
  const view = createView(check.view, owner);
  const pushed = top === undefined ? view : { ...view, rootId: top.rootId, previousId: top.id };
  workspace.state.setModals(owner.sessionId, [...stack, pushed]);
  return { ok: true, view: pushed };
}

/** Replaces the content of an open modal. A hash that is not the view's own means it changed meanwhile. */
export function updateModal(
  workspace: Workspace,
  id: string,
  update: { view: unknown; hash?: string | undefined },
): ViewResult {
  const view = workspace.state.view(id);
  if (view === undefined || view.content.type !== 'modal') return failure('not_found');
  if (update.hash !== undefined && update.hash !== view.hash) return failure('hash_conflict');
  const check = checkModal(workspace, view.userId, update.view);
  if (!check.ok) return check;
  const updated = { ...view, content: check.view, hash: createHash() };
  const stack = workspace.state.modals(view.sessionId);
  workspace.state.setModals(
    view.sessionId,
    stack.map((one) => (one.id === view.id ? updated : one)),
  );
  return { ok: true, view: updated };
}

/** Shows a person's App Home. */
export function publishHome(workspace: Workspace, userId: string, input: unknown): ViewResult {
  const check = checkFor(workspace, userId, 'home', input);
  if (!check.ok) return check;
  const current = workspace.state.home(userId);
  const view = {
    ...(current ?? createView(check.view, { userId, sessionId: '' })),
    content: check.view,
    hash: createHash(),
  };
  workspace.state.setHome(view);
  return { ok: true, view };
}

function withTrigger(
  workspace: Workspace,
  triggerId: string,
  act: (trigger: Trigger) => ViewResult,
): ViewResult {
  const trigger = workspace.triggers.use(triggerId);
  return trigger.ok ? act(trigger.content) : failure(trigger.error);
}

function checkModal(workspace: Workspace, userId: string, input: unknown): ViewCheck {
  return checkFor(workspace, userId, 'modal', input);
}

/** Checks a view of the wanted type; the person it was meant for sees why Slack would refuse it. */
function checkFor(
  workspace: Workspace,
  userId: string,
  type: ViewContent['type'],
  input: unknown,
): ViewCheck {
  const check = checkView(input);
  if (check.ok && check.view.type === type) return check;
  const refused = check.ok
    ? ({ ok: false, error: 'invalid_arguments', messages: [`[ERROR] view must be of type ${type}`] } as const)
    : check;
  workspace.state.refuseView(userId, { error: refused.error, details: refused.messages });
  return refused;
}

function createView(content: ViewContent, { userId, sessionId, channelId }: Trigger): OpenView {
  const id = `V${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
  return { id, rootId: id, hash: createHash(), content, userId, sessionId, channelId };
}

function createHash(): string {
  return `${Date.now()}.${randomUUID().slice(0, 8)}`;
}

function failure(error: string, ...messages: readonly string[]): ViewResult {
  return { ok: false, error, messages };
}
