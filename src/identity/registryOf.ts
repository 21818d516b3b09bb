import type { KnownModel, KnownOffer, Registry } from '../model/registry.js';
import { distinctDays } from './day.js';
import { groupBy } from './groupBy.js';
import { inOrder } from './inOrder.js';
import { namedOf, wordsOf, type Named } from './named.js';
import type { Facets } from '../model/identity.js';
import type { Offer } from './offer.js';
import { partsOf } from './parts.js';
import { nameIn, settle, type Settled } from './table.js';
import { byText } from './byText.js';

/** The registry of a table: all its models with their offers, sorted. Pure; the order of the offers changes nothing. */
export function registryOf(offers: readonly Offer[]): Registry {
  const settled = settle(offers);
  const models = [...groupBy(settled.named, (named) => nameIn(settled, named).key)].map(([, group]) =>
    modelOf(settled, group),
  );
  const why = new Map(settled.without.map((reading) => [reading.offer, 'no lab is known behind the name']));
  const unnamed = settled.readings.flatMap((one) => {
    const reason = 'why' in one ? one.why : why.get(one.offer);
    return reason === undefined ? [] : [{ ...knownOf(one.offer, one.facets), why: reason }];
  });
  return { schemaVersion: 1, models: models.sort(byText(({ key }) => key)), unnamed: unnamed.sort(byText(nameOf)) };
}

function modelOf(settled: Settled, group: readonly Named[]): KnownModel {
  const [first] = group as [Named];
  const days = group.map(({ reading }) => reading.date).filter((date) => date !== null);
  return {
    ...nameIn(settled, first),
    ...partsOf(first),
    words: [...new Set(group.flatMap(goesBy))].sort(),
    days: distinctDays(days),
    offers: group.map(({ reading }) => knownOf(reading.offer, reading.facets)).sort(byText(nameOf)),
  };
}

/** The words of a name as it is read and as the table settles it. */
const goesBy = (named: Named): string[] =>
  [namedOf(named.reading, named.lab), named].map((one) => wordsOf(one).join(' '));

/** What is there of an offer. */
const knownOf = ({ provider, id, name, ownedBy, releaseDate }: Offer, facets: Facets): KnownOffer => ({
  ...{ provider, id },
  ...(name && name !== id && { name }),
  ...(ownedBy && { ownedBy }),
  ...(releaseDate && { releaseDate }),
  ...(Object.keys(facets).length > 0 && { facets: inOrder(facets) }),
});

const nameOf = ({ provider, id }: KnownOffer): string => `${provider}/${id}`;
