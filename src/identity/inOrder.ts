import type { Facets } from '../model/identity.js';

/** As the schema has them, apart from it: whoever tells models reads nothing by a schema, and loads none. */
export const facetOrder = [
  ...(['snapshot', 'alias', 'quantization', 'speed', 'tier', 'mode', 'effort', 'context'] as const),
  ...(['region', 'deployment', 'privacy', 'host', 'service', 'plan', 'lora', 'offering'] as const),
] satisfies readonly (keyof Facets)[];

/** The facets in the order of their schema, as they are written and read again. */
export const inOrder = (facets: Facets): Facets =>
  Object.fromEntries(facetOrder.flatMap((facet) => (facets[facet] === undefined ? [] : [[facet, facets[facet]]])));
