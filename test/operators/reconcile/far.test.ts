import { expect, it } from 'vitest';
import { isFar } from '../../../src/operators/reconcile/far.js';

it.each([
  [1, 5.001, true],
  [5.001, 1, true],
  [1, 5, false],
  [5, 1, false],
  [1, 1, false],
  [0, 9, false],
  [9, 0, false],
])('from %d to %d: %s', (was, is, far) => expect(isFar({ was, is })).toBe(far));
