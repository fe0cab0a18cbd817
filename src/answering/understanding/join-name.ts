import type { Knowledge } from '../../knowledge/knowledge.ts';

/** A name alone that may be printed without its 的. */
const OWNED_NAME =
  /^(?<name>(?<owner>[^\P{Script=Han}的]{2,})的(?<head>[^\P{Script=Han}的]{2,}?))呢?[?。!\s]*$/u;

/** Reads a name that stands alone as it is printed: `低保的标准` as 低保标准. */
export function joinName(text: string, { reports }: Pick<Knowledge, 'reports'>): string {
  const { name = '', owner = '', head = '' } = OWNED_NAME.exec(text)?.groups ?? {};
  const isPrinted = name !== '' && reports.some(({ folded }) => folded.includes(owner + head));
  return isPrinted ? text.replace(name, owner + head) : text;
}
