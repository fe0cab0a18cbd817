import { isDeepStrictEqual } from 'node:util';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { buildDigestDocument } from '../../documents/digest-document.ts';
import { buildDigestSheet } from '../../documents/digest-sheet.ts';
import { fileName } from '../../documents/document-words.ts';
import { describeFault } from '../../logging.ts';
import { type Digest, narrowDigest } from '../../targets/digest.ts';
import { type ShowPerson, selectionText, titleText } from '../../targets/digest-wording.ts';
import type { LocalDate } from '../../targets/local-date.ts';
import type { DigestTime } from '../../targets/report-period.ts';
import { ALL_TARGETS } from '../../targets/target-selection.ts';
import { isSlackId } from '../slack-ids.ts';
import { uploadFiles } from '../upload-files.ts';
import { readFailureCode } from './doctor.ts';
import { filterRows } from './list-targets.ts';
import { ME, NO_FILTER, type TargetFilter } from './target-filter.ts';
import { EXPORT, LIST } from './target-messages.ts';
import type { TargetServices } from './target-services.ts';

/** People looked up for one document; further ones keep their ids. */
const MAX_PEOPLE = 60;

const UserSchema = z.object({
  user: z.object({
    real_name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional() }).optional(),
  }),
});

/** What a list shows, at a time, as one person sees it. */
type WantedList = {
  readonly filter: TargetFilter;
  readonly userId: string;
  readonly time: DigestTime & { readonly since?: LocalDate };
  /** What it is narrowed to was not said, but shown last. */
  readonly isOfShown?: boolean;
};

/** Sends the targets of a list to a person as files that say what the list was narrowed to. */
export async function exportList(
  services: TargetServices,
  client: WebClient,
  wanted: WantedList,
): Promise<string> {
  const shown = await digestOfList(services, wanted);
  // Nothing was named, and what was shown last was empty.
  const isNone = wanted.isOfShown === true && shown.targets.length === 0;
  const digest = isNone ? await digestOfList(services, { ...wanted, filter: NO_FILTER }) : shown;
  return exportDigest(services, client, { digest, userId: wanted.userId });
}

/** The digest of the targets of a list, which says what it was narrowed to. */
export async function digestOfList(
  services: TargetServices,
  { filter, userId, time }: WantedList,
): Promise<Digest> {
  const whole = await services.digests.preview({ ...time, selection: ALL_TARGETS });
  if (isDeepStrictEqual(filter, NO_FILTER)) return whole;
  const { ownerId, statuses, subscriptionId } = filter;
  // What stood so then need not stand so today.
  const rows = await filterRows(services, filter, { viewerId: userId, asOf: whole.asOf });
  const subscription =
    subscriptionId === null ? undefined : await services.records.subscriptions.find(subscriptionId);
  return narrowDigest(whole, {
    ids: new Set(rows.map(({ target }) => target.id)),
    selection: {
      sections: subscription?.sections ?? [],
      owners: ownerId === null ? (subscription?.owners ?? []) : [ownerId === ME ? userId : ownerId],
      statuses: statuses.length > 0 ? statuses : (subscription?.statuses ?? []),
    },
    narrowedTo: LIST.narrowedTo(filter),
  });
}

/** Sends a digest to a person as a Word document and a sheet. Returns what to tell where it was asked for. */
export async function exportDigest(
  services: TargetServices,
  client: WebClient,
  { digest, userId }: { readonly digest: Digest; readonly userId: string },
): Promise<string> {
  if (digest.targets.length === 0) return EXPORT.nothing;
  try {
    const showPerson = await readNames(client, digest);
    const scope = selectionText(digest, showPerson);
    const title = scope === '' ? titleText(digest) : `${titleText(digest)} ${scope}`;
    const files = [
      { name: fileName(title, 'docx'), content: await buildDigestDocument(digest, showPerson) },
      { name: fileName(title, 'csv'), content: Buffer.from(buildDigestSheet(digest, showPerson)) },
    ];
    await uploadFiles(client, { userId, text: EXPORT.files(title), files });
    return EXPORT.sent(title);
  } catch (error) {
    const code = readFailureCode(error);
    if (code === 'missing_scope') return EXPORT.noScope;
    services.log.error('digest.not_exported', { userId, ...describeFault(error) });
    return EXPORT.failed(code);
  }
}

/** Names for a document, where a mention would be a row of letters. */
async function readNames(client: WebClient, { targets }: Digest): Promise<ShowPerson> {
  const ids = new Set(
    targets.flatMap(({ owners, latest, override, pause }) => [
      ...owners,
      ...(latest ? [latest.recordedBy] : []),
      ...(override ? [override.by] : []),
      ...(pause ? [pause.by] : []),
    ]),
  );
  const names = new Map<string, string>();
  for (const id of [...ids].filter(isSlackId).slice(0, MAX_PEOPLE)) {
    const name = await readName(client, id);
    if (name !== '') names.set(id, name);
  }
  return (userId) => names.get(userId) ?? userId;
}

async function readName(client: WebClient, userId: string): Promise<string> {
  try {
    const { user } = UserSchema.parse(await client.users.info({ user: userId }));
    return user.profile?.display_name || user.real_name || '';
  } catch {
    // A document with an id in it is better than none.
    return '';
  }
}
