import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/report/figures.ts';
import { parseReport } from '../../src/report/parse-report.ts';

const kindsIn = (text: string) =>
  extractFigures(parseReport('r', `某县统计公报\n一、2024年情况\n${text}\n`)).figures.map(
    ({ dimension, base }) => [dimension, base],
  );

describe('what a number without a measure word counts', () => {
  it.each([
    ['常住人口52.36万。', [['people', '人']]],
    ['参保人数12.3万。', [['people', '人']]],
    ['村卫生室诊疗人次14.4亿。', [['person-times', '人次']]],
    ['受理诉求14.4万。', [['none', '']]],
  ])('is told by the words right before it: %s', (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });
});
