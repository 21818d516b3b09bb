import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readEndpoint } from '../sources/harness.js';
import { defineEndpoint } from '../../src/sources/define.js';
import { anEndpoint, aPage, aSource } from '../builders.js';

const endpoint = defineEndpoint({
  ...anEndpoint(),
  rows: ({ list }) => JSON.parse(list.body) as unknown[],
  requests: { list: { url: 'https://acme.example/api' } },
  row: z.looseObject({ id: z.string(), input: z.number().optional(), odd: z.boolean().optional() }),
  isUnplaced: ({ id }) => id === '?',
  normalize: ({ id, input, odd }) =>
    id === '?'
      ? undefined
      : { id, ...(input && { cost: { input } }), ...(odd && { issues: [{ code: 'unread-price', detail: 'x' }] }) },
});

const faultsOf = async (rows: readonly object[]) => {
  const page = aPage(JSON.stringify(rows.map((row, i) => ({ id: `m${i}`, ...row }))));
  return (await lastValueFrom(readEndpoint(aSource(), endpoint, () => of(page)))).faults;
};
const priced = (count: number) => Array.from({ length: count }, () => ({ input: 0.001 }));

describe('prices that are not placed', () => {
  it('are a fault where they are more than 30 % of what is priced', async () => {
    expect(await faultsOf([...priced(7), { odd: true }, { odd: true }, { odd: true }])).toEqual([]);
    expect(await faultsOf([...priced(6), { odd: true }, { odd: true }, { odd: true }])).toMatchObject([
      { endpoint: 'api', request: null, kind: 'shape', error: expect.stringContaining('3 of 9 records') as string },
    ]);
  });

  it('count once where a record has other prices too, and with the rows that no model is known for', async () => {
    expect(await faultsOf([...priced(7), { input: 0.001, odd: true }, { id: '?' }, { id: '?' }])).toEqual([]);
    expect(await faultsOf([...priced(5), { input: 0.001, odd: true }, { id: '?' }, { id: '?' }])).toHaveLength(1);
  });

  it('are none where nothing is priced', async () => expect(await faultsOf([{}, {}])).toEqual([]));
});
