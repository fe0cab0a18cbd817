import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { draftFigures } from '../../src/knowledge/draft-figures.ts';
import { renderDraft } from '../../src/knowledge/render-draft.ts';
import { extractFigures } from '../../src/report/figures.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import { sliceSpan } from '../../src/report/span.ts';

function draft(text: string) {
  const report = parseReport('seed', text);
  const clauses = draftFigures(report, extractFigures(report).figures);
  return { report, clauses, yaml: renderDraft(report, clauses) };
}

const HEADING = '一、2018年发展回顾';

/** Name and doubts of every figure of a paragraph. */
const names = (paragraph: string): string[] =>
  draft(`${HEADING}\n\n${paragraph}`).clauses.flatMap(({ figures }) =>
    figures.map(({ name, doubts }) => [name, ...doubts].join(' ')),
  );

/** The problems of a report with its own draft as reviewed file. */
function problemsOf(text: string): readonly string[] {
  return readKnowledge({
    seeds: [{ name: 'seed.txt', text }],
    knowledge: [{ name: 'figures/seed.yaml', text: draft(text).yaml }],
  }).issues;
}

describe('draftFigures', () => {
  it.each([
    { text: '全年支出低保资金45.35亿元。', named: ['支出低保资金'] },
    { text: '城乡低保标准分别提高到每人每月546元、410元。', named: ['城市低保标准', '农村低保标准'] },
    { text: '养老、救助分别支出5亿元、3亿元。', named: ['养老支出', '救助支出'] },
    { text: '床位补贴由5000元提高到1万元。', named: ['床位补贴(变动前)', '床位补贴(变动后)'] },
    { text: '公路里程由2016年底的2380公里增加到3152公里。', named: ['公路里程(变动前)', '公路里程(变动后)'] },
    { text: '出台9项民政地方标准。', named: ['出台民政地方标准'] },
    { text: '23.18万名扶贫对象纳入农村低保。', named: ['扶贫对象纳入农村低保'] },
    { text: '培训1.2万人次。', named: ['培训 short-name'] },
    { text: '546元。', named: ['? no-words'] },
    { text: '落实老年政策65。', named: ['落实老年政策 no-unit'] },
    { text: '甲路总投资5亿元。乙路总投资3亿元。', named: ['甲路总投资', '乙路总投资'] },
    { text: '项目总投资5亿元。项目总投资3亿元。', named: ['项目总投资 same-name', '项目总投资 same-name'] },
    { text: '项目总投资5亿元。项目总投资3%。', named: ['项目总投资', '项目总投资'] },
    { text: `${'统筹推进各项工作'.repeat(4)}5件。`, named: [`${'统筹推进各项工作'.repeat(4)} long-name`] },
  ])('names the figures of “$text” $named', ({ text, named }) => {
    expect(names(text)).toEqual(named);
  });

  it('doubts a figure of a report that names no year', () => {
    expect(draft('新增养老服务站200所。').clauses[0]?.figures[0]?.doubts).toEqual(['no-period']);
  });

  it('anchors a clause that stands twice by the sentence around it', () => {
    const { report, clauses } = draft(`${HEADING}\n\n甲路,投资5亿元。乙路,投资5亿元。`);

    expect(clauses.map(({ quote }) => sliceSpan(report.source, quote))).toEqual([
      '甲路,投资5亿元。',
      '乙路,投资5亿元。',
    ]);
  });

  it('drafts what a check accepts, even where the report repeats itself word for word', () => {
    const paragraph = '培训3次,培训3次。\n\n培训3次,培训3次。\n\n';

    expect(problemsOf(`${HEADING}\r\n\r\n${paragraph}${paragraph}`)).toEqual([]);
  });

  it('drafts what a check accepts from any figures', () => {
    const sentence = fc.constantFrom(
      '培训3次。',
      '培训3次,培训5次。',
      '“减负”30%以上;',
      '# 城乡分别5元、5元。',
      '- 由1元提高到2元: 3个',
      '\n\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), (sentences) => {
        expect(problemsOf(`一、2018年回顾\n\n${sentences.join('')}结束语一句。`)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    'seeds/000_756653252c613bca.txt',
    'tests/fixtures/other-reports/seeds/qinglan-transport-2022.txt',
  ])('drafts what a check accepts from %s', (file) => {
    expect(problemsOf(readFileSync(file, 'utf8'))).toEqual([]);
  });
});

describe('renderDraft', () => {
  it('shows headings and doubts as comments and nothing superfluous', () => {
    const { yaml } = draft(`${HEADING}\n\n全年支出低保资金45.35亿元,培训3次。`);

    expect(yaml.slice(yaml.indexOf('clauses:'))).toBe(`clauses:
  # 一、2018年发展回顾
  - quote: 全年支出低保资金45.35亿元
    figures:
      - printed: 45.35亿元
        name: 支出低保资金
        aliases: []
  - quote: 培训3次
    figures:
      # doubtful: too short to say what it measures
      - printed: 3次
        name: 培训
        aliases: []
`);
  });
});
