import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { proposeReportId } from '../../knowledge/report-id.ts';
import { localDateAt } from '../../targets/zoned-time.ts';
import type { Message } from '../blocks/message.ts';
import { NOTICES } from '../messages.ts';
import { markLate, notice, post, statementWays } from '../send.ts';
import type { SlackServices } from '../services.ts';
import { TIME_ZONE } from '../targets/target-services.ts';
import { FAULTS, RECEIVE } from './knowledge-messages.ts';
import { draftMessage } from './report-draft-message.ts';

/** Files a person sent to the bot in a direct message. */
export type Sent = {
  readonly userId: string;
  readonly channelId: string;
  readonly threadTs: string | undefined;
  readonly fileIds: readonly string[];
};

/** Reads each file as a report and shows what was found, to be confirmed; nothing is answered from it before. */
export async function receiveFiles(services: SlackServices, client: WebClient, sent: Sent): Promise<void> {
  const { outbox, targets } = services;
  const { userId, channelId, threadTs } = sent;
  const tell = (message: Message) =>
    outbox.deliver({
      ways: [(isLate) => post(client, { channel: channelId, threadTs }, markLate(message, isLate))],
      statement: statementWays({ client, outbox, userId, channelId, threadTs }, NOTICES.uncertain),
    });
  if (!(await targets.permissions.mayManage(userId))) {
    await tell(notice(RECEIVE.notAllowed));
    return;
  }
  for (const fileId of sent.fileIds) await receiveFile(services, client, { fileId, userId, tell });
}

async function receiveFile(
  services: SlackServices,
  client: WebClient,
  received: {
    readonly fileId: string;
    readonly userId: string;
    readonly tell: (message: Message) => Promise<unknown>;
  },
): Promise<void> {
  const { answerer, knowledge, log, now } = services;
  const { fileId, userId, tell } = received;
  const downloaded = await knowledge.download(client, fileId);
  const { name } = downloaded;
  if (downloaded.kind === 'refused') {
    log.info('report.refused', { fault: downloaded.fault });
    await tell(notice(RECEIVE.refused(name, FAULTS[downloaded.fault])));
    return;
  }
  await tell(notice(RECEIVE.reading(name)));
  const taken = [...answerer.reports.map(({ id }) => id), ...(await listChangedIds(services))];
  const id = proposeReportId(name, taken);
  const reading = await knowledge.reader.read({ id, name, bytes: downloaded.bytes });
  if (reading.kind === 'refused') {
    log.info('report.refused', { fault: reading.fault });
    await tell(notice(RECEIVE.refused(name, FAULTS[reading.fault])));
    return;
  }
  const same = await findSameText(services, reading.text);
  if (same !== undefined) {
    await tell(notice(RECEIVE.sameText(name, same)));
    return;
  }
  const entry = { ...reading.found.entry, id, received: localDateAt(now(), TIME_ZONE) };
  const file = {
    id: randomUUID(),
    entry,
    text: reading.text,
    map: reading.map,
    original: { name: reading.originalName, bytes: downloaded.bytes },
    receivedBy: userId,
  };
  await knowledge.changes.files.keep(file, now());
  log.info('report.received', { pages: reading.pages, figures: reading.found.figures });
  const isTitleTaken = answerer.reports.some(({ title }) => title === entry.title);
  await tell(draftMessage({ fileId: file.id, name, entry, reading, isTitleTaken }));
}

/** Ids of reports that were added once, withdrawn or not. */
async function listChangedIds({ knowledge }: SlackServices): Promise<readonly string[]> {
  const changes = await knowledge.changes.list();
  return changes.flatMap(({ change }) => (change.kind === 'report' ? [change.entry.id] : []));
}

/** The title of a report added here, and not withdrawn, that says the same to the letter: once more, all would be found twice. */
async function findSameText({ knowledge }: SlackServices, text: string): Promise<string | undefined> {
  for (const { change, undone } of await knowledge.changes.list()) {
    if (change.kind !== 'report' || undone !== null) continue;
    const file = await knowledge.changes.files.find(change.fileId);
    if (file?.text === text) return change.entry.title ?? change.entry.id;
  }
  return undefined;
}
