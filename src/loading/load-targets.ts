import { readKnowledge } from '../knowledge/build-knowledge.ts';
import { groupIssues } from '../knowledge/file-problems.ts';
import type { KnownReport } from '../knowledge/knowledge.ts';
import { readCalendar } from '../targets/holiday-file.ts';
import { readTargets } from '../targets/read-targets.ts';
import type { Target } from '../targets/target.ts';
import type { WorkCalendar } from '../targets/working-days.ts';
import type { LoadedKnowledge } from './load-knowledge.ts';
import { type KnowledgeFolders, type ReadFiles, readKnowledgeFiles } from './read-knowledge-files.ts';

/** The reports with the targets set in them and the calendar digests keep to. */
export type LoadedTargets = LoadedKnowledge & {
  readonly targets: readonly Target[];
  readonly calendar: WorkCalendar;
};

/** Loads everything that can be used; one bad file keeps only itself out and is named among the problems. */
export function loadTargets(folders: KnowledgeFolders): LoadedTargets {
  return buildTargets(readKnowledgeFiles(folders));
}

/** As `loadTargets`, of files that have been read. */
export function buildTargets({ problems, decoded, ...files }: ReadFiles): LoadedTargets {
  const { knowledge, issues } = readKnowledge(files);
  const more: string[] = [];
  const { targets, calendar } = readAims(files, knowledge.reports, more);
  return {
    knowledge,
    targets,
    calendar,
    problems: [...problems, ...groupIssues([...issues, ...more])],
    decoded,
  };
}

/** The targets set in some reports, and the calendar. Problems are added to `issues`. */
export function readAims(
  files: Pick<ReadFiles, 'knowledge' | 'additions'>,
  reports: readonly KnownReport[],
  issues: string[],
): Pick<LoadedTargets, 'targets' | 'calendar'> {
  const withdrawn = files.additions?.withdrawn.map((id) => `targets/${id}.yaml`) ?? [];
  const reviewed = files.knowledge.filter(({ name }) => !withdrawn.includes(name));
  return {
    targets: readTargets(reviewed, reports, issues),
    calendar: readCalendar(files.knowledge, issues),
  };
}
