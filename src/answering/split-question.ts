/** Splits a line into the questions it holds, at question marks and full stops, and before 还有/另外. */
export function splitQuestion(text: string): string[] {
  const parts = text
    .split(/[?!。;\n]+|(?:[,、]\s*)(?=(?:还有|另外|再问|以及)[^,]{4,})/u)
    .map((part) => part.replace(/^[\s,、.]+|[\s,、.]+$/gu, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length === 0 ? [text] : parts.slice(0, MAX_PARTS);
}

/** More questions than this in one line get the first ones answered. */
const MAX_PARTS = 5;
