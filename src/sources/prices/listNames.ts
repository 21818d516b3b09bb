import type { ListNames } from '../define.js';
import * as genaiPrices from './genaiPrices/sellers.js';
import * as helicone from './helicone/sellers.js';
import * as litellm from './litellm/sellers.js';
import * as modelsDev from './modelsDev/sellers.js';
import * as portkey from './portkey/sellers.js';

/** What an index has to know of each list, apart from what reads it: rows that a run wrote need no more. */
export const listNames: readonly ListNames[] = [
  { id: 'helicone', ...helicone },
  { id: 'litellm', sellers: litellm.sellers, sameSeller: litellm.sameSeller },
  { id: 'models.dev', ...modelsDev },
  { id: 'genai-prices', ...genaiPrices },
  { id: 'portkey', ...portkey },
];
