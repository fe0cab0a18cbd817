import type { Digest, DigestChange, DigestTarget } from './digest.ts';
import { attentionLines, headlineText, isUnheard } from './digest-attention.ts';
import {
  changeText,
  DIGEST_WORDS,
  SAMPLE_MARK,
  type ShowPerson,
  selectionText,
  titleText,
} from './digest-wording.ts';
import { STATUSES } from './entry.ts';

/** What a digest says, in words and in order, whatever it is shown in. */
export type DigestContent = {
  readonly digest: Digest;
  readonly title: string;
  /** What a director must know. */
  readonly headline: string;
  /** What it was narrowed to; empty for everything. */
  readonly selection: string;
  /** Nobody has reported anything: the headline says it all. */
  readonly isEmpty: boolean;
  readonly attention: readonly string[];
  /** What is said where nothing needs a look. */
  readonly calm: string;
  /** Who has not reported, and how many targets have nobody to. */
  readonly people: readonly string[];
  readonly changes: readonly string[];
  /** What was reported again without any change, by name. */
  readonly unchanged: readonly string[];
  /** Numeric targets somebody has reported, the worst first. */
  readonly numbers: readonly DigestTarget[];
  /** How many numeric targets nobody has reported. */
  readonly unreported: number;
  /** Said once where every entry is a sample; otherwise each of them is marked. */
  readonly samples: readonly string[];
  readonly markOf: (target: DigestTarget) => string;
};

/** Puts a digest into words. */
export function readDigestContent(digest: Digest, showPerson: ShowPerson): DigestContent {
  const heard = digest.targets.filter(({ latest }) => latest !== null);
  const sampled = heard.filter(({ latest }) => latest?.isSample);
  // What has left the statuses that are shown is told as a change, too.
  const told = digest.changes.flatMap(({ before, after }) => [before, after]);
  const isNoneReal = sampled.length === heard.length && told.every((entry) => entry?.isSample !== false);
  const areAllSamples = sampled.length > 0 && isNoneReal;
  const mark = areAllSamples ? '' : SAMPLE_MARK;
  const attention = attentionLines(digest, showPerson, mark);
  const changes = digest.changes.filter((change) => !isRepeated(change));
  const numeric = digest.targets.filter(({ kind }) => kind === 'numeric');
  const numbers = numeric.filter(({ latest }) => latest !== null).toSorted(compareUrgency);
  return {
    digest,
    title: titleText(digest),
    headline: headlineText(digest),
    selection: selectionText(digest, showPerson),
    isEmpty: digest.changes.length === 0 && isUnheard(digest),
    attention: attention.lines.map(({ text }) => text),
    calm: calmText(heard),
    people: [...attention.silent, ...attention.ownerless],
    changes: changes.map((change) => changeText(change, showPerson, mark)),
    unchanged: digest.changes.filter(isRepeated).map(({ name }) => name),
    numbers,
    unreported: numeric.length - numbers.length,
    samples: areAllSamples ? [DIGEST_WORDS.samples] : [],
    markOf: ({ latest }) => (latest?.isSample ? mark : ''),
  };
}

/** What is paused is on no schedule. */
function calmText(heard: readonly DigestTarget[]): string {
  const paused = heard.filter(({ status }) => status === 'paused').length;
  if (paused === 0) return DIGEST_WORDS.noAttention;
  return paused === heard.length ? DIGEST_WORDS.allPaused : DIGEST_WORDS.noAttentionButPaused;
}

/** Whether somebody has reported what was known, and nothing else has changed: no note, no status. */
function isRepeated({ before, after, fromStatus, toStatus }: DigestChange): boolean {
  return (
    before !== null &&
    after !== null &&
    fromStatus === toStatus &&
    before.value === after.value &&
    before.state === after.state &&
    (after.note === '' || after.isSample) &&
    before.asOf !== after.asOf
  );
}

/** The worst status first, and of one status who is furthest behind. */
function compareUrgency(a: DigestTarget, b: DigestTarget): number {
  return STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || (b.lag ?? -1) - (a.lag ?? -1);
}
