import { foldWidth } from '../report/fold-width.ts';
import type { Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';

/** How a report speaks of its own place without naming it. */
const SELF = [
  '全市',
  '我市',
  '本市',
  '全县',
  '我县',
  '本县',
  '全区',
  '我区',
  '本区',
  '全省',
  '我省',
  '本省',
  '全州',
  '全镇',
  '本地',
  '我们市',
  '咱们市',
  '市里',
];

/**
 * Reads the names of the place a report is about from its publisher and titles: `重庆市民政局` gives 重庆市 and 重庆.
 * A question may use any of them without narrowing anything.
 */
export function readPlaces(report: Report): string[] {
  const lines = [report.publisher, ...report.titles].flatMap((span) =>
    span ? [foldWidth(sliceSpan(report.source, span))] : [],
  );
  const names = lines.flatMap((line) => {
    const full = /^([\u4e00-\u9fff]{2,7}?(?:省|市|自治区|自治州|区|县|旗))/u.exec(line)?.[1];
    if (full) return [full, full.replace(/(?:省|市|自治区|自治州|区|县|旗)$/u, '')];
    const short = /^([\u4e00-\u9fff]{2,3})(?:经济|统计|交通|农业|水利|民政|教育|卫生)?年鉴/u.exec(line)?.[1];
    return short ? [short] : [];
  });
  return [...new Set([...names.filter((name) => name.length >= 2), ...SELF])];
}
