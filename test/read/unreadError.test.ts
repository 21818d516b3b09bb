import { describe, expect, it } from 'vitest';
import { UnreadError } from '../../src/read/unreadError.js';
import { aFault } from '../builders.js';

describe('UnreadError', () => {
  it.each([
    ['api answered 503', [aFault('api'), aFault('docs')]],
    ['no endpoint to read', []],
  ])('says "%s"', (message, faults) => {
    const error = new UnreadError(faults);
    expect([error.name, error.message, error.faults]).toEqual(['UnreadError', message, faults]);
  });
});
