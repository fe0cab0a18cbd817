import { readKnowledge } from '../knowledge/build-knowledge.ts';
import { groupIssues } from '../knowledge/file-problems.ts';
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
  const withdrawn = files.additions?.withdrawn.map((id) => `targets/${id}.yaml`) ?? [];
  const targets = readTargets(
    files.knowledge.filter(({ name }) => !withdrawn.includes(name)),
    knowledge.reports,
    more,
  );
  const calendar = readCalendar(files.knowledge, more);
  return {
    knowledge,
    targets,
    calendar,
    problems: [...problems, ...groupIssues([...issues, ...more])],
    decoded,
  };
}
