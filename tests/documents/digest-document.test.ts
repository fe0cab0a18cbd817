import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { buildDigestDocument } from '../../src/documents/digest-document.ts';
import { buildDigestSheet } from '../../src/documents/digest-sheet.ts';
import { fileName } from '../../src/documents/document-words.ts';
import { buildDigest } from '../../src/targets/digest.ts';
import { findReportPeriod } from '../../src/targets/report-period.ts';
import { makeMilestone, makeNumericTarget, makeValueEntry } from '../support/target-builders.ts';

const OFFICE = '/usr/bin/soffice';

const digest = buildDigest({
  asOf: '2019-07-01',
  period: findReportPeriod('month', '2019-07-01'),
  since: { from: '2019-06-01', asOf: '2019-06-01', knownBefore: null },
  knowledgeVersion: 'abcdef0123456789',
  targets: [makeNumericTarget(), makeMilestone(), makeMilestone({ id: 'm2', name: '<b>名称&符号</b>' })],
  entries: [
    { ...makeValueEntry({ asOf: '2019-05-20', value: '80' }), seq: 1 },
    { ...makeValueEntry({ asOf: '2019-06-20', value: '120', note: '=HYPERLINK("http://x")' }), seq: 2 },
  ],
  owners: new Map([['stations', ['U1']]]),
});
const showPerson = (id: string): string => (id === 'U1' ? '张三' : id);

describe('a digest as a Word document', () => {
  it('has period, what must be known, attention, changes, the table, and the sentence of every target', async () => {
    const buffer = await buildDigestDocument(digest, showPerson);
    const text = (await mammoth.extractRawText({ buffer })).value;

    expect(text).toContain('2019年6月目标进度');
    expect(text).toContain('本月1项有风险：社区养老服务站；未填报：工作任务2项。');
    expect(text).toContain(
      '【有风险】社区养老服务站：120/400个，完成30%，应到49.9%“=HYPERLINK("http://x")”（张三）',
    );
    expect(text).toContain('80个→120个（6月20日，张三）');
    expect(text.match(/「建设400个」/gu)).toHaveLength(3);
    expect(text).toContain('二、2019年发展目标（report [10, 16)）');
    expect(text).toContain('<b>名称&符号</b>：未填报');
    expect(text).toContain('数据截至2019年7月1日，状态由规则判定。知识版本 abcdef012345。');
    const html = (await mammoth.convertToHtml({ buffer })).value;
    expect(html).toContain('<table>');
    expect(html).toContain('120/400个');
  });

  it('names nobody for a sample', async () => {
    const sample = buildDigest({
      asOf: '2019-07-01',
      period: findReportPeriod('month', '2019-07-01'),
      since: { from: '2019-06-01', asOf: '2019-06-01', knownBefore: null },
      knowledgeVersion: 'abcdef0123456789',
      targets: [makeNumericTarget()],
      entries: [{ ...makeValueEntry({ asOf: '2019-06-20', value: '120', origin: 'sample' }), seq: 1 }],
      owners: new Map(),
    });
    const buffer = await buildDigestDocument(sample, (id) => `<${id}>`);
    const text = (await mammoth.extractRawText({ buffer })).value;

    expect(text).toContain('最近填报：120个（示例）（6月20日）');
    expect(text).not.toMatch(/<.*>/u);
  });

  it.runIf(existsSync(OFFICE))(
    'is opened by an office program',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'document-'));
      const file = join(folder, 'digest.docx');
      writeFileSync(file, await buildDigestDocument(digest, showPerson));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync(OFFICE, [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, file]);

      const text = readFileSync(join(folder, 'digest.txt'), 'utf8');
      rmSync(folder, { recursive: true });
      expect(text).toContain('2019年6月目标进度');
      expect(text).toContain('120/400个');
    },
    120_000,
  );
});

describe('a digest as a sheet', () => {
  const rows = parse(buildDigestSheet(digest, showPerson), { bom: true, columns: true }) as Record<
    string,
    string
  >[];

  it('has a row for each target with its sentence', () => {
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      期间: '2019年6月目标进度',
      目标: '社区养老服务站',
      状态: '有风险',
      需要关注: '是',
      最新: '120个',
      填报日期: '2019-06-20',
      目标值: '400个',
      应到: '199个',
      '完成%': '30',
      负责人: '张三',
      原文: '建设400个',
      位置: '10-16',
    });
  });

  it('lets nothing that people wrote come alive as a formula', () => {
    expect(rows[0]?.说明).toBe(`'=HYPERLINK("http://x")`);
  });
});

describe('fileName', () => {
  it('leaves out what file systems do not take', () => {
    expect(fileName('2019年 第25周/目标:进度?', 'docx')).toBe('2019年第25周目标进度.docx');
  });
});
