import { describe, expect, it } from 'vitest';
import { describeOutline } from '../../../src/answering/outline.ts';
import { readKnowledge } from '../../../src/knowledge/build-knowledge.ts';
import { outlineMessage } from '../../../src/slack/blocks/outline-message.ts';
import { checkBlocks } from '../../../src/workspace/block-kit/check-blocks.ts';
import { readBlocks } from '../../support/slack/read-message.ts';

const COUNTY = `某县民政局2022年工作报告
全县民政工作平稳。
一、2022年工作回顾
（一）社会救助。
1.城市低保。保障1000人。
2.农村低保。保障2000人。
（二）养老服务。新增床位300张。
二、存在的问题
基层力量不足，全县社工只有80人。
三、2023年工作安排
（一）救助。新增救助站2个。
（二）养老。新增床位500张。
`;
const CITY = `某市民政局2022年工作总结
一、全年工作
新增床位100张。
二、下一步
再增床位200张。
`;

function outlineOf(...texts: readonly string[]) {
  const seeds = texts.map((text, index) => ({ name: `report-${index}.txt`, text }));
  const { knowledge } = readKnowledge({ seeds, knowledge: [] });
  return outlineMessage({ outline: () => knowledge.reports.map(describeOutline) }, '');
}

describe('the outline of reports', () => {
  it('lists the sections without anything below them beside those with something', () => {
    const shown = readBlocks(outlineOf(COUNTY).blocks).split('\n');

    expect(shown).toEqual(expect.arrayContaining(['（一）社会救助[展开]', '（二）养老服务[看原文]']));
    expect(shown).toEqual(expect.arrayContaining(['二、存在的问题[看原文]', '三、2023年工作安排[展开]']));
  });

  it('lists the parts of several reports that have no sections', () => {
    const shown = readBlocks(outlineOf(COUNTY, CITY).blocks).split('\n');

    expect(shown).toEqual(expect.arrayContaining(['一、2022年工作回顾[展开]', '二、存在的问题[看原文]']));
    expect(shown).toContain('某市民政局2022年工作总结[展开]');
  });

  it('has a name for what stands before the first heading, which Slack would take for an empty text', () => {
    const message = outlineOf(COUNTY);

    expect(readBlocks(message.blocks)).toContain('（开头）[看原文]');
    expect(checkBlocks(message.blocks, 'message')).toMatchObject({ ok: true });
  });
});
