import type { WebClient } from '@slack/web-api';
import { checkEntry, type EntryCheck, type EntryDraft } from '../../targets/check-entry.ts';
import type { NewEntry } from '../../targets/entry.ts';
import type { Target } from '../../targets/target.ts';
import { actionsBlocks, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { notice, post } from '../send.ts';
import { isSlackId, personRun } from './people.ts';
import { targetButton } from './target-blocks.ts';
import { contentText } from './target-card-message.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { ENTRY_FORM, PROPOSAL, TARGET_BUTTONS } from './target-messages.ts';
import { readTarget, type TargetServices, todayOf } from './target-services.ts';
import { encodeTargetValue } from './target-values.ts';

export type EntrySubmission = {
  readonly targetId: string;
  readonly draft: EntryDraft;
  readonly userId: string;
  readonly channelId: string;
  /** Names this act, so that a repeated delivery records nothing twice. */
  readonly requestKey: string;
};

/** Checks a submission against the target and its history; undefined when the target is gone. */
export async function checkSubmission(
  services: TargetServices,
  { targetId, draft }: Pick<EntrySubmission, 'targetId' | 'draft'>,
): Promise<EntryCheck | undefined> {
  const found = await readTarget(services, targetId);
  return (
    found && checkEntry({ target: found.target, history: found.history, draft, today: todayOf(services) })
  );
}

/** Records a checked submission, or hands it to the owners when the person may not record. Returns what to tell. */
export async function recordSubmission(
  services: TargetServices,
  client: WebClient,
  { submission, check }: { readonly submission: EntrySubmission; readonly check: EntryCheck },
): Promise<Message> {
  const found = await readTarget(services, submission.targetId);
  if (!found) return notice(ENTRY_FORM.choose);
  const { target, owners } = found;
  const entry = makeEntry(services, submission, check);
  if (await services.permissions.mayRecord(submission.userId, owners)) {
    const [recorded] = await services.records.ledger.append([entry]);
    const text = ENTRY_FORM.recorded(target.name, valueText(target, entry), entry.asOf);
    return withUndo(text, target.id, recorded?.seq);
  }
  const proposal = await services.records.proposals.add(entry, services.now());
  const askable = owners.filter(isSlackId);
  for (const owner of askable) {
    await post(client, { channel: owner }, proposalMessage({ proposal, target, entry }));
  }
  return notice(
    askable.length > 0 ? ENTRY_FORM.proposed(target.name) : ENTRY_FORM.proposedNobody(target.name),
  );
}

function makeEntry(services: TargetServices, submission: EntrySubmission, check: EntryCheck): NewEntry {
  const { draft, targetId, userId, channelId, requestKey } = submission;
  const common = {
    targetId,
    asOf: draft.asOf,
    note: draft.note,
    evidence: draft.evidence,
    confidence: draft.confidence,
    corrects: null,
    recordedBy: userId,
    recordedAt: services.now(),
    saidIn: channelId,
    origin: 'slack',
    requestKey,
  } as const;
  return draft.state !== undefined && check.value === null
    ? { ...common, kind: 'state', state: draft.state }
    : { ...common, kind: 'value', value: check.value ?? '' };
}

/** What an entry says with the unit of its target. */
export function valueText(target: Target, entry: NewEntry): string {
  return contentText({ ...entry, seq: 0 }, target.kind === 'numeric' ? target.unit : '');
}

function withUndo(text: string, targetId: string, seq: number | undefined): Message {
  if (seq === undefined) return notice(text);
  const undo = targetButton({
    label: TARGET_BUTTONS.undo,
    action: TARGET_ACTIONS.undo,
    value: encodeTargetValue('entry', { target: targetId, seq }),
  });
  return { text: escapeText(text), blocks: [paragraphBlock(text), ...actionsBlocks([undo])] };
}

/** Asks an owner to take over what somebody else has reported. */
export function proposalMessage(input: {
  readonly proposal: string;
  readonly target: Target;
  readonly entry: NewEntry;
}): Message {
  const { proposal, target, entry } = input;
  const note = entry.note === '' ? '' : `(${entry.note})`;
  const text = PROPOSAL.ask(target.name, `${valueText(target, entry)}${note}`);
  const value = encodeTargetValue('proposal', { proposal });
  return {
    text: escapeText(text),
    blocks: [
      paragraphBlock(personRun(entry.recordedBy), ` ${text}`),
      ...actionsBlocks([
        targetButton({
          label: TARGET_BUTTONS.accept,
          action: TARGET_ACTIONS.acceptProposal,
          value,
          style: 'primary',
        }),
        targetButton({ label: TARGET_BUTTONS.decline, action: TARGET_ACTIONS.declineProposal, value }),
      ]),
    ],
  };
}
