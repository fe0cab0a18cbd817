import type { KnownReport, SourceFile } from '../knowledge/knowledge.ts';
import { type ReadYaml, readYaml } from '../knowledge/read-yaml.ts';
import { foldWidth } from '../report/fold-width.ts';
import { contains, type Span, sliceSpan } from '../report/span.ts';
import { isRatio, parseAmount } from './amount.ts';
import type { Anchor, Baseline, NumericTarget, PrintedAmount, Target } from './target.ts';
import { type TargetEntry, type TargetsFile, TargetsSchema } from './target-file.ts';

/**
 * Reads the reviewed targets of every report, in the order of the reports and of their text. Problems are added to
 * `issues` as `file:line: what is wrong`; a target with a problem is left out.
 */
export function readTargets(
  files: readonly SourceFile[],
  reports: readonly KnownReport[],
  issues: string[],
): readonly Target[] {
  const targets: Target[] = [];
  const seen = new Map<string, string>();
  for (const file of files.filter(({ name }) => /^targets\/[^/]+\.yaml$/.test(name))) {
    const reportId = file.name.slice('targets/'.length, -'.yaml'.length);
    const known = reports.find(({ report }) => report.id === reportId);
    if (!known) {
      issues.push(`${file.name}:1: there is no seed “${reportId}”; name the file after its report`);
      continue;
    }
    const read = readYaml(file, TargetsSchema, issues);
    if (!read) continue;
    const found = resolveFile({ file: file.name, read, known, issues });
    for (const target of found) {
      const other = seen.get(target.id);
      if (other === undefined) targets.push(target);
      else
        issues.push(
          `${file.name}: target id “${target.id}” is also used in ${other}; ids are unique over all reports`,
        );
      seen.set(target.id, file.name);
    }
  }
  const order = new Map(reports.map(({ report }, index) => [report.id, index]));
  return targets.toSorted(
    (a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) || a.start - b.start || a.end - b.end,
  );
}

type File = {
  readonly file: string;
  readonly read: ReadYaml<TargetsFile>;
  readonly known: KnownReport;
  readonly issues: string[];
};

function resolveFile({ file, read, known, issues }: File): Target[] {
  const { year, targets: entries, notTargets } = read.value;
  const covered: Span[] = [];
  const targets = entries.flatMap((entry, index): Target[] => {
    const fail = (message: string): null => {
      issues.push(`${file}:${read.lineOf(['targets', index])}: ${entry.id}: ${message}`);
      return null;
    };
    const anchor = resolveAnchor(known, entry, fail);
    if (!anchor) return [];
    covered.push(anchor);
    const target = resolveEntry({ entry, year, anchor, known, fail });
    return target ? [target] : [];
  });
  for (const [index, entry] of notTargets.entries()) {
    const anchor = resolveAnchor(known, entry, (message) => {
      issues.push(`${file}:${read.lineOf(['notTargets', index])}: ${message}`);
      return null;
    });
    if (anchor) covered.push(anchor);
  }
  for (const figure of known.figures) {
    if (figure.period?.kind !== 'target' || covered.some((span) => contains(span, figure))) continue;
    const printed = sliceSpan(known.report.source, figure);
    const clause = sliceSpan(known.report.source, figure.clause);
    issues.push(
      `${file}:1: “${printed}” in “${clause}” belongs to no target; add one, or list it in notTargets`,
    );
  }
  return targets;
}

type Fail = (message: string) => null;

/** Finds the one place a quote stands at; null, with the reason given to `fail`, when there is none or more than one. */
function resolveAnchor(
  known: KnownReport,
  { quote, section }: { readonly quote: string; readonly section?: string | undefined },
  fail: Fail,
): Anchor | null {
  const { report } = known;
  const places: Anchor[] = [];
  for (let at = report.source.indexOf(quote); at >= 0; at = report.source.indexOf(quote, at + 1)) {
    const span = { start: at, end: at + quote.length };
    const path = report.sections.findLast((candidate) => contains(candidate, span))?.path ?? '';
    if (section === undefined || path.includes(section))
      places.push({ source: report.id, section: path, quote, ...span });
  }
  const [place] = places;
  if (!place)
    return fail(
      `“${quote}” does not stand in ${report.id}${section ? ` under “${section}”` : ''}; copy it from the report`,
    );
  if (places.length > 1)
    return fail(
      `“${quote}” stands ${places.length} times in ${report.id}; make it longer or give its section`,
    );
  return place;
}

function resolveEntry(input: {
  readonly entry: TargetEntry;
  readonly year: number;
  readonly anchor: Anchor;
  readonly known: KnownReport;
  readonly fail: Fail;
}): Target | null {
  const { entry, year, anchor, known, fail } = input;
  const { report } = known;
  const sentence = report.sentences.find((candidate) => contains(candidate, anchor));
  const period = sentence?.clauses.find(
    (clause) => clause.start <= anchor.start && anchor.start < clause.end,
  )?.period;
  if (period?.kind === 'actual')
    return fail(`“${entry.quote}” tells what was done in ${period.year}, not what is aimed at`);
  const base = { ...anchor, id: entry.id, name: entry.name, year, dueOn: entry.due ?? `${year}-12-31` };
  if (entry.numeric === undefined)
    return { ...base, kind: 'milestone', deliverable: entry.milestone ?? entry.name };
  const { comparator, measure, goal, unit, baseline } = entry.numeric;
  if ((goal === undefined) !== (comparator === 'increase')) {
    return fail('a goal belongs to every comparator but “increase”, and only there it is left out');
  }
  const printedGoal =
    goal === undefined ? null : resolvePrinted({ value: goal, unit, quote: entry.quote, fail });
  if (goal !== undefined && !printedGoal) return null;
  const resolved = baseline ? resolveBaseline(known, baseline, fail) : null;
  if (baseline && !resolved) return null;
  return { ...base, kind: 'numeric', comparator, measure, goal: printedGoal, unit, baseline: resolved };
}

function resolveBaseline(
  known: KnownReport,
  entry: NonNullable<NonNullable<TargetEntry['numeric']>['baseline']>,
  fail: Fail,
): NumericTarget['baseline'] {
  const anchor = resolveAnchor(known, entry, fail);
  if (!anchor) return null;
  const { value, unit, comparability, note, quote } = entry;
  if (comparability === 'similar-measure' && note === '') {
    return fail('a baseline that measures only something similar needs a note saying how it differs');
  }
  const printed =
    typeof value === 'string'
      ? resolvePrinted({ value, unit, quote, fail })
      : resolveQuotient(value, quote, fail);
  return printed ? ({ ...printed, ...anchor, unit, comparability, note } satisfies Baseline) : null;
}

/** Checks that a number stands in its quote with its unit right after it. */
function resolvePrinted(input: {
  readonly value: string;
  readonly unit: string;
  readonly quote: string;
  readonly fail: Fail;
}): PrintedAmount | null {
  const { value, unit, quote, fail } = input;
  const amount = parseAmount(value);
  if (!amount) return fail(`“${value}” is not a number`);
  if (!hasNumber(quote, value, unit)) return fail(`“${value}${unit}” does not stand in “${quote}”`);
  return { printed: value, amount: amount.toFixed() };
}

function resolveQuotient(terms: readonly [string, string], quote: string, fail: Fail): PrintedAmount | null {
  const printed = terms.join('∶');
  const amount = parseAmount(printed);
  const absent = terms.find((term) => isRatio(term) || !hasNumber(quote, term, ''));
  if (absent !== undefined) return fail(`“${absent}” does not stand in “${quote}”`);
  return amount ? { printed, amount: amount.toFixed() } : fail(`“${printed}” is not a ratio`);
}

/** Whether a number stands in a text on its own, not inside a longer one. */
function hasNumber(text: string, value: string, unit: string): boolean {
  const folded = foldWidth(text);
  const wanted = foldWidth(value + unit);
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const isCut =
      /\d[.,:]?$/.test(folded.slice(0, at)) ||
      (unit === '' && /^[.,:]?\d/.test(folded.slice(at + wanted.length)));
    if (!isCut) return true;
  }
  return false;
}
