import { AppError } from '../errors.ts';
import { buildKnowledge } from '../knowledge/build-knowledge.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { readCalendar } from '../targets/holiday-file.ts';
import { readTargets } from '../targets/read-targets.ts';
import type { Target } from '../targets/target.ts';
import type { WorkCalendar } from '../targets/working-days.ts';
import { type KnowledgeFolders, readKnowledgeFiles } from './load-knowledge.ts';

/** The reports with the targets set in them and the calendar digests keep to. */
export type LoadedTargets = {
  readonly knowledge: Knowledge;
  readonly targets: readonly Target[];
  readonly calendar: WorkCalendar;
};

/** @throws AppError `knowledge_invalid` listing every problem as `file:line: what is wrong`, one a line. */
export function loadTargets(folders: KnowledgeFolders): LoadedTargets {
  const files = readKnowledgeFiles(folders);
  const knowledge = buildKnowledge(files);
  const issues: string[] = [];
  const targets = readTargets(files.knowledge, knowledge.reports, issues);
  const calendar = readCalendar(files.knowledge, issues);
  if (issues.length > 0) throw new AppError('knowledge_invalid', issues.join('\n'));
  return { knowledge, targets, calendar };
}
