import { z } from 'zod';
import type { SourceFile } from '../knowledge/knowledge.ts';
import { readYaml } from '../knowledge/read-yaml.ts';
import { addDays, isLocalDate, type LocalDate, weekdayOf } from './local-date.ts';
import type { WorkCalendar } from './working-days.ts';

const day = z.string().refine(isLocalDate, 'must be a day of the calendar such as 2019-06-07');
const text = z.string().trim().min(1);

/** `holidays/<year>.yaml`: one year's breaks as the State Council ordered them. */
export const HolidaysSchema = z.strictObject({
  year: z.int().min(1949).max(9999),
  /** Titles and numbers of the notices the days were taken from. */
  sources: z.array(text).min(1),
  breaks: z.array(
    z.strictObject({
      name: text,
      from: day,
      to: day,
      /** Weekend days worked to make up for it. */
      worked: z.array(day).default([]),
    }),
  ),
});

/** Reads every holiday file; problems are added to `issues` as `file:line: what is wrong`. */
export function readCalendar(files: readonly SourceFile[], issues: string[]): WorkCalendar {
  const years = new Set<number>();
  const daysOff = new Map<LocalDate, string>();
  const workedWeekendDays = new Set<LocalDate>();
  for (const file of files.filter(({ name }) => /^holidays\/[^/]+\.yaml$/.test(name))) {
    const read = readYaml(file, HolidaysSchema, issues);
    if (!read) continue;
    years.add(read.value.year);
    for (const [index, { name, from, to, worked }] of read.value.breaks.entries()) {
      const line = read.lineOf(['breaks', index]);
      if (to < from) issues.push(`${file.name}:${line}: ${name}: ends on ${to}, before it begins on ${from}`);
      for (let date = from; date <= to; date = addDays(date, 1)) daysOff.set(date, name);
      for (const date of worked) {
        if (weekdayOf(date) <= 5) issues.push(`${file.name}:${line}: ${name}: ${date} is no weekend day`);
        workedWeekendDays.add(date);
      }
    }
  }
  for (const date of workedWeekendDays) {
    if (daysOff.has(date)) issues.push(`holidays: ${date} is both a day off and a worked day`);
  }
  return { years, daysOff, workedWeekendDays };
}
