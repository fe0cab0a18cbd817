import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Target } from '../../targets/target.ts';
import { LIMITS } from '../blocks/limits.ts';
import type { Message } from '../blocks/message.ts';
import { notice } from '../send.ts';
import { chooseForm, entryForm } from './entry-form.ts';
import { findCorrectable } from './record-entry.ts';
import type { Begun } from './target-blocks.ts';
import { ENTRY_FORM, LIST } from './target-messages.ts';
import { readTarget, type TargetServices, todayOf } from './target-services.ts';
import type { TargetValue } from './target-values.ts';

/** Characters of the ids that wait in a view: it also holds the draft while a doubt is asked about. */
const MAX_QUEUE_CHARACTERS = LIMITS.privateMetadata / 5;

/** The ids of a round that fit into one view; who has more goes round again. */
export function queueOf(targetIds: readonly string[]): string[] {
  const queue: string[] = [];
  let characters = 0;
  for (const id of targetIds) {
    characters += JSON.stringify(id).length + 1;
    if (characters > MAX_QUEUE_CHARACTERS) break;
    queue.push(id);
  }
  return queue;
}

/**
 * The form a subject asks for, or what to say when its target or the entry to be put right is gone. What was said with
 * the command stands in its field.
 */
export async function buildEntryForm(
  services: TargetServices,
  userId: string,
  subject: TargetValue<'entryForm'>,
  {
    begun,
    among,
  }: { readonly begun?: Begun | undefined; readonly among?: readonly Target[] | undefined } = {},
): Promise<{ readonly view: ModalView } | { readonly refusal: Message }> {
  if (subject.target === null) {
    const owners = await services.records.owners.all();
    const mine = services.targets.filter(({ id }) => owners.get(id)?.includes(userId)).map(({ id }) => id);
    const said = begun?.said === undefined ? {} : { said: begun.said };
    return { view: chooseForm({ ...subject, ...said }, among ?? services.targets, new Set(mine)) };
  }
  const found = await readTarget(services, subject.target);
  if (!found) return { refusal: notice(LIST.gone) };
  const { target, standing, owners, history } = found;
  const corrected = subject.corrects === null ? null : findCorrectable(history, subject.corrects);
  if (corrected === undefined) return { refusal: notice(ENTRY_FORM.correctedGone) };
  const mayRecord = await services.permissions.mayRecord(userId, owners);
  const today = todayOf(services);
  return {
    view: entryForm({ subject, target, latest: standing.latest, corrected, begun, today, mayRecord }),
  };
}

/** Opens the form; returns what to tell instead when it cannot be. */
export async function openEntryForm(
  services: TargetServices,
  client: WebClient,
  opening: {
    readonly triggerId: string;
    readonly userId: string;
    readonly subject: TargetValue<'entryForm'>;
    readonly begun?: Begun | undefined;
    /** The targets to choose from, where not all are. */
    readonly among?: readonly Target[] | undefined;
  },
): Promise<Message | undefined> {
  const form = await buildEntryForm(services, opening.userId, opening.subject, opening);
  if ('refusal' in form) return form.refusal;
  await client.views.open({ trigger_id: opening.triggerId, view: form.view });
  return undefined;
}

/** The next target of a round that is still there, with the queue after it. */
export function nextInRound(
  services: TargetServices,
  { queue, channel }: Pick<TargetValue<'entryForm'>, 'queue' | 'channel'>,
): TargetValue<'entryForm'> | undefined {
  const known = new Set(services.targets.map(({ id }) => id));
  const [target, ...rest] = queue.filter((id) => known.has(id));
  return target === undefined ? undefined : { target, channel, queue: rest, corrects: null };
}
