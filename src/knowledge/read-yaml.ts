import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { SourceFile } from './knowledge.ts';

/** A reviewed file with a way to say on which line a value stands. */
export type ReadYaml<T> = {
  readonly value: T;
  /** Line of the value at a path of keys and indexes, from 1; the nearest line above where it cannot be told. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/**
 * Reads a YAML file against a schema. Every problem is added to `issues` as `file:line: what is wrong`; null is
 * returned if there was any.
 */
export function readYaml<T>(file: SourceFile, schema: z.ZodType<T>, issues: string[]): ReadYaml<T> | null {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      issues.push(`${file.name}:${lines.linePos(error.pos[0]).line}: ${error.message}`);
    }
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
