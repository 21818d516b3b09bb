import { z } from 'zod';

/** What a source is read for: the catalog of a provider, or a price list. */
export const sourceKind = z.enum(['provider', 'prices']);
export type SourceKind = z.infer<typeof sourceKind>;
