import { ccusage } from './ccusage.js';
import { genaiPrices } from './genaiPrices.js';
import { helicone } from './helicone.js';
import { litellm } from './litellm.js';
import { modelsDev } from './modelsDev.js';
import type { Reader } from './reader.js';
import { csv, focus, parquet, sqlite } from './rows.js';
import { table } from './table.js';

/** A reader of each format. */
export const readers: Readonly<Record<string, Reader>> = {
  ...{ 'models.dev': modelsDev, litellm, 'genai-prices': genaiPrices, helicone, ccusage },
  ...{ csv, sqlite, parquet, focus, table },
};
