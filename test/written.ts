import type { Readable } from 'node:stream';

/** What was written to a stream since it was last read, as text; newer versions of Node give it in the parts in which it was written. */
export function written(stream: Readable): string {
  let text = '';
  for (let part; (part = stream.read() as Buffer | string | null) !== null;) text += part.toString();
  return text;
}
