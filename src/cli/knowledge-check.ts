// Checks every reviewed file against the reports: `npm run knowledge:check`. One problem a line, exit status 1.
import '../../scripts/require-node.cjs';

import { existsSync } from 'node:fs';
import { inBothLanguages } from '../in-both-languages.ts';
import { readKnowledge } from '../knowledge/build-knowledge.ts';
import type { SourceFile } from '../knowledge/knowledge.ts';
import { readKnowledgeFiles } from '../loading/read-knowledge-files.ts';
import { readPlaces } from '../places.ts';
import { readCalendar } from '../targets/holiday-file.ts';
import { readTargets } from '../targets/read-targets.ts';
import { tellIssue } from './issue-words.ts';
import { runCommand } from './run-command.ts';

/** The files some reader of the knowledge folder takes in; any other is misnamed and would be overlooked. */
const KNOWN_FILES =
  /^(?:(?:catalogue|synonyms|not-in-reports|(?:figures|targets|holidays|lexicon)\/[^/]+)\.yaml|asked\/[^/]+\.(?:jsonl|model\.json))$/;

function main(): void {
  const folders = readPlaces(process.env);
  const files = readKnowledgeFiles(folders);
  const { knowledge, issues } = readKnowledge(files);
  const more: string[] = listCopies(files.seeds);
  if (!existsSync(folders.knowledgeDir))
    more.push('there is no folder of this name; check KNOWLEDGE_DIR, or make an empty folder');
  const targets = readTargets(files.knowledge, knowledge.reports, more);
  const calendar = readCalendar(files.knowledge, more);
  for (const { name } of files.knowledge) {
    if (!KNOWN_FILES.test(name))
      more.push(`${name}:1: nobody reads this file; see ARCHITECTURE.md for the names of reviewed files`);
  }
  const unread = files.problems.map(({ file, detail }) => `${file.replace(/^knowledge\//u, '')}: ${detail}`);
  const problems = [...unread, ...issues, ...more].map((issue) => placeIssue(issue, folders));
  for (const { file, encoding } of files.decoded)
    console.error(
      inBothLanguages(
        `note: ${file} is read as ${encoding}; offsets refer to its text as decoded`,
        `这个文件是按 ${encoding} 读的，位置按读出的文字算`,
      ),
    );
  for (const problem of problems) console.error(tellIssue(problem));
  const figures = knowledge.reports.flatMap((known) => known.figures);
  const counts = [
    count(knowledge.reports.length, 'report'),
    `${count(figures.length, 'figure')} (${figures.filter(({ name }) => name !== '').length} named)`,
    count(targets.length, 'target'),
    count(knowledge.synonyms.length, 'group of synonyms', 'groups of synonyms'),
    `holidays of ${count(calendar.years.size, 'year')}`,
    `version ${knowledge.version}`,
  ].join(', ');
  if (problems.length === 0) console.log(`ok: ${counts}`);
  else {
    const found = count(problems.length, 'problem');
    console.error(inBothLanguages(`${found}: ${counts}`, `${problems.length}个问题，改好后再运行一次`));
    process.exitCode = 1;
  }
}

/** The same report twice would answer everything twice. */
function listCopies(seeds: readonly SourceFile[]): string[] {
  const first = new Map<string, string>();
  return seeds.flatMap(({ name, text }) => {
    const other = first.get(text);
    if (other === undefined) first.set(text, name);
    return other === undefined || text.trim() === ''
      ? []
      : [`seeds/${name}:1: has the text of ${other}; remove one of them`];
  });
}

function count(quantity: number, one: string, many = `${one}s`): string {
  return `${quantity} ${quantity === 1 ? one : many}`;
}

/** Turns the name of a file below its folder into the path it has on disk. */
function placeIssue(
  issue: string,
  { seedsDir, knowledgeDir }: { readonly seedsDir: string; readonly knowledgeDir: string },
): string {
  if (issue.startsWith('there is no folder')) return `${knowledgeDir}: ${issue}`;
  return issue.startsWith('seeds') ? `${seedsDir}${issue.slice('seeds'.length)}` : `${knowledgeDir}/${issue}`;
}

await runCommand('knowledge:check', main);
