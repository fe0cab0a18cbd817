import { draftFigures } from '../knowledge/draft-figures.ts';
import { renderDraft } from '../knowledge/render-draft.ts';
import type { NewReport } from '../loading/add-report.ts';
import { extractFigures } from '../report/figures.ts';
import { parseReport } from '../report/parse-report.ts';
import { draftTargets } from '../targets/draft-targets.ts';
import { renderTargetsDraft } from '../targets/render-targets-draft.ts';

/** Drafts of the names of figures and of targets. Also shows that the text can be read as a report at all. */
export function makeDrafts(id: string, text: string): NewReport['drafts'] {
  const report = parseReport(id, text);
  const { figures } = extractFigures(report);
  const targets = draftTargets(report, figures);
  return {
    [`figures/${id}.yaml`]: renderDraft(report, draftFigures(report, figures)),
    ...(targets.year === null ? {} : { [`targets/${id}.yaml`]: renderTargetsDraft(targets) }),
  };
}
