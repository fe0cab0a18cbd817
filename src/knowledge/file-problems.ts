/** What may be wrong with a file of the seeds or knowledge folder. */
export type FileProblemCode =
  | 'file_unreadable'
  | 'file_too_large'
  | 'encoding_unknown'
  | 'format_not_read'
  | 'report_invalid'
  | 'map_invalid'
  | 'review_invalid';

/** A file that was not read, or not taken over as a whole, while everything else was. */
export type FileProblem = {
  readonly code: FileProblemCode;
  /** Its path, beginning with `seeds/` or `knowledge/` whatever the folders are called on disk. */
  readonly file: string;
  /** Lines with something wrong, from 1; empty where it is the file as a whole. */
  readonly lines: readonly number[];
  /** What is wrong and what to do, for the log and the terminal; of several the first. */
  readonly detail: string;
};

/** A file that was read in another encoding than UTF-8; offsets refer to its text as decoded. */
export type DecodedFile = { readonly file: string; readonly encoding: string };

/** Gathers issues (`file:line: what is wrong`, files of the knowledge folder without it) by file, in order. */
export function groupIssues(issues: readonly string[]): FileProblem[] {
  const byFile = new Map<string, { line: number | null; detail: string }[]>();
  for (const issue of issues) {
    const parts = /^(.+?):(?:(\d+):)? (.*)$/su.exec(issue);
    const name = parts?.[1] ?? issue;
    const file = /^seeds(?:\/|$)/u.test(name) ? name : `knowledge/${name}`;
    const line = parts?.[2] === undefined ? null : Number(parts[2]);
    byFile.set(file, [...(byFile.get(file) ?? []), { line, detail: parts?.[3] ?? '' }]);
  }
  return [...byFile].map(([file, found]) => ({
    code: codeOf(file),
    file,
    lines: [...new Set(found.flatMap(({ line }) => (line === null ? [] : [line])))],
    detail: found[0]?.detail ?? '',
  }));
}

function codeOf(file: string): FileProblemCode {
  if (file.startsWith('knowledge/')) return 'review_invalid';
  return file.endsWith('.map.json') ? 'map_invalid' : 'report_invalid';
}
