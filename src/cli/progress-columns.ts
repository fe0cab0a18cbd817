import { z } from 'zod';
import { AppError } from '../errors.ts';
import { CONFIDENCE_WORDS, STATE_WORDS, STATUS_LABELS } from '../targets/digest-wording.ts';
import {
  CONFIDENCES,
  type Confidence,
  type Entry,
  MILESTONE_STATES,
  type MilestoneState,
} from '../targets/entry.ts';

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

const KIND_WORDS = {
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

/** A line of a file to import: a target by its number or name, a day, and a value or a state. */
export type ImportRow = {
  readonly target: string;
  readonly asOf: string;
  readonly value: string;
  readonly state: MilestoneState | undefined;
  readonly note: string;
  readonly evidence: string;
  readonly confidence: Confidence;
  readonly recordedBy: string;
};

const NEEDED = [COLUMNS.asOf] as const;
const RowSchema = z.record(z.string(), z.string());

/** Says what is wrong with the headings of a file, or null. */
export function checkHeadings(headings: readonly string[]): string | null {
  const known: ReadonlySet<string> = new Set(Object.values(COLUMNS));
  const unknown = headings.filter((heading) => !known.has(heading));
  if (unknown.length > 0)
    return `no such column: ${unknown.join(', ')}; columns are ${[...known].join(', ')}`;
  const missing = NEEDED.filter((heading) => !headings.includes(heading));
  if (!headings.includes(COLUMNS.target) && !headings.includes(COLUMNS.name)) {
    return `neither ${COLUMNS.target} nor ${COLUMNS.name} is among the columns`;
  }
  return missing.length > 0 ? `missing column: ${missing.join(', ')}` : null;
}

/** Reads a line. @throws AppError `input_invalid` when a word is none of those a column takes. */
export function importRow(record: unknown): ImportRow {
  const row = RowSchema.parse(record);
  const cell = (heading: string): string => row[heading]?.trim() ?? '';
  const kind = cell(COLUMNS.kind);
  if (kind !== '' && kind !== KIND_WORDS.value && kind !== KIND_WORDS.state) {
    throw new AppError('input_invalid', `${COLUMNS.kind}“${kind}”不能导入;只能导入数值和状态`);
  }
  return {
    target: cell(COLUMNS.target) || cell(COLUMNS.name),
    asOf: cell(COLUMNS.asOf),
    value: cell(COLUMNS.value),
    state: readWord(COLUMNS.state, cell(COLUMNS.state), MILESTONE_STATES, STATE_WORDS),
    note: cell(COLUMNS.note),
    evidence: cell(COLUMNS.evidence),
    confidence:
      readWord(COLUMNS.confidence, cell(COLUMNS.confidence), CONFIDENCES, CONFIDENCE_WORDS) ?? 'high',
    recordedBy: cell(COLUMNS.recordedBy),
  };
}

function readWord<T extends string>(
  heading: string,
  text: string,
  codes: readonly T[],
  words: Readonly<Record<T, string>>,
): T | undefined {
  if (text === '') return undefined;
  const code = codes.find((candidate) => candidate === text || words[candidate] === text);
  if (code === undefined) {
    const allowed = codes.map((candidate) => words[candidate]).join('、');
    throw new AppError('input_invalid', `${heading}“${text}”不认识;可填:${allowed}`);
  }
  return code;
}
