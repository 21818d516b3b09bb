import { ccusage } from './ccusage.js';
import { csv } from './csv.js';
import type { Export } from './export.js';
import { focus } from './focus.js';
import { genaiPrices } from './genaiPrices.js';
import { helicone } from './helicone.js';
import { litellm } from './litellm.js';
import { modelsDev } from './modelsDev.js';
import { parquet } from './parquet.js';
import { sqlite } from './sqlite.js';
import { table } from './table.js';

/** All formats that the table is exported to. */
export const exports: readonly Export[] = [
  modelsDev,
  litellm,
  genaiPrices,
  helicone,
  ccusage,
  csv,
  sqlite,
  parquet,
  focus,
  table,
];
