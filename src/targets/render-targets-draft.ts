import { Document, isMap } from 'yaml';
import type { TargetDoubt, TargetsDraft } from './draft-targets.ts';

/** What a reviewer reads beside a doubtful target. */
export const TARGET_DOUBTS: Readonly<Record<TargetDoubt, string>> = {
  'comparator-guessed':
    'the text does not say whether it is a floor, a ceiling or a level; “at-least” is a guess',
  'number-in-words': 'holds a number that cannot be counted against; is it a number after all?',
  increase:
    'asks for more without a number; if it is measured, make it numeric with the comparator “increase”',
  'same-quote': 'several numbers in one quote; do they measure different things?',
};

const HEADER = ` Draft of the targets of a report, to be reviewed: drop what is no target, give each the name it has in the office, add
 \`baseline\` where the report has last year's value and \`due\` where it names a day. Ids are never changed once entries
 are recorded. Numbers that set no target go to \`notTargets: [{ quote, reason }]\`.`;

/** Renders a draft as the YAML of `targets/<report id>.yaml`, headings and doubts as comments. */
export function renderTargetsDraft({ year, targets }: TargetsDraft): string {
  const document = new Document({
    year,
    targets: targets.map(({ id, name, quote, section, needsSection, numeric, milestone }) => ({
      id,
      name,
      quote,
      ...(needsSection ? { section } : {}),
      ...(numeric
        ? { numeric: { ...numeric, ...(numeric.unit === '' ? { unit: undefined } : {}) } }
        : { milestone }),
    })),
  });
  document.commentBefore = HEADER;
  let section = '';
  for (const [index, target] of targets.entries()) {
    const node = document.getIn(['targets', index], true);
    if (!isMap(node)) continue;
    const comments = [
      ...(target.section === section ? [] : [` ${target.section}`]),
      ...target.doubts.map((doubt) => ` doubtful: ${TARGET_DOUBTS[doubt]}`),
    ];
    if (comments.length > 0) node.commentBefore = comments.join('\n');
    section = target.section;
  }
  return document.toString({ lineWidth: 0 });
}
