import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EnrichingBook, type Filling, enrichedFields, enrichRecord } from '../../src/book/enrichRecord.js';
import type { LooseRecord } from '../../src/book/looseRecord.js';
import { enrichedLines } from '../../src/cli/enrichedLines.js';
import { objectOf } from '../../src/cli/objectOf.js';
import { type OnError, Tally } from '../../src/cli/tally.js';
import { skipValue } from '../../src/read/scan/skipValue.js';
import { objectText, space, spoiled, stringText, valueText } from '../read/scan/hostileJson.js';

const filling: Filling = {
  cost: { input: 0.0025, output: 0.01, cacheRead: 0.001 } as Filling['cost'],
  tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.001 } }],
  pricing: {
    ...{ status: 'priced', source: 'first', confidence: 0.9, evidence: { endpoint: 'prices/first/api', row: 3 } },
    ...{ agree: ['second'], differ: [], match: null, issues: [{ code: 'alone', detail: '“odd”' }] },
  },
  from: { cost: 'first' },
  sources: {
    api: { url: 'https://acme.example/api', fetchedAt: '2026-07-01T00:00:00.000Z', sha256: 'abc', via: 'live' },
  },
};
const model = { key: 'acme/bird', line: 'acme/bird', facets: {} };

/** A price book that knows every model, and counts how often it is asked. */
function aBook() {
  const asked = { price: 0, settle: 0, modelOf: 0 };
  const book = {
    price: () => Promise.resolve((asked.price++, filling)),
    settle: (offer) => {
      asked.settle += 1;
      return {
        ...filling,
        pricing: { ...filling.pricing, source: offer.pricing.source },
        refused: [],
        witnesses: [],
        offer: null,
      };
    },
    modelOf: () => (asked.modelOf++, model),
  } satisfies EnrichingBook;
  return { book, asked };
}

/** What is written of some lines, what became of them, and why it ended. */
async function filtered(input: string | Buffer, onError: OnError = 'fail', { book } = aBook()) {
  const tally = new Tally(onError);
  const { data, failure } = await enrichedLines(book)(Buffer.from(input), 0, tally);
  return { out: Buffer.from(data), answered: tally.answered, why: failure?.message };
}
const written = async (line: string): Promise<string> => String((await filtered(`${line}\n`)).out);

const known = '"id":"bird-2","provider":"acme"';
const json = (value: unknown) => JSON.stringify(value);
const added = (...fields: (keyof Filling | 'model')[]) =>
  fields.map((field) => `,"${field}":${json({ ...filling, model }[field])}`).join('');
const all = added('cost', 'tiers', 'pricing', 'from', 'sources', 'model');

describe('a line of the filter', () => {
  it('is written to the byte as it came, with what is added behind its last member', async () => {
    const rest =
      String.raw`"big":12345678901234567890,"one":1.0,"huge":1e400,"tiny":-0.0,"x":"\u00e9\/é😀 ` +
      '\u2028' +
      String.raw`\ud800","x":[ 1 ,{ } ],"__proto__":{"a":1},"9":1,"1":2,"":null`;
    expect(await written(`{${known},${rest}}`)).toBe(`{${known},${rest}${all}}\n`);
    expect(await written(` {\t${known} ,${rest} }\t\r`)).toBe(` {\t${known} ,${rest}${all} }\t\r\n`);
  });

  it('that is not changed is the very line', async () => {
    const lines = [
      '{"id":1.0}',
      '{}',
      ' { "id" : "a" }\r',
      `{${known},"cost":{"input":1.0,"output":2e0}}`,
      `{${known},"cost":"2.50"}`,
    ];
    expect(await written(lines.join('\n'))).toBe(`${lines.join('\n')}\n`);
  });

  it('that is no text is passed on as the bytes that it is', async () => {
    const bytes = Buffer.from([
      ...Buffer.from('{"id":"a'),
      0xff,
      0xe2,
      0x28,
      ...Buffer.from('","x":"'),
      0xc0,
      0x80,
      ...Buffer.from('"}\n'),
    ]);
    expect((await filtered(bytes)).out).toEqual(bytes);
    const bad = Buffer.from([0x7b, 0xff, 0x7d, 0x0a]);
    expect((await filtered(bad, 'pass')).out).toEqual(bad);
  });

  it('keeps what it has of a price, and of all that is changed, as it is written', async () => {
    const cost = '{ "mine" : 1.0, "input" : null,"input": 2.50e-3, "output":null, "x":"\\u00e9" }';
    expect(await written(`{${known},"cost":${cost},"z":1}`)).toBe(
      `{${known},"cost":{ "mine" : 1.0, "input" : null,"input": 2.50e-3, "output":0.01, "x":"\\u00e9","cacheRead":0.001 },"z":1${added('tiers').replace('pricing', '')},"pricing":${json({ ...filling.pricing, source: 'provider' })}${added('from', 'sources', 'model')}}\n`,
    );
    const pricing = '{"mine": 1.0, "status":"unknown", "agree":[ "second" ], "confidence": null}';
    expect(
      await written(`{${known},"pricing":${pricing},"from":{"name" : "docs"},"model":null,"tiers":[ ],"sources":1.0}`),
    ).toBe(
      `{${known},"pricing":{"mine": 1.0, "status":"priced", "agree":[ "second" ], "confidence": 0.9,` +
        `"source":"first","evidence":${json(filling.pricing.evidence)},"differ":[],"match":null,"issues":${json(filling.pricing.issues)}},` +
        `"from":{"name" : "docs","cost":"first"},"model":${json(model)},"tiers":[ ],"sources":1.0${added('cost')}}\n`,
    );
    expect(await written(`{"cost":{ },${known}}`)).toBe(
      `{"cost":{${json(filling.cost).slice(1, -1)} },${known}${all.replace(added('cost'), '')}}\n`,
    );
  });

  it('goes by the last of several alike, however their keys are written', async () => {
    const line = String.raw`{"id":7,"\u0069d":"bird-2","provider":"x","prov\u0069der":"acme","cost":"strange","c\u006fst":null}`;
    expect(await written(line)).toBe(
      line.replace(/null}$/, `${json(filling.cost)}${all.replace(added('cost'), '')}}\n`),
    );
  });

  it('is found between blank ones, which are left out', async () => {
    expect(await written(`\n \t\r\n{"id":"a"}\n\u00a0\uFEFF\n\n{"id":"b"}\r\n`)).toBe('{"id":"a"}\n{"id":"b"}\r\n');
    expect(await written('\n')).toBe('');
  });

  it('that is no record ends it after those before, is passed on or dropped', async () => {
    const input = `{"id":"a"}\n\n{"id":01}\n{${known}}\n[]\n`;
    expect(await filtered(input)).toEqual({
      ...{ out: Buffer.from('{"id":"a"}\n'), answered: 1 },
      why: 'line 3 of stdin is not a JSON object: each line holds one model record',
    });
    expect(String((await filtered(input, 'pass')).out)).toBe(`{"id":"a"}\n{"id":01}\n{${known}${all}}\n[]\n`);
    expect(String((await filtered(input, 'drop')).out)).toBe(`{"id":"a"}\n{${known}${all}}\n`);
    const deep = `{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}\n`;
    expect((await filtered(deep)).why).toMatch(/^line 1 of stdin is nested more than 10,000 deep: take it out, or/);
  });

  it('that can’t be enriched says why', async () => {
    const { book } = aBook();
    const broken = {
      asked: { price: 0, settle: 0, modelOf: 0 },
      book: { ...book, price: () => Promise.reject(new RangeError('too deep')) },
    };
    expect((await filtered(`{${known}}\n`, 'fail', broken)).why).toMatch(
      /^line 1 of stdin can't be enriched \(too deep\): take/,
    );
    expect(String((await filtered(`{${known}}\n`, 'pass', broken)).out)).toBe(`{${known}}\n`);
  });

  it('is not blamed for what is no fault of its own', async () => {
    const { book } = aBook();
    const broken = {
      asked: { price: 0, settle: 0, modelOf: 0 },
      book: { ...book, price: () => Promise.reject(new Error('no price list')) },
    };
    await expect(filtered(`{${known}}\n`, 'drop', broken)).rejects.toThrow('no price list');
  });
});

describe('whatever the lines', () => {
  const members = (field: string) =>
    fc.option(fc.oneof({ weight: 3, arbitrary: own(field) }, { weight: 1, arbitrary: valueText }), { nil: undefined });
  const own = (field: string): fc.Arbitrary<string> => {
    if (field === 'id' || field === 'provider') return fc.oneof(fc.constantFrom('"bird-2"', '"acme"'), stringText);
    if (field === 'name') return fc.oneof(stringText, fc.constant('null'));
    if (field === 'cost')
      return fc.constantFrom(
        'null',
        '{}',
        '{ }',
        '{"input":null, "output" :null}',
        '{"input":2.5e-3,"mine":1.0}',
        '{"output":1}',
      );
    if (field === 'pricing')
      return fc.constantFrom('null', '{"status":"unknown"}', '{ "mine":1.0,"agree":[ ] }', '{"confidence":0.90}');
    return fc.constantFrom('null', '{}', '[]', '{"*": "api"}');
  };
  /** Fields of which the filter may replace the value. */
  const changed = ['cost', 'tiers', 'pricing', 'from', 'sources', 'model'].map((field) => `"${field}"`);
  /** A record with some of the fields that matter among others, as the pieces of its text: what is before each value, it, and what is behind. */
  const record = fc
    .tuple(
      fc.tuple(...enrichedFields.map((field) => fc.tuple(fc.constant(`"${field}"`), members(field)))),
      fc.array(
        fc.tuple(
          stringText.map((key) => `${key.slice(0, -1)}~"`),
          valueText,
        ),
        { maxLength: 4 },
      ),
      fc.infiniteStream(space),
      fc.infiniteStream(fc.nat()),
    )
    .map(([ours, others, spaces, order]) => {
      const gap = () => spaces.next().value as string;
      const mixed = [...ours, ...others]
        .flatMap(([key, value]) => (value === undefined ? [] : [{ key, value, place: order.next().value as number }]))
        .toSorted((a, b) => a.place - b.place);
      const pieces = mixed.map(({ key, value }, i) => ({
        before: `${i === 0 ? `${gap()}{` : ','}${gap()}${key}${gap()}:${gap()}`,
        value,
        behind: i < mixed.length - 1 ? gap() : '',
        isKept: !changed.includes(key),
      }));
      if (pieces.length === 0) pieces.push({ before: '{', value: '', behind: '', isKept: true });
      return { pieces, end: `${gap()}}${gap()}` };
    });
  type Pieces = typeof record extends fc.Arbitrary<infer One> ? One : never;
  const lineOf = ({ pieces, end }: Pieces) =>
    pieces.map(({ before, value, behind }) => before + value + behind).join('') + end;
  /** What is left of a text of the filter without all that came, piece by piece: what was added. */
  const withoutWhatCame = (text: string, { pieces, end }: Pieces): string => {
    const bytes = Buffer.from(text);
    let at = 0;
    const pass = (piece: string) => {
      expect(bytes.toString('utf8', at, at + Buffer.byteLength(piece))).toBe(piece);
      at += Buffer.byteLength(piece);
    };
    for (const { before, value, behind, isKept } of pieces) {
      pass(before);
      if (isKept) pass(value);
      else at = skipValue(bytes, at);
      pass(behind);
    }
    expect(text.endsWith(end)).toBe(true);
    return bytes.toString('utf8', at, bytes.length - Buffer.byteLength(end));
  };
  const enriched = async (line: string): Promise<LooseRecord> =>
    JSON.parse(JSON.stringify(await enrichRecord(objectOf(line)!, aBook().book))) as LooseRecord;

  it('each says what an enriched record says, and what is not added is the same to the byte, in the same order', () =>
    fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 4 }), async (records) => {
        const { out, why } = await filtered(records.map((one) => `${lineOf(one)}\n`).join(''));
        expect(why).toBeUndefined();
        const lines = out.toString().split('\n');
        expect([lines.length, lines.at(-1)]).toEqual([records.length + 1, '']);
        for (const [i, one] of records.entries()) {
          const text = lines[i]!;
          const after = await enriched(lineOf(one));
          // Numbers that no double holds are kept by the filter alone.
          expect(JSON.parse(JSON.stringify(JSON.parse(text)))).toEqual(after);
          const before = objectOf(lineOf(one))!;
          const fresh = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
          const more = withoutWhatCame(text, one);
          expect(Object.keys(objectOf(`{${more.slice(1)}}`)!).sort()).toEqual(fresh.sort());
        }
      }),
      { numRuns: 300 },
    ));

  it('those that are no records are told as JSON.parse tells them', () =>
    fc.assert(
      fc.asyncProperty(spoiled(objectText), async (line) => {
        const isBlank = line.trim() === '';
        const { out, answered, why } = await filtered(`${line}\n`);
        expect([answered, why === undefined]).toEqual(isBlank ? [0, true] : objectOf(line) ? [1, true] : [0, false]);
        if (!isBlank && objectOf(line)?.['id'] === undefined) expect(String(out)).toBe(why ? '' : `${line}\n`);
      }),
      { numRuns: 500 },
    ));
});

describe('the price book', () => {
  it('is asked once for an offer, whatever else the records say', async () => {
    const given = aBook();
    const records = Array.from({ length: 50 }, (_, i) => `{${known},"n":${i},"cost":${i % 2 ? 'null' : '{}'}}\n`);
    const { out } = await filtered(records.join(''), 'fail', given);
    expect([String(out).split('\n').length, given.asked]).toEqual([51, { price: 1, settle: 0, modelOf: 1 }]);
  });

  it('answers alike where all that matters is, and apart where anything of it is not', async () => {
    const book: EnrichingBook = {
      ...aBook().book,
      price: ({ provider, id, name }) =>
        Promise.resolve({ ...filling, sources: {}, from: { asked: `${provider}/${id}/${name}` } }),
    };
    const records = [
      '"id":"a","provider":"b"',
      '"id":"ab","provider":""',
      '"id":"a","provider":"b","name":""',
      '"provider":"b","id":"a"',
      '"id":"a","provider":"B"',
      '"id":"a","name":"b"',
    ];
    const { out } = await filtered(records.map((text) => `{${text}}\n`).join(''), 'fail', {
      ...aBook(),
      book: book as never,
    });
    const froms = String(out)
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { from?: { asked: string } }).from?.asked);
    expect(froms).toEqual(['b/a/null', '/ab/null', 'b/a/', 'b/a/null', 'b/a/null', undefined]);
  });
});
