import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutSpace } from '../../../src/read/scan/withoutSpace.js';
import { objectText } from './hostileJson.js';

const without = (text: string): string => withoutSpace(Buffer.from(text)).toString();

it('white space goes between values, and stays in texts', () => {
  const text = '{ "a b" :\t[ 1 ,\r\n " \\" } ", "\\\\" , null ] }\n';
  expect(without(text)).toBe('{"a b":[1," \\" } ","\\\\",null]}');
});

it('a document without it says the same, and has no more of it', () =>
  fc.assert(
    fc.property(objectText, (text) => {
      const short = without(`\n${text}\n`);
      expect(JSON.parse(short)).toEqual(JSON.parse(text));
      expect(without(short)).toBe(short);
      expect(short.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')).not.toMatch(/\s/);
    }),
  ));
