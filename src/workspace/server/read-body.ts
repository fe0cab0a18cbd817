import type { IncomingMessage } from 'node:http';

/** No request of a bot or of the page comes near this; more is a mistake. */
const MAX_BODY_BYTES = 2_000_000;

/** The whole body as text. */
export async function readBody(request: IncomingMessage, maxBytes?: number): Promise<string> {
  return (await readBytes(request, maxBytes)).toString('utf8');
}

/** The whole body as it came. */
export async function readBytes(request: IncomingMessage, maxBytes = MAX_BODY_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw new RangeError(`request body over ${maxBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Parses JSON or a form, by content type; undefined when it is neither. */
export function parseBody(text: string, contentType: string): unknown {
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
