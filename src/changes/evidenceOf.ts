import type { ChangeEvidence } from '../model/change.js';
import type { Model } from '../model/model.js';
import type { ProviderFile } from '../model/providerFile.js';
import type { Fact } from './facts.js';

type File = Pick<ProviderFile, 'endpoint' | 'sources'>;

/** The page of the reading as a whole: on it stands what a provider lists, and what it does not. */
export const evidenceOfReading = (file: File, endpoint = file.endpoint): ChangeEvidence =>
  on(file, file.sources[endpoint] ? endpoint : file.endpoint, 'provider', null);

/** Where an offer is listed. */
export const evidenceOfListing = (model: Model, file: File): ChangeEvidence =>
  evidenceOfReading(file, model.from['*'] ?? file.endpoint);

/** Where a fact about an offer stands, as far as its record tells: of a price the very row, of others the page. */
export function evidenceOfFact({ kind, field }: Fact, model: Model, file: File): ChangeEvidence {
  if (kind === 'price' || field === 'pricing') return evidenceOfPrice(field, model, file);
  const path = kind === 'limit' ? `limit.${field}` : field in model.capabilities ? `capabilities.${field}` : field;
  const from = model.from[path];
  if (from === undefined) return evidenceOfListing(model, file);
  return on(file, from, isOwn(from) ? 'provider' : from, null);
}

/** A price stands on the row of the witness whose quote it is; a single one may be another witness's. */
function evidenceOfPrice(field: string, model: Model, file: File): ChangeEvidence {
  const { source, evidence } = model.pricing;
  const other = model.from[`cost.${field}`];
  if (other !== undefined) return on(file, other, file.sources[other] ? 'provider' : other, null);
  if (!evidence) return evidenceOfListing(model, file);
  return on(file, evidence.endpoint, source ?? 'provider', evidence.row);
}

/** A catalog of somebody else is a witness of its own; an endpoint is the provider's. */
const isOwn = (from: string): boolean => !from.includes(':') && from !== 'registry';

function on({ sources }: File, page: string, witness: string, row: number | null): ChangeEvidence {
  const { url = null, fetchedAt = null, sha256 = null } = sources[page] ?? {};
  return { witness, url, fetchedAt, sha256, row };
}
