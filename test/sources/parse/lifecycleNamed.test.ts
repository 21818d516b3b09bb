import { expect, it } from 'vitest';
import { lifecycleNamed } from '../../../src/sources/parse/lifecycleNamed.js';

it.each([
  ['active', 'active'],
  ['GA', 'active'],
  ['generalAvailability', 'active'],
  ['GENERAL_AVAILABILITY', 'active'],
  ['Production Models', 'active'],
  ['PUBLIC_PREVIEW', 'preview'],
  ['Supported Models Preview Systems', 'preview'],
  ['unstable', 'preview'],
  ['Deprecated', 'deprecated'],
  ['Legacy models', 'deprecated'],
  ['retired preview', 'retired'],
  ['no longer available', null],
  ['not supported', null],
  ['inactive', null],
  ['unavailable', null],
  ['Pricing', null],
  ['', null],
  [null, null],
])('%j -> %j', (said, status) => expect(lifecycleNamed(said)).toBe(status));
