import type { Digest } from '../targets/digest.ts';
import { readDigestContent } from '../targets/digest-content.ts';
import {
  baselineText,
  DIGEST_WORDS,
  isWithinTolerance,
  numberText,
  reasonText,
  type ShowPerson,
} from '../targets/digest-wording.ts';

/** How many lines of each list a terminal shows. */
const MAX_LINES = 20;

const showPerson: ShowPerson = (userId) => userId;

/** Renders a digest for a terminal: what must be known first, then what needs somebody, what moved, the numbers. */
export function renderDigest(digest: Digest): string {
  const content = readDigestContent(digest, showPerson);
  const opening = [content.title, content.selection, content.headline, ...content.samples].filter(
    (line) => line !== '',
  );
  if (content.isEmpty) return opening.join('\n');
  const { attention, people, changes, unchanged, numbers, unreported, markOf, calm } = content;
  const needed = attention.length > 0 ? attention : [calm];
  const again = unchanged.length > 0 ? [DIGEST_WORDS.unchanged(unchanged)] : [];
  return [
    ...opening,
    '',
    ...section(DIGEST_WORDS.attention, [...needed, ...people], ''),
    ...(changes.length + unchanged.length > 0
      ? section(DIGEST_WORDS.changes(digest.since), [...changes, ...again], '')
      : []),
    ...(digest.changes.length === 0 ? [DIGEST_WORDS.noChanges(digest.since), ''] : []),
    ...section(
      DIGEST_WORDS.numbers,
      [
        ...numbers.map((target) => {
          const more = [baselineText(target), isWithinTolerance(target) ? reasonText(target) : ''];
          const line = [numberText(target, markOf(target)), ...more].filter((part) => part !== '').join('；');
          const { quote, start, end } = target;
          return `${line}\n    ${DIGEST_WORDS.quote}：“${quote}” [${start}, ${end})`;
        }),
        ...(unreported > 0 ? [DIGEST_WORDS.unreportedNumbers(unreported)] : []),
      ],
      '—',
    ),
    DIGEST_WORDS.basis(digest),
  ].join('\n');
}

function section(title: string, lines: readonly string[], empty: string): string[] {
  const rest = lines.length - MAX_LINES;
  return [
    title,
    ...(lines.length === 0 ? [`  ${empty}`] : lines.slice(0, MAX_LINES).map((line) => `  ${line}`)),
    ...(rest > 0 ? [`  ${DIGEST_WORDS.more(rest)}`] : []),
    '',
  ];
}
