/** What an id of a report may look like: it is the name of its files. */
export const REPORT_ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Proposes an id from the name of a file: without its ending and what file systems and shells stumble over. */
export function proposeReportId(fileName: string, taken: readonly string[] = []): string {
  const stem = fileName
    .replace(/\.[^.]*$/u, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-._]+|[-._]+$/gu, '')
    .replace(/\.(?:original|map)$/u, '');
  const base = stem === '' ? 'report' : stem;
  const ids = [base, ...Array.from({ length: taken.length }, (_, index) => `${base}-${index + 2}`)];
  return ids.find((id) => !taken.includes(id)) ?? base;
}
