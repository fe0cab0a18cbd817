import type { RichTextBlock } from '@slack/types';
import type { AbstainReason } from '../../answering/answer.ts';
import type { ConversationRecords, FeedbackKind } from '../../conversation/records.ts';
import { addDays, type LocalDate } from '../../targets/local-date.ts';
import { localDateAt } from '../../targets/zoned-time.ts';
import { bulletBlock, contextBlock, headerBlock, paragraphBlock } from '../blocks/elements.ts';
import { escapeText, type Message } from '../blocks/message.ts';
import { isDirectMessage } from '../send.ts';
import { TIME_ZONE } from '../targets/target-services.ts';
import { REASONS, STATISTICS } from './review-messages.ts';

const MAX_WEEKS = 6;
const MAX_CHANNELS = 12;

type Counted = Awaited<ReturnType<ConversationRecords['questionCounts']['list']>>[number];
type Rated = { readonly kind: FeedbackKind; readonly on: LocalDate };

/** How much was asked and what came of it, by week, channel and reason; from counts alone, no question is read. */
export async function statisticsMessage({
  questionCounts,
  feedback,
}: Pick<ConversationRecords, 'questionCounts' | 'feedback'>): Promise<Message> {
  const [counts, ratings] = await Promise.all([questionCounts.list(), feedback.list()]);
  const rated = ratings.map(({ kind, createdAt }) => ({ kind, on: localDateAt(createdAt, TIME_ZONE) }));
  if (counts.length === 0 && rated.length === 0)
    return { text: STATISTICS.none, blocks: [paragraphBlock(STATISTICS.none)] };
  const weeks = [
    ...new Set([...counts.map(({ askedOn }) => mondayOf(askedOn)), ...rated.map(({ on }) => mondayOf(on))]),
  ]
    .sort()
    .reverse()
    .slice(0, MAX_WEEKS);
  const weekLines = weeks.map((monday) => weekLine(monday, counts, rated));
  const reasons = countBy(counts.filter(isRefused), ({ outcome }) => outcome).map(
    ([outcome, count]) => `${REASONS[outcome as AbstainReason] ?? outcome}：${count}`,
  );
  return {
    text: escapeText([STATISTICS.title, ...weekLines].join('\n')),
    blocks: [
      headerBlock(STATISTICS.title),
      bulletBlock(weekLines),
      paragraphBlock({ bold: STATISTICS.byChannel }),
      channelsBlock(counts),
      ...(reasons.length > 0 ? [paragraphBlock({ bold: STATISTICS.byReason }), bulletBlock(reasons)] : []),
      contextBlock(STATISTICS.privacy),
    ],
  };
}

function weekLine(monday: LocalDate, counts: readonly Counted[], rated: readonly Rated[]): string {
  const inWeek = counts.filter(({ askedOn }) => mondayOf(askedOn) === monday);
  const ratings = rated.filter(({ on }) => mondayOf(on) === monday);
  const ratedAs = (kind: FeedbackKind): number => ratings.filter((rating) => rating.kind === kind).length;
  const said = [
    sayCounts(inWeek),
    ...(ratings.length > 0
      ? [
          STATISTICS.ratings(
            ratedAs('helpful'),
            ratedAs('not-helpful'),
            ratedAs('wrong-number'),
            ratedAs('needs-person'),
          ),
        ]
      : []),
  ];
  return `${STATISTICS.week(monday, addDays(monday, 6))}：${said.join('；')}`;
}

function sayCounts(counts: readonly Counted[]): string {
  const sum = (some: readonly Counted[]): number => some.reduce((total, { count }) => total + count, 0);
  return STATISTICS.counts(
    sum(counts),
    sum(counts.filter(({ outcome }) => outcome === 'answered')),
    sum(counts.filter(isRefused)),
    sum(counts.filter(({ outcome }) => outcome === 'clarify')),
  );
}

const isRefused = ({ outcome }: Counted): boolean => outcome !== 'answered' && outcome !== 'clarify';

/** Channels as live links, which only those see who may see the channel. */
function channelsBlock(counts: readonly Counted[]): RichTextBlock {
  const placeOf = ({ channelId }: Counted): string =>
    isDirectMessage(channelId) ? STATISTICS.direct : channelId === '' ? STATISTICS.home : channelId;
  const places = countBy(counts, placeOf).slice(0, MAX_CHANNELS);
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: places.map(([place]) => ({
          type: 'rich_text_section',
          elements: [
            /^[CG][A-Z0-9]+$/u.test(place)
              ? { type: 'channel', channel_id: place }
              : { type: 'text', text: place },
            { type: 'text', text: `：${sayCounts(counts.filter((counted) => placeOf(counted) === place))}` },
          ],
        })),
      },
    ],
  };
}

function countBy(counts: readonly Counted[], keyOf: (counted: Counted) => string): [string, number][] {
  const sums = new Map<string, number>();
  for (const counted of counts) sums.set(keyOf(counted), (sums.get(keyOf(counted)) ?? 0) + counted.count);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

function mondayOf(day: LocalDate): LocalDate {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
