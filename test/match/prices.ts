import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PriceRow } from '../../src/model/price.js';
import { helicone } from '../../src/sources/prices/helicone.js';
import { pageOf, recordingsDir } from '../sources/harness.js';

/** The recorded list of prices, bad rows and all. */
export function recordedPrices(): PriceRow[] {
  const body = readFileSync(join(recordingsDir, 'helicone/llm-costs.json'), 'utf8');
  return [...helicone.rows(pageOf(helicone.request, body))].map((row) => helicone.normalize(helicone.row.parse(row)));
}
