import { facets as facetsSchema, type Facets } from '../model/identity.js';

const order = Object.keys(facetsSchema.shape) as (keyof Facets)[];

/** The facets in the order of their schema, as they are written and read again. */
export const inOrder = (facets: Facets): Facets =>
  Object.fromEntries(order.flatMap((facet) => (facets[facet] === undefined ? [] : [[facet, facets[facet]]])));
