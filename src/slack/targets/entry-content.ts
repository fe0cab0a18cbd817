import { CONFIDENCE_WORDS, dayText, STATE_WORDS, STATUS_LABELS } from '../../targets/digest-wording.ts';
import { isMeasurement } from '../../targets/effective-entries.ts';
import type { Entry, Measurement } from '../../targets/entry.ts';
import type { Target } from '../../targets/target.ts';
import { CARD } from './target-messages.ts';

/** What an entry says; being sure more or less is what is expected, so only the other is worth words on a card. */
export function shortContent(entry: Entry, unit: string): string {
  if (!isMeasurement(entry) || entry.confidence === 'low') return contentText(entry, unit);
  const said = entry.kind === 'value' ? `${entry.value}${unit}` : STATE_WORDS[entry.state];
  return `${said}${correction(entry.corrects)}`;
}

/** What an entry says, in words. */
export function contentText(entry: Entry, unit: string): string {
  switch (entry.kind) {
    case 'value':
      return `${entry.value}${unit}（${CONFIDENCE_WORDS[entry.confidence]}）${correction(entry.corrects)}`;
    case 'state':
      return `${STATE_WORDS[entry.state]}（${CONFIDENCE_WORDS[entry.confidence]}）${correction(entry.corrects)}`;
    case 'override':
      return `${CARD.override}：${STATUS_LABELS[entry.status].word}`;
    case 'pause':
      return CARD.pausedSince;
    case 'resume':
      return CARD.resumed;
    case 'undo':
      return CARD.undoOf(entry.undoes);
  }
}

const correction = (corrects: number | null): string =>
  corrects === null ? '' : `，${CARD.correctionOf(corrects)}`;

/** What an entry says with its day, in words. */
export function contentOf(entry: Measurement, target: Target): string {
  const sample = entry.origin === 'sample' ? CARD.alsoSample : '';
  return `${shortContent(entry, target.kind === 'numeric' ? target.unit : '')}（${dayText(entry.asOf)}${sample}）`;
}
