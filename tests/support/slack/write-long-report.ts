import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const chineseNumeral = (n: number): string => {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十`;
  return `${head}${ones === 0 ? '' : (NUMERALS[ones - 1] ?? '')}`;
};

/**
 * Writes a report whose one section has more points than a Slack message holds, and returns the folders for
 * `SEEDS_DIR` and `KNOWLEDGE_DIR`.
 */
export function writeLongReport(points: number): {
  readonly seedsDir: string;
  readonly knowledgeDir: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'long-report-'));
  const seedsDir = join(folder, 'seeds');
  const knowledgeDir = join(folder, 'knowledge');
  mkdirSync(seedsDir);
  mkdirSync(knowledgeDir);
  const text = Array.from({ length: points }, (_, index) => {
    const sentence = `支持街道和乡镇的公办幼儿园添置图书${index + 100}册,组织教师培训${index + 10}次,`;
    return `${chineseNumeral(index + 1)}是办好第${index + 1}片区学前教育。${sentence.repeat(5)}让孩子就近入园。`;
  }).join('');
  writeFileSync(
    join(seedsDir, 'education.txt'),
    `某市年鉴(2019)\n\n教育工作\n\n某市教育局\n\n一、2018年发展回顾\n\n(一)义务教育\n\n新建学校12所。\n\n二、2019年发展目标\n\n(一)学前教育\n\n${text}\n`,
  );
  return { seedsDir, knowledgeDir };
}
