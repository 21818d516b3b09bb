import { lastValueFrom, NEVER, of, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { openPrices } from '../../src/cli/prices.js';
import { priceFileOf, pricePath } from '../../src/model/priceFile.js';
import type { Network } from '../../src/fetch/network.js';
import { prettyJson, writeAtomically } from '../../src/sinks/writeAtomically.js';
import { aList, aPriceList, notFound } from '../builders.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';

const body = { provider: 'OPENAI', model: 'gpt-4o', operator: 'equals', input_cost_per_1m: 2.5 };
const unreachable: Network = {
  ...{ fetch: ({ url }) => throwError(() => notFound(url)), canUse: () => true, isDown: false },
};
const recordings: Network = { ...unreachable, fetch: () => of(aList([body], { via: 'recording' })) };
const embedded: Network = { ...unreachable, fetch: () => NEVER };
const networks = { network: unreachable, recordings, embedded };

describe('the price list of an earlier run', () => {
  it.each([
    ['stale', 'https://helicone.ai/api/llm-costs'],
    ['stale', 'https://www.helicone.ai/api/llm-costs'],
    ['recording', 'my-prices.json'],
    ['recording', 'https://prices.example/helicone.ai'],
    ['recording', 'https://nothelicone.ai/api/llm-costs'],
  ])('makes the one of this run %s where it is from %s', async (status, url) => {
    const out = await temporaryFolder();
    const list = aPriceList({ url });
    await writeAtomically(out, pricePath(list.source), prettyJson(priceFileOf(list)));
    expect(await lastValueFrom(openPrices({ out }, networks))).toMatchObject({ status });
  });
});
