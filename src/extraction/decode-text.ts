/** The encodings Chinese offices save text in, under the names people know them by. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

export type DecodedText = { readonly text: string; readonly encoding: Encoding };

/** How much of a file is looked at to tell UTF-16 without a byte-order mark. */
const SAMPLE_BYTES = 4096;

/**
 * Decodes a text file: by its byte-order mark, as UTF-8, as UTF-16 where every other byte of its line ends is zero, or
 * as GB18030 (which includes GBK and GB2312). A byte-order mark stays in the text. Null when it is none of these.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return tryDecode(bytes, 'UTF-16LE');
  if (first === 0xfe && second === 0xff) return tryDecode(bytes, 'UTF-16BE');
  const unmarked = guessUtf16(bytes);
  if (unmarked) return tryDecode(bytes, unmarked);
  return tryDecode(bytes, 'UTF-8') ?? tryDecode(bytes, 'GB18030');
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): DecodedText | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    // Bytes of another kind of file can be valid in an encoding by chance, but hold these.
    return /[\0\ufffd]/u.test(text) ? null : { text, encoding };
  } catch {
    return null;
  }
}

/** Without a mark, a line end or space of UTF-16 is told by its zero byte, which no other text encoding has. */
function guessUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 !== 0) return null;
  let [little, big] = [0, 0];
  for (let at = 0; at + 1 < Math.min(bytes.length, SAMPLE_BYTES); at += 2) {
    if (bytes[at + 1] === 0) little += 1;
    if (bytes[at] === 0) big += 1;
  }
  if (little === big) return null;
  return little > big ? 'UTF-16LE' : 'UTF-16BE';
}
