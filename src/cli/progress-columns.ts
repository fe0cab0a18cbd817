import { inBothLanguages } from '../in-both-languages.ts';
import { CONFIDENCE_WORDS, STATE_WORDS, STATUS_LABELS } from '../targets/digest-wording.ts';
import type { Entry } from '../targets/entry.ts';

/** Column headings of an exported ledger, in order. A file to import needs only the first group that applies. */
export const COLUMNS = {
  seq: '序号',
  target: '目标编号',
  name: '目标名称',
  kind: '类型',
  asOf: '日期',
  value: '数值',
  state: '状态',
  note: '说明',
  evidence: '证据',
  confidence: '把握',
  recordedBy: '填报人',
  recordedAt: '填报时间',
  saidIn: '频道',
  origin: '来源',
  refersTo: '针对序号',
  requestKey: '请求编号',
} as const;

export const KIND_WORDS = {
  value: '数值',
  state: '状态',
  override: '人工判定',
  pause: '暂停',
  resume: '恢复',
  undo: '撤销',
} as const satisfies Record<Entry['kind'], string>;

/** One entry as a row of the export. */
export function exportRow(entry: Entry, names: ReadonlyMap<string, string>): Record<string, string> {
  const refersTo = entry.kind === 'undo' ? entry.undoes : 'corrects' in entry ? entry.corrects : null;
  return {
    [COLUMNS.seq]: String(entry.seq),
    [COLUMNS.target]: entry.targetId,
    [COLUMNS.name]: names.get(entry.targetId) ?? '',
    [COLUMNS.kind]: KIND_WORDS[entry.kind],
    [COLUMNS.asOf]: entry.asOf,
    [COLUMNS.value]: entry.kind === 'value' ? entry.value : '',
    [COLUMNS.state]:
      entry.kind === 'state'
        ? STATE_WORDS[entry.state]
        : entry.kind === 'override'
          ? STATUS_LABELS[entry.status].word
          : '',
    [COLUMNS.note]: entry.note,
    [COLUMNS.evidence]: 'evidence' in entry ? entry.evidence : '',
    [COLUMNS.confidence]: 'confidence' in entry ? CONFIDENCE_WORDS[entry.confidence] : '',
    [COLUMNS.recordedBy]: entry.recordedBy,
    [COLUMNS.recordedAt]: entry.recordedAt.toISOString(),
    [COLUMNS.saidIn]: entry.saidIn,
    [COLUMNS.origin]: entry.origin,
    [COLUMNS.refersTo]: refersTo === null ? '' : String(refersTo),
    [COLUMNS.requestKey]: entry.requestKey,
  };
}

const NEEDED = [COLUMNS.asOf] as const;

/** Says what is wrong with the headings of a file, or null. */
export function checkHeadings(headings: readonly string[]): string | null {
  const known: ReadonlySet<string> = new Set(Object.values(COLUMNS));
  const unknown = headings.filter((heading) => !known.has(heading));
  if (unknown.length > 0)
    return inBothLanguages(
      `no such column: ${unknown.join(', ')}; columns are ${[...known].join(', ')}`,
      `没有叫${unknown.map((heading) => `“${heading}”`).join('、')}的列；第一行要是列名，可以用：${[...known].join('、')}`,
    );
  const twice = headings.find((heading, index) => headings.indexOf(heading) !== index);
  if (twice !== undefined)
    return inBothLanguages(`the column ${twice} is there twice; leave one`, '有两列同名，请只留一列');
  const missing = NEEDED.filter((heading) => !headings.includes(heading));
  if (!headings.includes(COLUMNS.target) && !headings.includes(COLUMNS.name)) {
    return inBothLanguages(
      `neither ${COLUMNS.target} nor ${COLUMNS.name} is among the columns`,
      `要有${COLUMNS.target}或${COLUMNS.name}这一列`,
    );
  }
  return missing.length > 0
    ? inBothLanguages(`missing column: ${missing.join(', ')}`, `要有${missing.join('、')}这一列`)
    : null;
}

/** What a spreadsheet would run, or show as an error: a formula, or a cell that was guarded against being one. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u;

/** Guards a cell, so that no spreadsheet takes a note for a formula. Numbers stay numbers. */
export function guardCell(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Takes the guard off; every cell comes back as it was before `guardCell`. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
