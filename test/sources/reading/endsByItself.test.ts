import { expect, it } from 'vitest';
import { endsByItself } from '../../../src/sources/reading/endsByItself.js';

it.each([
  [{ input: '$2', condition: 'through August 31, 2026' }],
  [{ input: '$3', condition: 'starting September 1, 2026' }],
  [{ price: 1, until: '2026-08-31' }],
  [{ price: 1, effectiveEndDate: '2026-08-31T00:00:00Z' }],
  [{ price: 1, expires_at: '2026-08-31' }],
])('%j holds for some days only', (entry) => expect(endsByItself(entry)).toBe(true));

it.each([
  [{ price: 1 }],
  [{ price: 1, condition: 'for prompts over 200,000 tokens' }],
  [{ price: 1, effectiveStartDate: '2026-08-31' }],
  [{ price: 1, updated_at: '2026-08-31' }],
  [{ price: 1, backend: '2026-08-31' }],
  [{ price: 1, until: null }],
  [{ price: 1, text: `through August 31, 2026${' '.repeat(200)}` }],
  [7],
  [null],
])('%j does not', (entry) => expect(endsByItself(entry)).toBe(false));
