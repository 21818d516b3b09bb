import { hfRouter, routerDraft, routerRow, type RouterRow, routerRows } from './parse/hfRouter.js';
import { defineLink, type Link } from './source.js';

/**
 * The link to what Hugging Face's router says of a provider that it routes to; no key, USD per 1M tokens.
 * `toDraft` is for providers whose own ids are not the hub's.
 */
export const routed = (provider: string, toDraft = routerDraft): Link =>
  defineLink<RouterRow>({
    name: 'router',
    origin: 'catalog:huggingface',
    requests: [hfRouter],
    rows: ([page]) => routerRows(page, provider),
    row: routerRow,
    normalize: toDraft,
  });
