import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable } from '../../../src/read/scan/keyTable.js';
import { Members, scanObject } from '../../../src/read/scan/scanObject.js';
import { skipSpace } from '../../../src/read/scan/skipSpace.js';
import { objectOf } from '../../../src/cli/objectOf.js';
import { objectText, spoiled } from './hostileJson.js';

const members = new Members(
  new KeyTable(['id', 'provider', 'cost', 'model', 'input', '', '7', '__proto__', '模型', 'is']),
);

/** The values of the table's keys, by the places that the scan finds; undefined where it finds no record in all of the text. */
function found(text: string): Record<string, unknown> | undefined {
  const bytes = Buffer.from(`${text}\n{"id":"of the next line"}\n`);
  const behind = scanObject(bytes, skipSpace(bytes, 0), members);
  if (behind < 0 || skipSpace(bytes, behind) !== Buffer.byteLength(text)) return undefined;
  const entries = members.table.keys.flatMap((key, i): [string, unknown][] =>
    members.starts[i]! < 0 ? [] : [[key, JSON.parse(bytes.toString('utf8', members.starts[i], members.ends[i]))]],
  );
  return Object.fromEntries(entries);
}

/** The same by `JSON.parse`. */
function parsed(text: string): Record<string, unknown> | undefined {
  const record = objectOf(text);
  return (
    record &&
    Object.fromEntries(
      members.table.keys.flatMap((key): [string, unknown][] =>
        Object.hasOwn(record, key) ? [[key, record[key]]] : [],
      ),
    )
  );
}

describe('scanObject', () => {
  it('takes what JSON.parse takes, and finds what that finds', () =>
    fc.assert(
      fc.property(objectText, (text) => {
        expect(parsed(text)).toBeDefined();
        expect(found(text)).toEqual(parsed(text));
      }),
      { numRuns: 1000 },
    ));

  it('refuses what JSON.parse refuses', () => {
    let refused = 0;
    fc.assert(
      fc.property(spoiled(objectText), (text) => {
        const record = parsed(text);
        if (!record) refused += 1;
        expect(found(text)).toEqual(record);
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  it.each([
    ...[
      '',
      ' ',
      '{',
      '}',
      '{}',
      ' {}\r',
      '{ }',
      '{}x',
      '{},',
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '{,}',
      '{"a":1 "b":2}',
      '{a:1}',
      "{'a':1}",
    ],
    ...[
      '[]',
      '"a"',
      'null',
      '{"a":[}',
      '{"a":[1,]}',
      '{"a":[,1]}',
      '{"a":{"b":1}',
      '{"a":[1}}',
      '{"a":{]}',
      '{"a":1}}',
    ],
    ...[
      '01',
      '-',
      '-a',
      '1.',
      '.1',
      '1.e1',
      '1e',
      '1e+',
      '+1',
      '0x1',
      '1_0',
      '--1',
      'NaN',
      'Infinity',
      '00',
      '-01',
      '1 2',
      '0',
      '-0',
      '0e0',
      '0E-0',
      '-1.50e+10',
    ].map((number) => `{"a":${number}}`),
    ...['tru', 'truex', 'TRUE', 'nul', 'nulll', 'fals', 'falsee', 'undefined', 'true', 'false', 'null'].map(
      (word) => `{"a":${word}}`,
    ),
    ...[
      String.raw`\u12`,
      String.raw`\u12g4`,
      String.raw`\x`,
      String.raw`\U0041`,
      '\\',
      '\t',
      '\u0000',
      '\u001f',
      '\u007f',
      '\u2028',
      String.raw`\ud800`,
      String.raw`\u00e9`,
      String.raw`\u00E9`,
    ].map((text) => `{"a":"${text}"}`),
    ...[
      '\uFEFF{}',
      '\u00a0{}',
      '{\v}',
      '{"a":\f1}',
      '{"a":1\u2028}',
      '{}\uFEFF',
      '{"id":1,"id":2}',
      String.raw`{"id":1,"\u0069\u0064":2}`,
      String.raw`{"\u0069d":1,"id":2}`,
    ],
  ])('says of %j what JSON.parse says', (text) => expect(found(text)).toEqual(parsed(text)));

  it('goes 10,000 deep, and no deeper', () => {
    const deep = (depth: number) => `{"id":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const isFound = (text: string) => found(text) !== undefined;
    expect([10_000, 10_001, 10_000].map((depth) => isFound(deep(depth)))).toEqual([true, false, true]);
    expect(isFound(`{"id":${'{"a":'.repeat(10_001)}1${'}'.repeat(10_001)}}`)).toBe(false);
  });

  it('tells where a member can be added', () => {
    const tailOf = (text: string) => {
      const bytes = Buffer.from(text);
      scanObject(bytes, 0, members);
      return [bytes.toString('utf8', 0, members.tail), members.isEmpty];
    };
    expect(tailOf('{"a":[1] , "b": {} }\n')).toEqual(['{"a":[1] , "b": {}', false]);
    expect(tailOf('{ }\n')).toEqual(['{', true]);
  });

  it('reads bytes that are no text within strings, as text would be read', () => {
    const bytes = Buffer.from([...Buffer.from('{"id":"'), 0xff, 0xe2, 0x22, ...Buffer.from(',"cost":1}\n')]);
    expect(scanObject(bytes, 0, members)).toBe(bytes.length - 1);
    const outside = Buffer.from([...Buffer.from('{"id":1'), 0xff, ...Buffer.from('}\n')]);
    expect(scanObject(outside, 0, members)).toBe(-1);
  });
});
