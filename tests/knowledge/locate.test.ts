import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { locate, placeText } from '../../src/knowledge/locate.ts';
import { hashText, type ReportMap, renderReportMap } from '../../src/knowledge/report-map.ts';

const LINES = [
  '一、2018年回顾',
  '新增养老站200所。',
  '城区5所。',
  '郊区7所。',
  '培训人员30人，覆盖全部乡镇。',
];
const TEXT = `${LINES.join('\n')}\n`;
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const MAP: ReportMap = {
  original: 'a.original.pdf',
  format: 'pdf',
  sha256: hashText(TEXT),
  // The last paragraph begins on page 1 and goes on on page 2.
  pages: [
    { page: 1, start: 0, end: TEXT.indexOf('覆盖') },
    { page: 2, start: TEXT.indexOf('覆盖'), end: TEXT.length - 1 },
  ],
  paragraphs: LINES.map((line) => ({
    ...at(line),
    kind: line.includes('区') ? ('row' as const) : ('paragraph' as const),
    page: 1,
  })),
};

const build = (map?: ReportMap) =>
  readKnowledge({
    seeds: [{ name: 'a.txt', text: TEXT }],
    knowledge: [],
    maps: map ? [{ name: 'a.map.json', text: renderReportMap(map) }] : [],
  });

describe('locate', () => {
  it.each([
    { words: '200所', place: '第1页第2段' },
    { words: '5所', place: '第1页第3段第1行' },
    { words: '7所', place: '第1页第3段第2行' },
    { words: '30人', place: '第1页第4段' },
    { words: '全部乡镇', place: '第2页第1段' },
  ])('finds $words at $place', ({ words, place }) => {
    const found = locate(build(MAP).knowledge, 'a', at(words));

    expect(found && placeText(found)).toBe(place);
  });

  it('counts the paragraphs of the report where no page is known', () => {
    expect(locate(build().knowledge, 'a', at('5所'))).toEqual({ paragraph: 3 });
  });

  it('finds nothing in a report or at a place that does not exist', () => {
    const { knowledge } = build(MAP);

    expect(locate(knowledge, 'b', at('5所'))).toBeNull();
    expect(locate(knowledge, 'a', { start: 9_000, end: 9_001 })).toBeNull();
  });

  it('does not use the map of another text, and says so', () => {
    const { knowledge, issues } = build({ ...MAP, sha256: hashText('another') });

    expect(issues).toEqual([expect.stringContaining('seeds/a.map.json: was made for another text')]);
    expect(locate(knowledge, 'a', at('200所'))).toEqual({ paragraph: 2 });
  });

  it('makes the map part of the knowledge version, as answers show it', () => {
    expect(build(MAP).knowledge.version).not.toBe(build().knowledge.version);
  });
});
