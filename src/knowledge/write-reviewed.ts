import { Document, isMap, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { AppError } from '../errors.ts';
import type { Figure } from '../report/figures.ts';
import type { Report } from '../report/report.ts';
import { contains, sliceSpan } from '../report/span.ts';
import { draftFigures } from './draft-figures.ts';

/** Who added something and on which day; stands above it as a comment. */
export type Origin = { readonly by: string; readonly on: string };

const PRINT = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Adds a group of words to the text of `synonyms.yaml`, comments and order kept; null when one group has them all. */
export function addWords(text: string | undefined, words: readonly string[], origin: Origin): string | null {
  const document = open(text, 'synonyms.yaml', { groups: [] });
  const groups = listOf(document, 'groups', 'synonyms.yaml');
  const isThere = groups.items.some((group) => isSeq(group) && words.every((word) => holds(group, word)));
  if (isThere) return null;
  const node = document.createNode([...words]);
  node.flow = true;
  addWithOrigin(groups, node, origin);
  return document.toString(PRINT);
}

/** Adds a question to the text of `not-in-reports.yaml`; null when it is there. */
export function addAbsent(text: string | undefined, question: string, origin: Origin): string | null {
  const document = open(text, 'not-in-reports.yaml', { questions: [] });
  const questions = listOf(document, 'questions', 'not-in-reports.yaml');
  if (holds(questions, question)) return null;
  addWithOrigin(questions, document.createNode(question), origin);
  return document.toString(PRINT);
}

/**
 * Adds another name of a figure to the text of its report's reviewed file; null when it is there. Without a file one is
 * begun that names only what has a name.
 *
 * @throws AppError `knowledge_invalid` when the file excludes the number: it states no fact, so it has no name.
 */
export function addAlias(
  text: string | undefined,
  added: {
    readonly report: Report;
    readonly figures: readonly Figure[];
    readonly figure: Figure;
    readonly name: string;
    readonly origin: Origin;
  },
): string | null {
  const { report, figures, figure, name, origin } = added;
  const file = `figures/${report.id}.yaml`;
  const document = open(text, file, { partial: true, clauses: [] });
  const clauses = listOf(document, 'clauses', file);
  const printed = sliceSpan(report.source, figure);
  const entry = findEntry(clauses, { report, figures, figure });
  if (entry) {
    const aliases = entry.get('aliases');
    const list = isSeq(aliases) ? aliases : document.createNode([]);
    if (entry.get('name') === name || holds(list, name)) return null;
    if (!isSeq(aliases)) entry.set('aliases', list);
    list.add(document.createNode(name));
    return document.toString(PRINT);
  }
  if (document.get('partial') !== true)
    throw new AppError(
      'knowledge_invalid',
      `${file}: excludes “${printed}”; take it from the excluded first`,
    );
  const clause = draftFigures(report, figures).find((draft) =>
    draft.figures.some((drafted) => drafted.figure === figure),
  );
  const drafted = clause?.figures.find((each) => each.figure === figure);
  if (!clause || !drafted) throw new AppError('knowledge_invalid', `${file}: “${printed}” has no clause`);
  const node = document.createNode({
    quote: sliceSpan(report.source, clause.quote),
    figures: [{ printed, ...(drafted.nth > 1 ? { nth: drafted.nth } : {}), aliases: [name] }],
  });
  addWithOrigin(clauses, node, origin);
  return document.toString(PRINT);
}

function findEntry(
  clauses: YAMLSeq,
  {
    report,
    figures,
    figure,
  }: { readonly report: Report; readonly figures: readonly Figure[]; readonly figure: Figure },
): YAMLMap | null {
  const printed = sliceSpan(report.source, figure);
  for (const clause of clauses.items) {
    if (!isMap(clause)) continue;
    const quote = String(clause.get('quote'));
    const start = report.source.indexOf(quote);
    const span = { start, end: start + quote.length };
    const entries = clause.get('figures');
    if (start < 0 || !contains(span, figure) || !isSeq(entries)) continue;
    const equal = figures.filter(
      (other) => contains(span, other) && sliceSpan(report.source, other) === printed,
    );
    const nth = equal.indexOf(figure) + 1;
    const entry = entries.items.find(
      (item): item is YAMLMap =>
        isMap(item) && item.get('printed') === printed && (item.get('nth') ?? 1) === nth,
    );
    if (entry) return entry;
  }
  return null;
}

function open(text: string | undefined, file: string, empty: object): Document.Parsed | Document {
  const document = text === undefined || text.trim() === '' ? new Document(empty) : parseDocument(text);
  if (document.errors.length > 0)
    throw new AppError('knowledge_invalid', `${file}: is no YAML; run npm run knowledge:check`);
  return document;
}

function listOf(document: Document.Parsed | Document, key: string, file: string): YAMLSeq {
  const list = document.get(key);
  if (!isSeq(list))
    throw new AppError('knowledge_invalid', `${file}: has no list of ${key}; run npm run knowledge:check`);
  // An empty list is written as `[]`, in which nothing could be read.
  if (list.items.length === 0) list.flow = false;
  return list;
}

function holds(list: YAMLSeq, value: string): boolean {
  return list.toJSON().includes(value);
}

function addWithOrigin(list: YAMLSeq, node: Node, { by, on }: Origin): void {
  node.commentBefore = ` ${by}, ${on}`;
  list.add(node);
}
