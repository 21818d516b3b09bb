import { backslash, quote, space } from './bytes.js';

/** A document of JSON without the white space between its values, in the memory that it stands in: what was there is overwritten. */
export function withoutSpace(json: Buffer): Buffer {
  let [to, isText] = [0, false];
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0;
    if (!isText && byte <= space) continue;
    json[to++] = byte;
    if (byte === quote) isText = !isText;
    else if (isText && byte === backslash) json[to++] = json[++at] ?? 0;
  }
  return json.subarray(0, to);
}
