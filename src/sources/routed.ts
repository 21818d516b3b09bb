import { defineEndpoint, type Endpoint } from './define.js';
import { hfRouter, routerDraft, routerRow, routerRows } from './parse/hfRouter.js';

/**
 * The endpoint to what Hugging Face's router says of a provider that it routes to; no key, USD per 1M tokens.
 * `toDraft` is for providers whose own ids are not the hub's.
 */
export const routed = (provider: string, toDraft = routerDraft): Endpoint =>
  defineEndpoint({
    name: 'router',
    origin: 'catalog:huggingface',
    requests: { list: hfRouter },
    rows: ({ list }) => routerRows(list, provider),
    row: routerRow,
    normalize: toDraft,
  });
