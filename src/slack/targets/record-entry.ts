import type { WebClient } from '@slack/web-api';
import { describeFault } from '../../logging.ts';
import { checkEntry, type EntryCheck, type EntryDraft } from '../../targets/check-entry.ts';
import { DIGEST_WORDS, expectedText, levelText, statusText } from '../../targets/digest-wording.ts';
import { findCancelled, isMeasurement } from '../../targets/effective-entries.ts';
import type { Entry, Measurement, NewEntry } from '../../targets/entry.ts';
import type { Target } from '../../targets/target.ts';
import { actionsBlocks, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { notice, post } from '../send.ts';
import { isSlackId } from '../slack-ids.ts';
import { contentText } from './entry-content.ts';
import { proposalMessage } from './proposal-message.ts';
import { targetButton } from './target-blocks.ts';
import { TARGET_ACTIONS } from './target-ids.ts';
import { ENTRY_FORM, LIST, TARGET_BUTTONS } from './target-messages.ts';
import { readTarget, type TargetServices, todayOf } from './target-services.ts';
import { encodeTargetValue } from './target-values.ts';

export type EntrySubmission = {
  readonly targetId: string;
  readonly draft: EntryDraft;
  /** Number of the entry it puts right, or null. */
  readonly corrects: number | null;
  readonly userId: string;
  readonly channelId: string;
  /** Names this act, so that a repeated delivery records nothing twice. */
  readonly requestKey: string;
};

/** Checks a submission against the target and its history; undefined when the target is gone. */
export async function checkSubmission(
  services: TargetServices,
  { targetId, draft, corrects }: Pick<EntrySubmission, 'targetId' | 'draft' | 'corrects'>,
): Promise<(EntryCheck & { readonly target: Target }) | undefined> {
  const found = await readTarget(services, targetId);
  if (!found) return undefined;
  const { target } = found;
  // What is put right is no reason to doubt what it is put right by.
  const cancelled = findCancelled(found.history);
  const history = found.history.filter(({ seq }) => seq !== corrects && !cancelled.has(seq));
  return { ...checkEntry({ target, history, draft, today: todayOf(services) }), target };
}

/** The measurement that a correction is about; undefined when it no longer stands. */
export function findCorrectable(history: readonly Entry[], seq: number): Measurement | undefined {
  const entry = history.find((candidate) => candidate.seq === seq);
  return entry && isMeasurement(entry) && !findCancelled(history).has(seq) ? entry : undefined;
}

/** What became of a submission: nothing, and why; or recorded, and what to tell about it once Slack knows. */
export type RecordedEntry =
  | { readonly refusal: string }
  | { readonly tell: (client: WebClient) => Promise<Message> };

/**
 * Whether this very act was recorded before: an entry of the same key, in the ledger or waiting for its owner. Then
 * there is nothing to check or to ask any more.
 */
export async function wasSubmitted(
  services: TargetServices,
  { targetId, requestKey }: Pick<EntrySubmission, 'targetId' | 'requestKey'>,
): Promise<boolean> {
  const [history, waiting] = await Promise.all([
    services.records.ledger.entriesOf(targetId),
    services.records.proposals.listWaiting(),
  ]);
  return [...history, ...waiting.map(({ entry }) => entry)].some((entry) => entry.requestKey === requestKey);
}

/**
 * Records a checked submission, or keeps it for the owners when the person may not record; durable when it resolves.
 * `begin` is called right before the first write.
 */
export async function recordSubmission(
  services: TargetServices,
  submission: EntrySubmission,
  { value, begin }: { readonly value: string | null; readonly begin: () => void },
): Promise<RecordedEntry> {
  const found = await readTarget(services, submission.targetId);
  if (!found) return { refusal: LIST.gone };
  const { target, owners, history } = found;
  const { corrects, userId } = submission;
  const isRepeated = history.some(({ requestKey }) => requestKey === submission.requestKey);
  if (corrects !== null && !isRepeated && !findCorrectable(history, corrects)) {
    return { refusal: ENTRY_FORM.correctedGone };
  }
  const entry = makeEntry(services, target, { submission, value });
  const mayRecord = await services.permissions.mayRecord(userId, owners);
  begin();
  if (!mayRecord) {
    const proposal = await services.records.proposals.add(entry, services.now());
    const kept = (await services.records.proposals.find(proposal))?.entry ?? entry;
    if (!saysTheSame(kept, entry)) return { refusal: ENTRY_FORM.submittedBefore(valueText(target, kept)) };
    return { tell: (client) => askOwners(services, client, { target, owners, entry, proposal }) };
  }
  const [recorded] = await services.records.ledger.append([entry]);
  // The same form was recorded before with something else in it, after it had been said to be uncertain.
  if (recorded && !saysTheSame(recorded, entry)) {
    return { refusal: ENTRY_FORM.submittedBefore(valueText(target, recorded)) };
  }
  return { tell: () => recordedMessage(services, entry, recorded?.seq) };
}

/** Whether two entries of one act say the same about the target. */
function saysTheSame(one: NewEntry, other: NewEntry): boolean {
  const content = (entry: NewEntry) => [
    entry.kind,
    entry.asOf,
    entry.note,
    'value' in entry ? entry.value : '',
    'state' in entry ? entry.state : '',
    'evidence' in entry ? entry.evidence : '',
    'confidence' in entry ? entry.confidence : '',
  ];
  return JSON.stringify(content(one)) === JSON.stringify(content(other));
}

async function askOwners(
  services: TargetServices,
  client: WebClient,
  about: {
    readonly target: Target;
    readonly owners: readonly string[];
    readonly entry: NewEntry;
    readonly proposal: string;
  },
): Promise<Message> {
  const { target, owners, entry, proposal } = about;
  let asked = 0;
  for (const owner of owners.filter(isSlackId)) {
    try {
      await post(client, { channel: owner }, proposalMessage({ proposal, target, entry }));
      asked += 1;
    } catch (error) {
      // The proposal is kept and stands on the owner's board; the others are asked all the same.
      services.log.warn('proposal.owner_not_asked', { owner, ...describeFault(error) });
    }
  }
  return notice(asked > 0 ? ENTRY_FORM.proposed(target.name) : ENTRY_FORM.proposedNobody(target.name));
}

function makeEntry(
  services: TargetServices,
  target: Target,
  { submission, value }: { readonly submission: EntrySubmission; readonly value: string | null },
): NewEntry {
  const { draft, userId, channelId, requestKey, corrects } = submission;
  const common = {
    targetId: target.id,
    asOf: draft.asOf,
    note: draft.note,
    evidence: draft.evidence,
    confidence: draft.confidence,
    corrects,
    recordedBy: userId,
    recordedAt: services.now(),
    saidIn: channelId,
    origin: 'slack',
    requestKey,
  } as const;
  return target.kind === 'milestone'
    ? { ...common, kind: 'state', state: draft.state ?? 'in-progress' }
    : { ...common, kind: 'value', value: value ?? '' };
}

/** What an entry says with the unit of its target. */
export function valueText(target: Target, entry: NewEntry): string {
  return contentText({ ...entry, seq: 0 }, target.kind === 'numeric' ? target.unit : '');
}

/** Where a number should be by now, and where nobody can say so, why. */
function dueText(number: Parameters<typeof levelText>[0]): string {
  const expected = expectedText(number);
  return levelText(number) || (expected === null ? '' : ENTRY_FORM.expected(expected));
}

/** Says what was recorded and where the target stands now, with a button to take it back. */
async function recordedMessage(
  services: TargetServices,
  entry: NewEntry,
  seq: number | undefined,
): Promise<Message> {
  const found = await readTarget(services, entry.targetId);
  if (!found) return notice(LIST.gone);
  const { target, standing } = found;
  const isCorrection = 'corrects' in entry && entry.corrects !== null;
  const say = isCorrection ? ENTRY_FORM.corrected : ENTRY_FORM.recorded;
  // “已更正” says it already.
  const value = valueText(target, 'corrects' in entry ? { ...entry, corrects: null } : entry);
  const expected = target.kind === 'numeric' ? dueText({ ...target, ...standing }) : '';
  // A value as expected in yellow would be a riddle.
  const isDoubt =
    standing.status === 'at-risk' && !standing.override && standing.latest?.confidence === 'low';
  const doubt = isDoubt ? [DIGEST_WORDS.unsure] : [];
  const text = [
    say(target.name, value, entry.asOf),
    ENTRY_FORM.now(
      statusText(standing.status),
      [expected, ...doubt].filter((part) => part !== ''),
    ),
  ].join('');
  if (seq === undefined) return notice(text);
  const buttons = [
    targetButton({
      label: TARGET_BUTTONS.undo,
      action: TARGET_ACTIONS.undo,
      value: encodeTargetValue('entry', { target: target.id, seq }),
    }),
    targetButton({
      label: TARGET_BUTTONS.details,
      action: TARGET_ACTIONS.openCard,
      value: encodeTargetValue('target', { target: target.id }),
    }),
  ];
  return { text: escapeText(text), blocks: [paragraphBlock(text), ...actionsBlocks(buttons)] };
}
