import { describe, expect, it } from 'vitest';
import { located, refusedUntil, SourceError, triedOften } from '../../src/read/errors.js';
import { day2 } from '../builders.js';

const facts = {
  ...{ url: 'https://acme.example/{ACCOUNT}', status: 429, transient: true, unreachable: true },
  ...{ retryAfterMs: 60_000, retryAt: day2, attempts: 4, cause: new Error('why') },
};
const busy = new SourceError('http', 'answered 429', facts);

/** All that is known of an error. */
const known = ({ name, kind, message, cause, ...rest }: SourceError) => ({ name, kind, message, cause, ...rest });

describe('a fault of a request', () => {
  it('is of one attempt, final and of a host that was reached where nothing else is said', () =>
    expect(known(new SourceError('timeout', 'took too long'))).toEqual({
      ...{ name: 'SourceError', kind: 'timeout', message: 'took too long', transient: false, unreachable: false },
      attempts: 1,
    }));

  it('keeps all that is known of it when it says who was asked for what', () =>
    expect(known(located(busy, 'acme.example', 'https://acme.example/models'))).toEqual({
      ...known(busy),
      ...{ message: 'acme.example: answered 429', url: 'https://acme.example/models' },
    }));

  it('keeps all that is known of it when it says until when it is refused', () =>
    expect(known(refusedUntil(busy, '2026-02-01T00:00:00.000Z'))).toEqual({
      ...known(busy),
      message: 'answered 429; the server asks to be left alone until 2026-02-01T00:00:00.000Z',
      ...{ retryAt: '2026-02-01T00:00:00.000Z', cause: busy },
    }));

  it('keeps all that is known of it when it says how often it was tried', () => {
    expect(known(triedOften(busy, 2))).toEqual({ ...known(busy), attempts: 2 });
    expect(triedOften(busy, 1)).toBe(busy);
  });
});
