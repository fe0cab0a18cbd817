import { type Alias, type Document, isNode, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import type { SourceFile } from './knowledge.ts';

/** A reviewed file with a way to say on which line a value stands. */
export type ReadYaml<T> = {
  readonly value: T;
  /** Line of the value at a path of keys and indexes, from 1; the nearest line above where it cannot be told. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** What a person mends one after another; the rest usually follows from the first. */
const MAX_SYNTAX_ERRORS = 3;

/**
 * Reads a YAML file against a schema. Every problem is added to `issues` as `file:line: what is wrong`; null is
 * returned if there was any. Aliases (`*name`) are refused: nobody needs them here, and a few lines of them stand for
 * gigabytes.
 */
export function readYaml<T>(file: SourceFile, schema: z.ZodType<T>, issues: string[]): ReadYaml<T> | null {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    for (const error of document.errors.slice(0, MAX_SYNTAX_ERRORS)) {
      issues.push(`${file.name}:${lines.linePos(error.pos[0]).line}: ${describeSyntax(error)}`);
    }
    const rest = document.errors.length - MAX_SYNTAX_ERRORS;
    if (rest > 0) issues.push(`${file.name}:1: and ${rest} more errors of syntax; mend the first ones first`);
    return null;
  }
  const alias = findAlias(document);
  if (alias) {
    const line = lines.linePos(alias.range?.[0] ?? 0).line;
    issues.push(
      `${file.name}:${line}: “*${alias.source}” is an alias, which reviewed files may not use; write out what it stands for`,
    );
    return null;
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS() ?? undefined);
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    const place = issue.path.map(String).join('.');
    issues.push(`${file.name}:${lineOf(issue.path)}: ${place === '' ? '' : `${place}: `}${issue.message}`);
  }
  return null;
}

function describeSyntax(error: YAMLError): string {
  // The parser says that its own stack ran out.
  return error.code === 'RESOURCE_EXHAUSTION'
    ? 'is nested too deeply; reviewed files have three levels or four'
    : error.message;
}

function findAlias(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_key, alias) {
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}
