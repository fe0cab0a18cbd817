import type { App, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { ChannelScope } from '../../../conversation/records.ts';
import { contextBlock, plainText } from '../../blocks/elements.ts';
import { notice, sendPrivately } from '../../send.ts';
import type { Covered, SlackServices } from '../../services.ts';
import { refuseForm, type Submitted, submitForm } from '../../submit-form.ts';
import { option } from '../../targets/list-selects.ts';
import { readInput } from '../../targets/read-inputs.ts';
import { INPUT_ELEMENT } from '../../targets/target-ids.ts';
import { KNOWLEDGE_INPUTS, KNOWLEDGE_VIEWS } from '../knowledge-ids.ts';
import { decodeKnowledgeValue, encodeKnowledgeValue } from '../knowledge-values.ts';
import { SCOPE } from '../review-messages.ts';

/** What a channel keeps to is chosen in a form; for managers. */
export function registerScope(app: App, services: SlackServices): void {
  app.view<ViewSubmitAction>(KNOWLEDGE_VIEWS.scopeForm, async ({ ack, view, body, client }) => {
    const record = (begin: () => void) => takeScope(services, { view, userId: body.user.id, client, begin });
    await submitForm({ ack, log: services.log, view, record });
  });
}

/** Opens the form; returns what to say where the person may not. */
export async function openScopeForm(
  { answerer, records, targets }: SlackServices,
  client: WebClient,
  asked: { readonly channelId: string; readonly userId: string; readonly triggerId: string },
): Promise<string | null> {
  const { channelId, userId, triggerId } = asked;
  if (!(await targets.permissions.mayManage(userId))) return SCOPE.notAllowed;
  const scope = await records.channelScopes.find(channelId);
  await client.views.open({ trigger_id: triggerId, view: scopeForm(answerer, channelId, scope) });
  return null;
}

/** A menu has a hundred options at most. */
const MAX_OPTIONS = 100;
/** Slack takes no longer value of an option. */
const MAX_VALUE_CHARS = 150;

const ALL = encodeKnowledgeValue('scope', { kind: 'all' });

function scopeForm(answerer: Covered, channelId: string, scope: ChannelScope | null): ModalView {
  const { reports } = answerer;
  const collections = [...new Set(reports.map(({ collection }) => collection))].filter((name) => name !== '');
  const options = [
    option(SCOPE.all, ALL),
    ...collections.map((name) =>
      option(SCOPE.collection(name), encodeKnowledgeValue('scope', { kind: 'collection', name })),
    ),
    ...reports.map(({ id, title }) => option(title, encodeKnowledgeValue('scope', { kind: 'report', id }))),
  ]
    .filter(({ value = '' }) => value.length <= MAX_VALUE_CHARS)
    .slice(0, MAX_OPTIONS);
  const current = scope ? encodeKnowledgeValue('scope', scope) : ALL;
  const initial = options.find(({ value }) => value === current) ?? options[0];
  return {
    type: 'modal',
    callback_id: KNOWLEDGE_VIEWS.scopeForm,
    private_metadata: encodeKnowledgeValue('scopeForm', { channel: channelId }),
    title: plainText(SCOPE.title),
    submit: plainText(SCOPE.submit),
    close: plainText(SCOPE.cancel),
    blocks: [
      {
        type: 'input',
        block_id: KNOWLEDGE_INPUTS.scope,
        label: plainText(SCOPE.label),
        element: {
          type: 'static_select',
          action_id: INPUT_ELEMENT,
          options,
          ...(initial ? { initial_option: initial } : {}),
        },
      },
      contextBlock(SCOPE.hint),
    ],
  };
}

async function takeScope(
  services: SlackServices,
  taking: {
    readonly view: ViewOutput;
    readonly userId: string;
    readonly client: WebClient;
    readonly begin: () => void;
  },
): Promise<Submitted> {
  const { answerer, now, outbox, records, targets } = services;
  const { view, userId, client, begin } = taking;
  const { channel: channelId } = decodeKnowledgeValue('scopeForm', view.private_metadata);
  if (!(await targets.permissions.mayManage(userId))) return { response: refuseForm(view, SCOPE.notAllowed) };
  const scope = decodeKnowledgeValue('scope', readInput(view.state.values, KNOWLEDGE_INPUTS.scope));
  const name = describeScope(answerer, scope);
  if (name === undefined) return { response: refuseForm(view, SCOPE.gone, KNOWLEDGE_INPUTS.scope) };
  begin();
  await records.channelScopes.set(channelId, scope.kind === 'all' ? null : scope, { by: userId, now: now() });
  return { tell: () => sendPrivately({ client, outbox, userId, channelId }, notice(SCOPE.saved(name))) };
}

function describeScope(
  { reports }: Covered,
  scope: ChannelScope | { readonly kind: 'all' },
): string | undefined {
  switch (scope.kind) {
    case 'all':
      return SCOPE.all;
    case 'collection':
      return reports.some(({ collection }) => collection === scope.name) ? `“${scope.name}”一组` : undefined;
    case 'report': {
      const report = reports.find(({ id }) => id === scope.id);
      return report && `“${report.title}”`;
    }
  }
}
