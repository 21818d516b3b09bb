import { hfRouter, routerDraft, routerRow, type RouterRow, routerRows } from './parse/hfRouter.js';
import { defineLink, defineSource } from './source.js';

/**
 * Public AI: its entries in the Hugging Face router's list, no key; numbers, USD per 1M tokens. The ids are the hub's.
 * Evidence: schemas of several typed clients, trimmed rows of 26 September 2026.
 */
export const publicai = defineSource({
  id: 'publicai',
  name: 'Public AI',
  docs: 'https://platform.publicai.co/docs',
  env: ['PUBLICAI_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  links: [
    defineLink<RouterRow>({
      name: 'hf-router',
      requests: [hfRouter],
      rows: ([page]) => routerRows(page, 'publicai'),
      row: routerRow,
      normalize: routerDraft,
    }),
  ],
});
