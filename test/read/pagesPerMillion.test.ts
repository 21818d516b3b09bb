import { describe, expect, it } from 'vitest';
import { pagesPerMillion } from '../../src/read/pagesPerMillion.js';

const count = (...bodies: string[]) => pagesPerMillion(bodies.map((body) => ({ body })));

describe('the pages with a unit', () => {
  it.each([
    'Prices are per 1M tokens.',
    '| Input / 1M tokens |',
    '**per 1 million tokens**',
    '$5 / MTok',
    'Input Tokens ($/1M)',
    'USD per 1,000,000 tokens',
    '<td>1M INPUT TOKENS</td>',
  ])('are those that name it: %s', (body) => expect(count(body, '# Models')).toBe(1));

  it.each([
    'a context of 1M tokens',
    '$40 per 1M characters',
    'per 1K tokens',
    'per month',
    '{"unit": "per 1M tokens"}',
  ])('are no others: %s', (body) => expect(count(body)).toBe(0));
});
