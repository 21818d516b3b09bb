import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { json, jsonList, jsonObject, jsonPages } from '../../../src/sources/parse/json.js';

const page = (body: string): Page => ({
  request: { url: 'https://a.example' },
  url: 'https://a.example',
  body,
  fetchedAt: '2026-01-01T00:00:00.000Z',
  sha256: '',
  bytes: body.length,
  via: 'recording',
  attempts: 1,
});
const shape = { name: 'ShapeError' };
const fault = (read: () => unknown): unknown => {
  try {
    return { value: read() };
  } catch (error) {
    return error;
  }
};

describe('json', () => {
  it('parses a page once', () => {
    const one = page('{"a":[1]}');
    expect(json(one)).toEqual({ a: [1] });
    expect(json(one)).toBe(json(one));
  });

  it.each(['', '  \n', '<!doctype html>', ' <html>', '{"a":1', 'undefined', 'rate limited'])(
    'throws a shape error for %j',
    (body) => expect(fault(() => json(page(body)))).toMatchObject(shape),
  );
});

describe('jsonObject', () => {
  it.each(['[]', '"a"', '7', 'null', 'true'])('throws a shape error for %s', (body) =>
    expect(fault(() => jsonObject(page(body)))).toMatchObject(shape),
  );

  it('repeats what an error says', () => {
    const message = (error: unknown) => fault(() => jsonObject(page(JSON.stringify({ error, data: [1] }))));
    expect(message({ message: 'invalid key', code: 401 })).toMatchObject({ ...shape, message: /invalid key/ });
    expect(message('too many')).toMatchObject({ ...shape, message: /too many/ });
    expect(message({ code: 7 })).toMatchObject({ ...shape, message: /7/ });
    expect(message(null)).toEqual({ value: { error: null, data: [1] } });
  });

  it('repeats what an answer without success says', () => {
    const read = (answer: object) => fault(() => jsonObject(page(JSON.stringify({ data: [], ...answer }))));
    expect(read({ success: false, message: 'bad filter' })).toMatchObject({ ...shape, message: /bad filter/ });
    expect(read({ success: false, errors: [{ code: 7003 }] })).toMatchObject({ ...shape, message: /7003/ });
    expect(read({ success: false, message: '' })).toMatchObject(shape);
    expect(read({ success: true, message: 'fine' })).toMatchObject({ value: { message: 'fine' } });
  });
});

describe('jsonList', () => {
  it('takes the list under the first key that has one, or a bare list', () => {
    expect(jsonList(page('{"data":null,"models":[1,2]}'), 'data', 'models')).toEqual([1, 2]);
    expect(jsonList(page('[1]'), 'data')).toEqual([1]);
    expect(jsonList(page('[1]'))).toEqual([1]);
  });

  it.each(['{}', '[]', '{"data":[]}', '{"data":{}}', '{"data":"x"}', '{"other":[1]}', '{"error":"x","data":[1]}'])(
    'throws a shape error for %s',
    (body) => expect(fault(() => jsonList(page(body), 'data'))).toMatchObject(shape),
  );

  it('gives rows or a shape error for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const result = fault(() => jsonList(page(body), 'data'));
        if (result instanceof Error) expect(result).toMatchObject(shape);
        else expect((result as { value: unknown[] }).value.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('jsonPages', () => {
  const read = (...bodies: string[]) => fault(() => jsonPages(bodies.map(page), 'data'));

  it('joins the pages; only the first one must not be empty', () => {
    expect(read('{"data":[1]}', '{"data":[2,3]}', '{"data":[]}')).toEqual({ value: [1, 2, 3] });
    expect(read('{"data":[]}', '{"data":[1]}')).toMatchObject(shape);
    expect(read('{"data":[1]}', '{"error":"x"}')).toMatchObject(shape);
    expect(read('{"data":[1]}', '<html>')).toMatchObject(shape);
  });
});
