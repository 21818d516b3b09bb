import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf } from '../../../src/book/splice/hashOf.js';
import { sameBytes } from '../../../src/book/splice/sameBytes.js';

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

it('bytes are the same where each is, wherever they stand, and have one hash', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), fc.nat(5), fc.nat(5), (bytes, before, others) => {
      const [one, other] = [before, others].map((gap) =>
        viewOf(Uint8Array.from([...Array<number>(gap).fill(7), ...bytes, 9])),
      );
      const { length } = bytes;
      expect(sameBytes(one!, before, other!, others, length)).toBe(true);
      expect(hashOf(one!, before, before + length)).toBe(hashOf(other!, others, others + length));
    }),
  ));

it('bytes of which any one is another are not the same', () => {
  for (let length = 1; length < 14; length++)
    for (let place = 0; place < length; place++) {
      const bytes = Uint8Array.from({ length }, (_, i) => i);
      const changed = Uint8Array.from(bytes, (byte, i) => (i === place ? byte ^ 0x80 : byte));
      expect(sameBytes(viewOf(bytes), 0, viewOf(changed), 0, length)).toBe(false);
    }
});
