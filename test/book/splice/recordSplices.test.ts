import { describe, expect, it } from 'vitest';
import type { EnrichingBook, Filling } from '../../../src/book/enrichRecord.js';
import { RecordSplices } from '../../../src/book/splice/recordSplices.js';
import { SplicedBytes } from '../../../src/book/splice/splicedBytes.js';

/** Splices of a book that says of each record which one it is, in a memory of so many bytes, and what it was asked for. */
function made(most?: number) {
  const asked: string[] = [];
  const book: EnrichingBook = {
    price: ({ id }) => {
      asked.push(id);
      return Promise.resolve({
        cost: {},
        tiers: [],
        pricing: { source: id },
        from: {},
        sources: {},
      } as unknown as Filling);
    },
    settle: () => Promise.reject(new Error('settled')),
    modelOf: () => null,
  };
  const splices = new RecordSplices(book, most);
  const answer = async (id: string, more = ''): Promise<string> => {
    const bytes = Buffer.from(`{"id":${JSON.stringify(id)},"provider":"acme"${more}}\n`);
    const out = new SplicedBytes();
    out.begin(bytes);
    splices.scan(bytes, 0);
    await splices.putInto(out, bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
    return out.upTo(bytes.length).toString();
  };
  const expected = (id: string, more = ''): string =>
    `{"id":${JSON.stringify(id)},"provider":"acme"${more},"pricing":{"source":${JSON.stringify(id)}}}\n`;
  return { answer, expected, asked };
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `bird-${i}`);

describe('what is remembered of records', () => {
  it('is asked for once, while there is room, whatever else they have', async () => {
    const { answer, expected, asked } = made();
    for (const round of ['', ',"x":1', ',"x":{"id":2}'])
      for (const id of ids(100)) expect(await answer(id, round)).toBe(expected(id, round));
    expect(asked).toEqual(ids(100));
  });

  it('gives the same answers where there is room for few, or none', async () => {
    for (const most of [0, 100, 1_000, 5_000]) {
      const { answer, expected, asked } = made(most);
      for (let round = 0; round < 3; round++) for (const id of ids(60)) expect(await answer(id)).toBe(expected(id));
      expect(asked.length).toBeGreaterThan(60);
    }
  });

  it('stays where it is asked for again and again among others that are not', async () => {
    const { answer, asked } = made(20_000);
    for (const id of ids(2_000)) {
      await answer(id);
      await answer('hen');
    }
    expect(asked.filter((id) => id === 'hen')).toHaveLength(1);
  });

  it('is of no record in which only the length of two values tells them apart', async () => {
    const { answer, expected } = made();
    const records = [['ab', ',"name":"c"'] as const, ['a', ',"name":"bc"'] as const, ['abc', ',"name":""'] as const];
    for (const [id, more] of [...records, ...records]) expect(await answer(id, more)).toBe(expected(id, more));
  });

  it('goes by the kind of a value where no more of it matters', async () => {
    const { answer, expected, asked } = made();
    for (const tiers of ['[]', '[1]', '[{"a":2}]']) {
      const more = `,"tiers":${tiers}`;
      expect(await answer('hen', more)).toBe(expected('hen', more));
    }
    expect(asked).toEqual(['hen']);
    await answer('hen', ',"tiers":null');
    expect(asked).toEqual(['hen', 'hen']);
  });

  it('does not take records that are too long to compare', async () => {
    const { answer, expected, asked } = made();
    const more = `,"name":"${'x'.repeat(20_000)}"`;
    for (let i = 0; i < 2; i++) expect(await answer('hen', more)).toBe(expected('hen', more));
    expect(asked).toEqual(['hen', 'hen']);
  });
});
