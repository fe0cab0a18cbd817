import type { BotProcess } from './bot-process.ts';

/** Slack waits this long for an acknowledgement. */
export const SLACK_WAITS_MS = 3_000;

/** Computing this long at a stretch keeps others waiting. */
const STALL_MS = 200;

/** What one part of the soak did and found. */
export type Counts = {
  kills: number;
  entries: { taken: number; lost: number; twice: number };
  /** `silent`: due, and neither shown, nor skipped for a reason on record, nor told to its owner as unknown. */
  slots: { due: number; shown: number; unknown: number; twice: number; silent: number };
  /** `silent`: acknowledged, and nothing was ever said to the person who asked. */
  questions: { asked: number; silent: number; twice: number };
  acknowledgements: { count: number; slowestMs: number; late: number };
  /**
   * Of the event loop. `ms` is the longest as the clock saw it, which counts what the machine gave to others; `cpuMs` is
   * the longest in which the bot itself computed, and `long` how many of these were over the bound.
   */
  stalls: { ms: number; cpuMs: number; long: number };
  /** Processes that ended without having been told to. */
  ends: number;
  /** Promises broken that none of the numbers above tells. */
  broken: string[];
  /** What else was measured. */
  notes: string[];
};

export function createCounts(): Counts {
  return {
    kills: 0,
    entries: { taken: 0, lost: 0, twice: 0 },
    slots: { due: 0, shown: 0, unknown: 0, twice: 0, silent: 0 },
    questions: { asked: 0, silent: 0, twice: 0 },
    acknowledgements: { count: 0, slowestMs: 0, late: 0 },
    stalls: { ms: 0, cpuMs: 0, long: 0 },
    ends: 0,
    broken: [],
    notes: [],
  };
}

/** `heldUpMs`: in which the machine did not let the soak or the bot run. */
export function countAcknowledgement({ acknowledgements }: Counts, ms: number, heldUpMs: number): void {
  acknowledgements.count += 1;
  acknowledgements.slowestMs = Math.max(acknowledgements.slowestMs, ms);
  if (ms - heldUpMs > SLACK_WAITS_MS) acknowledgements.late += 1;
}

/** Takes over what is known of a process that has ended. */
export function countProcess(counts: Counts, bot: BotProcess): void {
  if (bot.hasFallen()) {
    counts.ends += 1;
    counts.notes.push(`ended by itself: ${bot.lines.at(-1) ?? 'without a word'}`);
  }
  for (const { ms, cpuMs } of bot.stalls) {
    counts.stalls.ms = Math.max(counts.stalls.ms, ms);
    counts.stalls.cpuMs = Math.max(counts.stalls.cpuMs, cpuMs);
    if (cpuMs > STALL_MS) counts.stalls.long += 1;
  }
}

/** Every promise a part has broken, in words; none when all were kept. */
export function listBroken(counts: Counts): readonly string[] {
  const { entries, slots, questions, acknowledgements, stalls, ends, broken } = counts;
  const found: readonly (readonly [number, string])[] = [
    [entries.lost, 'entries lost that were acknowledged'],
    [entries.twice, 'entries recorded twice'],
    [slots.twice, 'digests posted twice'],
    [slots.silent, 'digests missed without a word'],
    [questions.silent, 'questions without a word'],
    [questions.twice, 'questions answered twice'],
    [acknowledgements.late, 'acknowledgements later than 3 s'],
    [stalls.long, `stalls of the event loop over ${STALL_MS} ms`],
    [ends, 'process ends nobody asked for'],
  ];
  return [...found.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`), ...broken];
}

export type Row = { readonly part: string; readonly seconds: number; readonly counts: Counts };

const COLUMNS = [
  'part',
  'kills',
  'entries: taken / lost / twice',
  'digests: due / unknown, told / twice / silent',
  'questions: asked / silent / twice',
  'acknowledged: number / slowest / over 3 s',
  'longest stall: computing / in all / over 200 ms',
  'ends',
  's',
] as const;

/** One table of everything that was done. */
export function renderTable(rows: readonly Row[]): string {
  const ms = (value: number) => `${Math.round(value)} ms`;
  const cells = rows.map(({ part, seconds, counts }) => {
    const { entries, slots, questions, acknowledgements, stalls } = counts;
    return [
      part,
      counts.kills || '–',
      entries.taken ? `${entries.taken} / ${entries.lost} / ${entries.twice}` : '–',
      slots.due ? `${slots.due} / ${slots.unknown} / ${slots.twice} / ${slots.silent}` : '–',
      questions.asked ? `${questions.asked} / ${questions.silent} / ${questions.twice}` : '–',
      `${acknowledgements.count} / ${ms(acknowledgements.slowestMs)} / ${acknowledgements.late}`,
      `${ms(stalls.cpuMs)} / ${ms(stalls.ms)} / ${stalls.long}`,
      counts.ends,
      Math.round(seconds),
    ];
  });
  const lines = [COLUMNS, COLUMNS.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`);
  const notes = rows.flatMap(({ part, counts }) => [
    ...counts.notes.map((note) => `- ${part}: ${note}`),
    ...listBroken(counts).map((what) => `- **${part}: ${what}**`),
  ]);
  return [...lines, '', ...notes, ''].join('\n');
}
