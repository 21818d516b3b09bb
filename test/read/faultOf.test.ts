import { describe, expect, it } from 'vitest';
import { fault as faultSchema } from '../../src/model/fault.js';
import { SourceError } from '../../src/read/errors.js';
import { faultOf } from '../../src/read/faultOf.js';
import { shapeError } from '../../src/sources/parse/shapeError.js';
import { day2 } from '../builders.js';

const at = { endpoint: 'api', request: 'list', url: 'https://acme.example/asked' };

describe('faultOf', () => {
  it('tells an error of the network with all that it knows', () => {
    const error = new SourceError('http', 'acme.example answered 429', {
      ...{ url: 'https://acme.example/{ACCOUNT}', status: 429, retryAt: day2, attempts: 4 },
    });
    expect(faultOf(error, at)).toEqual({
      endpoint: 'api',
      request: 'list',
      url: 'https://acme.example/{ACCOUNT}',
      kind: 'http',
      httpStatus: 429,
      error: 'acme.example answered 429',
      attempts: 4,
      retryAt: day2,
    });
  });

  it('takes the address that was asked where the error names none, and null where nobody does', () => {
    const error = new SourceError('timeout', 'took too long');
    const told = { kind: 'timeout', httpStatus: null, error: 'took too long', attempts: 1, retryAt: null };
    expect(faultOf(error, at)).toEqual({ ...at, ...told });
    expect(faultOf(error, { endpoint: 'api', request: null })).toEqual({
      ...told,
      ...{ endpoint: 'api', request: null, url: null },
    });
  });

  it.each(faultSchema.shape.kind.options)('keeps the kind %s', (kind) =>
    expect(faultOf(new SourceError(kind, 'no'), at)).toMatchObject({ kind, error: 'no' }),
  );

  it.each([
    ['a page that is not what it was', shapeError('the page prices no models'), 'the page prices no models'],
    ['a stumble of an adapter', new TypeError('x is undefined'), 'the answer is not what it was: x is undefined'],
    ['what is no error at all', 'a word', 'the answer is not what it was: a word'],
    ['nothing', undefined, 'the answer is not what it was: undefined'],
  ])('takes %s for a fault of shape, once asked for', (_, error, says) =>
    expect(faultOf(error, at)).toEqual({
      ...at,
      ...{ kind: 'shape', httpStatus: null, error: says, attempts: 1, retryAt: null },
    }),
  );

  it('gives what the manifest takes', () => {
    for (const error of [new SourceError('network', 'no route', { attempts: 2 }), shapeError('no list'), 7]) {
      expect(faultSchema.parse(faultOf(error, { endpoint: 'api', request: null }))).toMatchObject({ endpoint: 'api' });
    }
  });
});
