import { readComparison } from './language/comparisons.ts';
import { findQuantities } from './language/quantity.ts';
import { isAside } from './language/question-frames.ts';

/** One of the questions of a line, and the neighbouring one it may take missing words from. */
export type QuestionPart = { readonly text: string; readonly context: string | null };

/** More questions than this in one line get the first ones answered. */
const MAX_PARTS = 5;

/**
 * Splits a line into the questions it holds: at question marks and full stops, after a quantity that is followed by
 * another (`发了多少、保障多少人`), and where two things are asked for `各` or `分别`.
 */
export function splitQuestion(text: string): QuestionPart[] {
  const sentences = text
    .split(
      /[?!。;\n]+|[,、]\s*(?=(?:还有|另外|再问)[^,]{4,})|(?<=(?:多少|几|好多).*)[,、]\s*(?=[^,、]{1,14}呢[?!。\s]*$)/u,
    )
    .map(trimPunctuation)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const parts = sentences.flatMap((sentence, index): QuestionPart[] => {
    const pieces = splitSentence(sentence);
    const before = sentences[index - 1] ?? null;
    return pieces.map((piece) => ({ text: piece.text, context: piece.context ?? before }));
  });
  const asking = parts.filter((part) => !isAside(part.text));
  const kept = asking.length > 0 ? asking : parts;
  return kept.length === 0 ? [{ text, context: null }] : kept.slice(0, MAX_PARTS);
}

/** A part that names its own year (`去年涨了多少,今年打算涨多少`) is a question of its own. */
const OWN_YEAR = /[今去前明当]年|上一?年|\d{2,4}年/u;

/** A comparison stays whole, unless a plain question stands before it (`筹了多少,同比增长多少`). */
function splitSentence(sentence: string): QuestionPart[] {
  const distributed = splitDistributed(sentence);
  if (distributed) return distributed;
  const pieces = splitQuantities(sentence);
  const [first] = pieces;
  if (!first || !readComparison(sentence)) return pieces;
  if (pieces.length > 1 && pieces.every(({ text }) => OWN_YEAR.test(text))) return pieces;
  const opensPlainly = /[,,]/u.test(sentence) && pieces.length > 1 && !readComparison(first.text);
  return opensPlainly ? pieces : [{ text: sentence, context: null }];
}

/** `婚姻登记和收养登记各办了多少`: the same question about each. */
function splitDistributed(text: string): QuestionPart[] | null {
  const found =
    /^(?<left>[^和与跟、及]+)(?:和|与|跟|及|以及|、)(?<right>[^和与跟、及]+?),?(?:分别|各自|各)(?<asking>.+)$/u.exec(
      text,
    );
  const { left, right, asking } = found?.groups ?? {};
  if (!left || !right || !asking) return null;
  return [
    { text: `${left}${asking}`, context: `${right}${asking}` },
    { text: `${right}${asking}`, context: `${left}${asking}` },
  ];
}

function splitQuantities(text: string): QuestionPart[] {
  const cuts: number[] = [];
  const quantities = findQuantities(text);
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1];
    if (!next) continue;
    const between = text.slice(quantity.end, next.start);
    const separator = /[,、 +]|和|与|以及|还有|并/u.exec(between);
    if (separator) cuts.push(quantity.end + separator.index);
    else if (between === '') cuts.push(quantity.end);
  }
  const bounds = [0, ...cuts, text.length];
  const pieces = bounds
    .slice(0, -1)
    .map((start, index) =>
      trimPunctuation(text.slice(start, bounds[index + 1]).replace(/^(?:[,、 +]|和|与|以及|还有|并)+/u, '')),
    );
  return pieces
    .filter((piece) => piece !== '')
    .map((piece, index) => ({ text: piece, context: pieces[index - 1] ?? null }));
}

/**
 * `退役士兵安置和培训的人数`: one asking for two things, as two questions. Only for questions that nothing answers as a
 * whole, because many things are named with 和 (`养老服务中心和站`).
 */
export function splitJoined({ text }: QuestionPart): readonly (readonly [QuestionPart, QuestionPart])[] {
  const [asked] = findQuantities(text);
  if (!asked) return [];
  const [body, asking] = [text.slice(0, asked.start), text.slice(asked.start)];
  return [...body.matchAll(/以及|[和与跟同及、]/gu)].map((joint): readonly [QuestionPart, QuestionPart] => {
    const left = `${body.slice(0, joint.index)}${asking}`;
    const right = `${body.slice(joint.index + joint[0].length)}${asking}`;
    return [
      { text: left, context: right },
      { text: right, context: left },
    ];
  });
}

function trimPunctuation(text: string): string {
  return text.replace(/^[\s,、.]+|[\s,、.]+$/gu, '');
}
