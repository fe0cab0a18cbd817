import type { Digest } from '../targets/digest.ts';
import { dayText, judgedText, upToText } from '../targets/digest-wording.ts';
import { inQuotes } from '../targets/in-quotes.ts';

/** Words of a digest as a document or a sheet that the digest in a channel does not need. */
export const DOCUMENT_WORDS = {
  numbers: '量化目标一览',
  columns: ['目标', '状态', '最新/目标', '应到', '负责人'],
  numberSentences: '量化目标与原文',
  taskSentences: '工作任务与原文',
  goal: (goal: string): string => `未填报/${goal}`,
  latest: (said: string, day: string, who: string): string =>
    `最近填报：${said}（${day}${who === '' ? '' : `，${who}`}）`,
  note: (note: string): string => `说明：${inQuotes(note)}`,
  sample: '（示例）',
  basis: (digest: Digest): string => {
    const { asOf, knowledgeVersion } = digest;
    const day = `${asOf.slice(0, 4)}年${dayText(asOf)}`;
    return `${upToText(digest, day)}，${judgedText(digest)}知识版本 ${knowledgeVersion.slice(0, 12)}。`;
  },
  sheetColumns: {
    period: '期间',
    name: '目标',
    kind: '类型',
    status: '状态',
    attention: '需要关注',
    latest: '最新',
    asOf: '填报日期',
    goal: '目标值',
    expected: '应到',
    achieved: '完成%',
    expectedShare: '应到%',
    baseline: '上年',
    owners: '负责人',
    note: '说明',
    quote: '原文',
    section: '板块',
    source: '报告',
    span: '位置',
  },
  kinds: { numeric: '量化目标', milestone: '工作任务' },
  yes: '是',
} as const;

/** Characters of a name; file systems take 255 bytes, and a Chinese character has three. */
const MAX_NAME = 75;

/** What a file is called: the title of the digest, without what file systems do not take. */
export function fileName(title: string, extension: 'docx' | 'csv'): string {
  return `${title.replace(/[\\/:*?"<>|\s]/gu, '').slice(0, MAX_NAME)}.${extension}`;
}
