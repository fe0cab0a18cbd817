import type { Digest } from '../targets/digest.ts';
import { attentionLines } from '../targets/digest-attention.ts';
import {
  changeText,
  DIGEST_WORDS,
  MILESTONE_NOUN,
  NUMERIC_NOUN,
  numberText,
  ownersText,
  type ShowPerson,
  summaryText,
  titleText,
} from '../targets/digest-wording.ts';

/** How many lines of each list a terminal shows. */
const MAX_LINES = 20;

const showPerson: ShowPerson = (userId) => userId;

/** Renders a digest for a terminal: the summary first, then what moved, what needs somebody, and the numbers. */
export function renderDigest(digest: Digest): string {
  const quotes = new Map(
    digest.targets.map(({ id, quote, start, end }) => [id, `“${quote}” [${start}, ${end})`]),
  );
  const withQuote = (id: string, line: string): string =>
    `${line}\n    ${DIGEST_WORDS.quote}：${quotes.get(id) ?? ''}`;
  const attention = attentionLines(digest, showPerson);
  const numeric = digest.targets.filter(({ kind }) => kind === 'numeric');
  return [
    titleText(digest),
    summaryText(digest.counts.numeric, NUMERIC_NOUN),
    summaryText(digest.counts.milestone, MILESTONE_NOUN),
    '',
    ...section(
      DIGEST_WORDS.changes(digest.since),
      digest.changes.map((change) => withQuote(change.id, changeText(change, showPerson))),
      DIGEST_WORDS.noChanges,
    ),
    ...section(
      DIGEST_WORDS.attention,
      [...attention.lines.map(({ id, text }) => withQuote(id, text)), ...attention.silent],
      digest.targets.some(({ latest }) => latest !== null) ? DIGEST_WORDS.noAttention : DIGEST_WORDS.unheard,
    ),
    ...section(
      DIGEST_WORDS.numbers,
      numeric.map((target) => {
        const owners = target.owners.length > 0 ? `;${ownersText(target.owners, showPerson)}` : '';
        return withQuote(target.id, `${numberText(target, showPerson)}${owners}`);
      }),
      '—',
    ),
    DIGEST_WORDS.basis(digest.asOf, digest.knowledgeVersion),
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
