import type { Change } from '../model/change.js';
import type { ProviderFile } from '../model/providerFile.js';

type File = Pick<ProviderFile, 'endpoint' | 'sources'>;

/**
 * Whether a provider's file is made of a reading that was fetched before that of another one, as when a recording stands in for
 * what was live: what it says otherwise is nothing that changed in the world.
 */
export const isOlderReading = (after: File, before: File): boolean =>
  isOlder(after.sources[after.endpoint]?.fetchedAt, before.sources[before.endpoint]?.fetchedAt);

/** The same of a single fact, such as a price of a list: whether it stands on an older copy of the page that it stood on. */
export const isOlderPage = ({ evidence: { before, after } }: Pick<Change, 'evidence'>): boolean =>
  before !== null && after !== null && before.url === after.url && isOlder(after.fetchedAt, before.fetchedAt);

/** False where one of the days is not known. */
const isOlder = (after: string | null | undefined, before: string | null | undefined): boolean =>
  Date.parse(after ?? '') < Date.parse(before ?? '');
