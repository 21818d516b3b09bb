import { backslash, quote, space } from './bytes.js';

/** A document of JSON without the white space between its values, in the memory that it stands in: what was there is overwritten. */
export function withoutSpace(json: Buffer): Buffer {
  const length = json.length;
  let at = 0;
  let to = 0;
  while (at < length) {
    const byte = json[at++] ?? 0;
    if (byte <= space) continue;
    json[to++] = byte;
    if (byte !== quote) continue;
    for (let inText = 0; at < length && inText !== quote;) {
      inText = json[at++] ?? 0;
      json[to++] = inText;
      if (inText === backslash) json[to++] = json[at++] ?? 0;
    }
  }
  return json.subarray(0, to);
}
