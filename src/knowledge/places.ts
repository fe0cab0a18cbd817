import { foldWidth } from '../report/fold-width.ts';
import type { Report } from '../report/report.ts';
import { sliceSpan } from '../report/span.ts';

/** How a report speaks of its own place without naming it, by the level of government that gives it. */
const SELF: Readonly<Record<string, readonly string[]>> = {
  省: ['全省', '我省', '本省', '省里'],
  市: ['全市', '我市', '本市', '市里', '我们市', '咱们市'],
  县: ['全县', '我县', '本县', '县里'],
  区: ['全区', '我区', '本区', '区里'],
  州: ['全州', '我州', '本州'],
  旗: ['全旗', '我旗'],
};

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
  const level = lines.flatMap((line) => /[\u4e00-\u9fff](省|市|区|县|州|旗)/u.exec(line)?.[1] ?? [])[0];
  const self = level === undefined ? Object.values(SELF).flat() : (SELF[level] ?? []);
  return [...new Set([...names.filter((name) => name.length >= 2), ...self, '本地', '当地'])];
}
