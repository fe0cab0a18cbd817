/** Share of a file that is looked at to tell the two byte orders apart; headings alone have enough separators. */
const SAMPLE_BYTES = 4096;

/** How .xlsx (a zip) and .xls (a compound file) begin. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** Whether a file is a workbook of Excel itself, which is no text in any encoding. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  WORKBOOKS.some((begin) => begin.every((byte, index) => bytes[index] === byte));

/**
 * Reads the text of a sheet in whatever encoding offices save it: UTF-8, UTF-16 in either order, GBK and GB18030, with
 * or without a byte-order mark. Null when it is none of them.
 */
export function decodeSheet(bytes: Uint8Array): string | null {
  const encoding = findEncoding(bytes);
  return encoding === null ? (decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')) : decode(bytes, encoding);
}

/** An encoding that shows itself by a mark or by its zero bytes, which no other text has. */
function findEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of bytes.subarray(0, SAMPLE_BYTES).entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [atEven = 0, atOdd = 0] = zeros;
  if (atEven === 0 && atOdd === 0) return null;
  return atOdd > atEven ? 'utf-16le' : 'utf-16be';
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
