// Checks every reviewed file against the reports: `npm run knowledge:check`.
import { AppError } from '../errors.ts';
import { readKnowledge } from '../knowledge/build-knowledge.ts';
import { readKnowledgeFiles } from '../loading/load-knowledge.ts';

try {
  const { knowledge, issues } = readKnowledge(
    readKnowledgeFiles({
      seedsDir: process.env.SEEDS_DIR ?? 'seeds',
      knowledgeDir: process.env.KNOWLEDGE_DIR ?? 'knowledge',
    }),
  );
  for (const issue of issues) console.error(issue);
  const figures = knowledge.reports.flatMap((known) => known.figures);
  const named = figures.filter(({ name }) => name !== '').length;
  console.log(
    `${issues.length === 0 ? 'ok' : `${issues.length} problem(s)`}: ${knowledge.reports.length} report(s), ` +
      `${figures.length} figures (${named} named), ${knowledge.synonyms.length} synonym groups, version ${knowledge.version}`,
  );
  if (issues.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(`knowledge:check: ${error.message}`);
  process.exitCode = 1;
}
