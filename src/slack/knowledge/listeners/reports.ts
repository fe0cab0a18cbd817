import type { App, BlockButtonAction, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { KeptChange } from '../../../knowledge/changes.ts';
import { describeFault } from '../../../logging.ts';
import type { Message } from '../../blocks/message.ts';
import { doThenAcknowledge } from '../../do-then-acknowledge.ts';
import { anyOf } from '../../ids.ts';
import { readPress, replyToPress } from '../../press.ts';
import { notice, sendPrivately } from '../../send.ts';
import type { SlackServices } from '../../services.ts';
import { refuseForm, type Submitted, submitForm } from '../../submit-form.ts';
import { readInput } from '../../targets/read-inputs.ts';
import { KNOWLEDGE_ACTIONS, KNOWLEDGE_INPUTS, KNOWLEDGE_VIEWS } from '../knowledge-ids.ts';
import { RECEIVE, REPORT_FORM, REPORTS } from '../knowledge-messages.ts';
import { decodeKnowledgeValue } from '../knowledge-values.ts';
import { describedMessage, reportForm } from '../report-draft-message.ts';

/** What a press led to: what to say at once, or what has to take effect before it can be said. */
type Outcome = { readonly said: Message } | { readonly live: () => string; readonly notLive: string };

type Decide = (pressed: { readonly value: string | undefined; readonly userId: string }) => Promise<Outcome>;

/** Confirming, describing and discarding received files; withdrawing and restoring reports. For managers. */
export function registerReports(app: App, services: SlackServices): void {
  const { knowledge, targets } = services;
  const decisions: readonly (readonly [string, Decide])[] = [
    [KNOWLEDGE_ACTIONS.confirmReport, (pressed) => confirmReport(services, pressed)],
    [KNOWLEDGE_ACTIONS.discardReport, (pressed) => discardFile(services, pressed)],
    [KNOWLEDGE_ACTIONS.withdrawReport, (pressed) => withdrawReport(services, pressed)],
    [KNOWLEDGE_ACTIONS.restoreReport, (pressed) => restoreReport(services, pressed)],
  ];
  for (const [actionId, decide] of decisions) {
    app.action<BlockButtonAction>(anyOf(actionId), async ({ ack, action, body, client, respond }) => {
      const press = readPress(body);
      const outcome = await doThenAcknowledge(ack, async (): Promise<Outcome> => {
        if (!(await targets.permissions.mayManage(press.userId))) return { said: notice(REPORTS.notAllowed) };
        return decide({ value: action.value, userId: press.userId });
      });
      await replyToPress({ services, client, press, respond }, await takeEffect(services, outcome));
    });
  }

  app.action<BlockButtonAction>(
    KNOWLEDGE_ACTIONS.describeReport,
    async ({ action, body, client, respond }) => {
      const press = readPress(body);
      const { file: fileId } = decodeKnowledgeValue('file', action.value);
      const file = await knowledge.changes.files.find(fileId);
      const refusal = !(await targets.permissions.mayManage(press.userId))
        ? REPORTS.notAllowed
        : !file || press.channelId === undefined
          ? RECEIVE.gone
          : (await isConfirmed(services, fileId))
            ? RECEIVE.confirmed
            : null;
      if (refusal !== null || !file || press.channelId === undefined) {
        await replyToPress({ services, client, press, respond }, notice(refusal ?? RECEIVE.gone));
        return;
      }
      await client.views.open({
        trigger_id: body.trigger_id,
        view: reportForm(fileId, press.channelId, file.entry),
      });
    },
  );

  app.view<ViewSubmitAction>(KNOWLEDGE_VIEWS.reportForm, async ({ ack, view, body, client }) => {
    const record = (begin: () => void) => takeEntry(services, { view, userId: body.user.id, client, begin });
    await submitForm({ ack, log: services.log, view, record });
  });
}

/** Makes what was recorded current, and says so; that it is not yet where that did not succeed. */
async function takeEffect({ knowledge, log }: SlackServices, outcome: Outcome): Promise<Message> {
  if ('said' in outcome) return outcome.said;
  try {
    await knowledge.refresh();
    return notice(outcome.live());
  } catch (error) {
    log.error('knowledge.not_refreshed', describeFault(error));
    return notice(outcome.notLive);
  }
}

async function confirmReport(
  { answerer, knowledge, log, now }: SlackServices,
  { value, userId }: { readonly value: string | undefined; readonly userId: string },
): Promise<Outcome> {
  const { file: fileId } = decodeKnowledgeValue('file', value);
  const file = await knowledge.changes.files.find(fileId);
  if (!file) return { said: notice(RECEIVE.gone) };
  const title = file.entry.title ?? file.entry.id;
  if (answerer.reports.some(({ id }) => id === file.entry.id) && (await isConfirmed({ knowledge }, fileId)))
    return { said: notice(RECEIVE.confirmed) };
  const kept = await knowledge.changes.add(
    { kind: 'report', fileId, entry: file.entry },
    { requestKey: `report:${fileId}`, by: userId, now: now() },
  );
  if (kept.undone) return { said: notice(RECEIVE.addedBefore(title)) };
  log.info('report.added', { seq: kept.seq });
  return {
    live: () => RECEIVE.added(title, answerer.knowledgeVersion),
    notLive: RECEIVE.notLive(title),
  };
}

async function discardFile(
  services: SlackServices,
  { value }: { readonly value: string | undefined },
): Promise<Outcome> {
  const { file: fileId } = decodeKnowledgeValue('file', value);
  const { files } = services.knowledge.changes;
  const file = await files.find(fileId);
  if (!file) return { said: notice(RECEIVE.gone) };
  if (await isConfirmed(services, fileId)) return { said: notice(RECEIVE.confirmed) };
  await files.discard(fileId);
  return { said: notice(RECEIVE.discarded(file.entry.title ?? file.entry.id)) };
}

async function isConfirmed(
  { knowledge }: Pick<SlackServices, 'knowledge'>,
  fileId: string,
): Promise<boolean> {
  const changes = await knowledge.changes.list();
  return changes.some(({ change }) => change.kind === 'report' && change.fileId === fileId);
}

/** A report that was added here is taken back; one of the folders is kept out. */
async function withdrawReport(
  { answerer, knowledge, log, now }: SlackServices,
  { value, userId }: { readonly value: string | undefined; readonly userId: string },
): Promise<Outcome> {
  const { report: id } = decodeKnowledgeValue('report', value);
  const report = answerer.reports.find((candidate) => candidate.id === id);
  if (!report) return { said: notice(REPORTS.alreadyDone) };
  if (answerer.reports.length === 1) return { said: notice(REPORTS.notLast) };
  const changes = await knowledge.changes.list();
  const act = { by: userId, now: now() };
  const added = changes.findLast((each) => isStandingReport(each, id));
  if (added) await knowledge.changes.undo(added.seq, act);
  else {
    // One withdrawal for each time it was there: after it was restored it may be withdrawn again.
    const before = changes.filter(
      ({ change }) => change.kind === 'withdrawal' && change.reportId === id,
    ).length;
    await knowledge.changes.add(
      { kind: 'withdrawal', reportId: id, title: report.title },
      { requestKey: `withdrawal:${id}:${before}`, ...act },
    );
  }
  log.info('report.withdrawn', { wasAddedHere: added !== undefined });
  return {
    live: () => REPORTS.withdrew(report.title, answerer.knowledgeVersion),
    notLive: REPORTS.notLive,
  };
}

const isStandingReport = ({ change, undone }: KeptChange, id: string): boolean =>
  undone === null && change.kind === 'report' && change.entry.id === id;

async function restoreReport(
  { answerer, knowledge, log, now }: SlackServices,
  { value, userId }: { readonly value: string | undefined; readonly userId: string },
): Promise<Outcome> {
  const { seq } = decodeKnowledgeValue('change', value);
  const kept = (await knowledge.changes.list()).find((each) => each.seq === seq);
  const act = { by: userId, now: now() };
  if (kept?.change.kind === 'withdrawal') {
    if (!(await knowledge.changes.undo(seq, act))) return { said: notice(REPORTS.alreadyDone) };
  } else if (kept?.change.kind === 'report' && kept.undone)
    await knowledge.changes.add(kept.change, { requestKey: `restore:${seq}`, ...act });
  else return { said: notice(REPORTS.alreadyDone) };
  log.info('report.restored', { seq });
  const id = kept.change.kind === 'report' ? kept.change.entry.id : kept.change.reportId;
  const titleNow = (): string => answerer.reports.find((report) => report.id === id)?.title ?? id;
  return {
    live: () => REPORTS.restored(titleNow(), answerer.knowledgeVersion),
    notLive: REPORTS.notLive,
  };
}

/** Words between marks people put between several. */
const SEPARATORS = /[、，,；;\s]+/u;

const splitWords = (text: string): string[] => text.split(SEPARATORS).filter((word) => word !== '');

async function takeEntry(
  services: SlackServices,
  taking: {
    readonly view: ViewOutput;
    readonly userId: string;
    readonly client: WebClient;
    readonly begin: () => void;
  },
): Promise<Submitted> {
  const { knowledge, outbox, targets } = services;
  const { view, userId, client, begin } = taking;
  const { file: fileId, channel } = decodeKnowledgeValue('reportForm', view.private_metadata);
  if (!(await targets.permissions.mayManage(userId)))
    return { response: refuseForm(view, REPORTS.notAllowed) };
  const file = await knowledge.changes.files.find(fileId);
  if (!file) return { response: refuseForm(view, RECEIVE.gone) };
  if (await isConfirmed(services, fileId)) return { response: refuseForm(view, RECEIVE.confirmed) };
  const read = (block: string): string => readInput(view.state.values, block);
  const years = splitWords(read(KNOWLEDGE_INPUTS.years)).map((year) => Number(year.replace(/年$/u, '')));
  if (years.some((year) => !Number.isInteger(year) || year < 1949 || year > 9999))
    return { response: refuseForm(view, REPORT_FORM.notYears, KNOWLEDGE_INPUTS.years) };
  const [title, kind, collection] = [
    read(KNOWLEDGE_INPUTS.title),
    read(KNOWLEDGE_INPUTS.sort),
    read(KNOWLEDGE_INPUTS.collection),
  ];
  const { id, received } = file.entry;
  const entry = {
    id,
    places: splitWords(read(KNOWLEDGE_INPUTS.places)),
    years,
    ...(received === undefined ? {} : { received }),
    ...(title === '' ? {} : { title }),
    ...(kind === '' ? {} : { kind }),
    ...(collection === '' ? {} : { collection }),
  };
  begin();
  await knowledge.changes.files.describe(fileId, entry);
  return {
    tell: () =>
      sendPrivately({ client, outbox, userId, channelId: channel }, describedMessage(fileId, entry)),
  };
}
