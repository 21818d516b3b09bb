import type { Offer } from '../../src/identity/offer.js';
import { offlineRun } from '../contract/offlineRun.js';

/** All offers of the recordings, as the table of identities takes them. */
export const recordedOffers = async (): Promise<Offer[]> =>
  (await offlineRun()).models.map(({ provider, id, name, ownedBy, releaseDate }) => ({
    provider,
    id,
    name,
    ownedBy,
    releaseDate,
  }));
