import type { Draft } from '../model/draft.js';
import type { Endpoint } from './define.js';

/** The endpoint with another draft in place of each that it reads, such as a catalog's entry whose ids are not the provider's. */
export const withDrafts = (endpoint: Endpoint, change: (draft: Draft, row: unknown) => Draft): Endpoint => ({
  ...endpoint,
  normalize: (row) => {
    const draft = endpoint.normalize(row);
    return draft && change(draft, row);
  },
});
