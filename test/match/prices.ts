import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PriceRow } from '../../src/model/price.js';
import { readRows } from '../../src/read/readRows.js';
import { helicone } from '../../src/sources/prices/helicone.js';
import { whole } from '../read/whole.js';
import { pageOf, recordingsDir } from '../sources/harness.js';

/** The recorded list of prices, bad rows and all. */
export function recordedPrices(): readonly PriceRow[] {
  const [endpoint] = helicone.endpoints;
  const list = pageOf(
    endpoint!.requests['list']!.requests[0]!,
    readFileSync(join(recordingsDir, 'helicone/llm-costs.json'), 'utf8'),
  );
  const place = { source: helicone, pages: [{ page: list, name: 'api', isForPrices: null }] };
  return whole(readRows([...endpoint!.rows({ list })], endpoint!, place)).items;
}
