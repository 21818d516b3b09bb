import type { ProviderKind } from '../model/providerKind.js';

/** A settled table in parts, each of which is read without the others. */
export interface ShippedTable {
  /** By the id of the provider, sorted: what it is, and where its part stands in `parts`. */
  readonly providers: Readonly<Record<string, ShippedProvider>>;
  /** The providers' files, each as JSON, gzip, base64, one after the other. */
  readonly parts: string;
}

export interface ShippedProvider {
  readonly kind: ProviderKind | null;
  readonly from: number;
  readonly to: number;
}

/** The settled table of this version: the build writes it in this place. Null in the checkout. */
export const shippedTable: ShippedTable | null = null;
