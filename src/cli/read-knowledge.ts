import type { FileProblem } from '../knowledge/file-problems.ts';
import { type LoadedKnowledge, loadUsableKnowledge } from '../loading/load-knowledge.ts';
import { requireKnowledgeFolder } from '../loading/read-knowledge-files.ts';
import { readPlaces } from '../places.ts';

/** Loads what can be used, as the bot does, and says on standard error what cannot. */
export function readUsableKnowledge(command: string): LoadedKnowledge {
  const places = readPlaces(process.env);
  requireKnowledgeFolder(places);
  const loaded = loadUsableKnowledge(places);
  reportProblems(command, loaded.problems);
  return loaded;
}

/** One line a file, so that nothing is missing in silence. */
export function reportProblems(command: string, problems: readonly FileProblem[]): void {
  for (const { code, file, lines, detail } of problems) {
    const place = lines.length === 0 ? '' : `:${lines[0]}`;
    const others = lines.length > 1 ? ` (and ${lines.length - 1} more lines)` : '';
    console.error(`${command}: ${code}: ${file}${place}: ${detail}${others}`);
  }
}
