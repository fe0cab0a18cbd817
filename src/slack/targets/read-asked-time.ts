import { readTimeOfAnyDigest } from '../../targets/read-digest-time.ts';
import type { DigestTime } from '../../targets/report-period.ts';
import type { Message } from '../blocks/message.ts';
import type { Asked } from '../commands/command.ts';
import { notice } from '../send.ts';
import { EXPORT, PREVIEW } from './target-messages.ts';
import { type TargetServices, todayOf } from './target-services.ts';

/**
 * The time a digest is asked for, or what to say where it is none. A month, a week or a day without a year is the last one
 * that has begun; where that was before there were targets, the one to come was meant, and there is nothing to report yet.
 */
export function readAskedTime(
  services: Pick<TargetServices, 'targets' | 'now'>,
  { every, time }: Asked,
  wordsFor: 'preview' | 'export',
): { readonly time: DigestTime } | { readonly refusal: Message } {
  const typed = time ?? '';
  const today = todayOf(services);
  const read = readTimeOfAnyDigest(typed, every, today);
  if (TO_COME.test(typed)) return { refusal: notice(PREVIEW.toCome(typed, today)) };
  if (WHOLE_YEAR.test(typed)) return { refusal: notice(PREVIEW.noYear(typed)) };
  const half = HALF_YEAR.exec(typed)?.groups;
  if (half) return { refusal: notice(PREVIEW.noHalfYear(typed, half.half === '下' ? 'second' : 'first')) };
  if (read === null) {
    const said = wordsFor === 'preview' ? PREVIEW.notATime(typed, every) : EXPORT.notATime(typed);
    return { refusal: notice(said) };
  }
  const begins = Math.min(...services.targets.map(({ year }) => year));
  const isOfYearBefore = Number(read.period.to.slice(0, 4)) < Math.min(begins, yearOf(today));
  const isSaidFromToday = /^[上前昨去]/u.test(typed) || /\d{4}/u.test(typed);
  return isOfYearBefore && !isSaidFromToday
    ? { refusal: notice(PREVIEW.toCome(typed, today)) }
    : { time: read };
}

/** `2018年`, `去年`: digests are of shorter times. */
const WHOLE_YEAR = /^(?:\d{4}年?|[今去前明]年|全年|年度)$/u;

/** `上半年`, `2019年下半年`. */
const HALF_YEAR = /^(?:(?:\d{4}|[今去])年)?(?<half>[上下前后]?)半年度?$/u;

/** `下个月`, `下周`. */
const TO_COME = /^下+一?个?(?:周|星期|月|季度?)$/u;

const yearOf = (day: string): number => Number(day.slice(0, 4));
