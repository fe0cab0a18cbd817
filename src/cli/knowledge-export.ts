// Writes what people added through Slack into the folders: `npm run knowledge:export`. Writing it again changes nothing.
import '../../scripts/require-node.cjs';

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import type { KeptChange, KnowledgeChanges } from '../knowledge/changes.ts';
import { addAbsent, addAlias, addWords, type Origin } from '../knowledge/write-reviewed.ts';
import { addReport } from '../loading/add-report.ts';
import type { KnowledgeFolders } from '../loading/read-knowledge-files.ts';
import { type Places, readPlaces } from '../places.ts';
import { extractFigures } from '../report/figures.ts';
import { parseReport } from '../report/parse-report.ts';
import { openDatabase } from '../storage/database.ts';
import { createKnowledgeChanges } from '../storage/knowledge-changes-store.ts';
import { localDateAt } from '../targets/zoned-time.ts';
import { makeDrafts } from './make-drafts.ts';
import { runCommand } from './run-command.ts';

const USAGE = `Usage: npm run knowledge:export
Writes the reports, words, names and questions that people added through Slack into the folders of reports and reviews,
each with who added it and when. Reads the database of the bot: DATABASE_URL, else DATABASE_FILE (default data/bot.sqlite).
把同事在 Slack 里加的报告、词、名称和问题写进报告和核对过的知识的文件夹，写明是谁、什么时候加的。`;

/** The reports are China's, and so is the day something was added on. */
const TIME_ZONE = 'Asia/Shanghai';

async function main(argv: readonly string[]): Promise<void> {
  const [unknown] = argv;
  if (unknown !== undefined) throw new AppError('input_invalid', `unknown argument “${unknown}”\n${USAGE}`);
  const places = readPlaces(process.env);
  if ('file' in places.database && !existsSync(places.database.file)) {
    throw new AppError(
      'input_invalid',
      `${places.database.file}: no such database; set DATABASE_FILE or DATABASE_URL to the one the bot uses`,
    );
  }
  const database = await openDatabase(places.database);
  try {
    const changes = createKnowledgeChanges(database.db);
    const standing = (await changes.list()).filter(({ undone }) => undone === null);
    // Reports first: names are names of their numbers.
    const ordered = [...standing].sort((a, b) => Number(isReport(b)) - Number(isReport(a)) || a.seq - b.seq);
    let written = 0;
    for (const kept of ordered) {
      const said = await exportChange(kept, { places, changes });
      if (said === null) continue;
      written += 1;
      console.log(said);
    }
    console.error(`${written} written, ${ordered.length - written} there already or not for files.`);
  } finally {
    await database.close();
  }
}

const isReport = ({ change }: KeptChange): boolean => change.kind === 'report';

type Target = { readonly places: Places; readonly changes: KnowledgeChanges };

/** Writes one change. Returns what was written, or null when it is there already or has no file. */
async function exportChange(kept: KeptChange, { places, changes }: Target): Promise<string | null> {
  const { change, by, at } = kept;
  const origin = { by, on: localDateAt(at, TIME_ZONE) };
  switch (change.kind) {
    case 'report': {
      const file = await changes.files.find(change.fileId);
      if (!file || existsSync(join(places.seedsDir, `${change.entry.id}.txt`))) return null;
      const { entry } = change;
      const { text, map, original } = file;
      const paths = addReport(places, { entry, text, map, original, drafts: makeDrafts(entry.id, text) });
      return paths.join('\n');
    }
    case 'word':
      return edit(places, 'synonyms.yaml', (text) => addWords(text, [change.word, change.means], origin));
    case 'absent':
      return edit(places, 'not-in-reports.yaml', (text) => addAbsent(text, change.question, origin));
    case 'name':
      return exportName(places, change, origin);
    case 'withdrawal':
      return `${change.title}: was withdrawn; take ${join(places.seedsDir, `${change.reportId}.txt`)} out by hand`;
    case 'settled':
      return null;
  }
}

function exportName(
  folders: KnowledgeFolders,
  named: { readonly reportId: string; readonly start: number; readonly end: number; readonly name: string },
  origin: Origin,
): string | null {
  const seed = join(folders.seedsDir, `${named.reportId}.txt`);
  if (!existsSync(seed)) return null;
  const report = parseReport(named.reportId, readFileSync(seed, 'utf8'));
  const { figures } = extractFigures(report);
  const figure = figures.find(({ start, end }) => start === named.start && end === named.end);
  if (!figure) {
    throw new AppError(
      'knowledge_invalid',
      `${seed}: has no number at [${named.start}, ${named.end}) any more; “${named.name}” was given to it`,
    );
  }
  return edit(folders, `figures/${named.reportId}.yaml`, (text) =>
    addAlias(text, { report, figures, figure, name: named.name, origin }),
  );
}

/** Changes a reviewed file as a whole or not at all; null when there is nothing to change. */
function edit(
  { knowledgeDir }: KnowledgeFolders,
  name: string,
  change: (text: string | undefined) => string | null,
): string | null {
  const file = join(knowledgeDir, name);
  const next = change(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  if (next === null) return null;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, next);
  renameSync(`${file}.new`, file);
  return file;
}

await runCommand('knowledge:export', main);
