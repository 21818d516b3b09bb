import type { Identity } from '../model/identity.js';
import type { KnownModel, Registry } from '../model/registry.js';
import { distinctDays, sameDay } from './day.js';
import { releasesOf } from './facts.js';
import { groupBy } from './groupBy.js';
import { inOrder } from './inOrder.js';
import { blockOf, blocksIn } from './block.js';
import type { Named } from './named.js';
import type { Offer } from './offer.js';
import { provisional } from './provisional.js';
import { read } from './read.js';
import { sameAs } from './table.js';

/** Tells which models offers are, in their order. */
export type Identify = (offers: readonly Offer[]) => Identity[];

/**
 * Tells of single offers what the registry's table tells of all: one that the registry knows, by seller and id, is what it
 * is there; a new one is settled beside the known offers that go by the same words, and gets the key of those that are the
 * same model. One that is the same as none has a key of its own making, the same whoever sells it: its date stays in it,
 * since others may sell another release.
 *
 * Pure: what else is asked, before or beside, changes nothing.
 */
export function identifier(registry: Registry): Identify {
  const answers = knownAnswers(registry);
  const blocks = blocksIn(registry);
  const fresh = (offer: Offer): Identity => {
    const reading = read(offer);
    if ('why' in reading) return none(reading.why, reading.facets);
    const block = blockOf(reading, blocks);
    const found = sameAs(reading, block.readings);
    if (!found) return none('no lab is known behind the name', reading.facets);
    const model = commonest(found.same.flatMap((one) => block.models.get(one.reading) ?? []));
    return { ...nameFor(found.named, model), facets: inOrder(reading.facets) };
  };
  return (offers) => offers.map((offer) => answers.get(offer.provider)?.get(offer.id) ?? fresh(offer));
}

const none = (why: string, facets: Identity['facets']): Identity => ({
  ...{ key: null, line: null, facets: inOrder(facets), why },
});

/** By seller and id: a text of both for each offer would take as much memory again. */
type Answers = ReadonlyMap<string, ReadonlyMap<string, Identity>>;

function knownAnswers({ models, unnamed }: Registry): Answers {
  const answers = new Map<string, Map<string, Identity>>();
  const add = ({ provider, id }: Pick<Offer, 'provider' | 'id'>, answer: Identity) => {
    const own = answers.get(provider);
    if (own) own.set(id, answer);
    else answers.set(provider, new Map([[id, answer]]));
  };
  for (const { key, line, offers } of models)
    for (const offer of offers) add(offer, { key, line, facets: offer.facets ?? {} });
  for (const offer of unnamed) add(offer, none(offer.why, offer.facets ?? {}));
  return answers;
}

/** The model that most of the offers are; the first by its key of equals. */
function commonest(models: readonly KnownModel[]): KnownModel | undefined {
  const groups = [...groupBy(models, ({ key }) => key).values()];
  groups.sort(([a], [b]) => ((a?.key ?? '') < (b?.key ?? '') ? -1 : 1)).sort((a, b) => b.length - a.length);
  return groups[0]?.[0];
}

/** The known model's name, unless the offer says a day that nobody knows of it. */
function nameFor(named: Named, model: KnownModel | undefined): { key: string; line: string } {
  const { date } = named.reading;
  const own = provisional({ ...named, date: named.date ?? date });
  if (!model) return own;
  const known = distinctDays([...model.days, ...(releasesOf(named)?.dates ?? [])]);
  const isNew = date !== null && named.date === null && !known.some((day) => sameDay(day, date));
  return isNew
    ? { key: `${model.line}-${named.reading.writtenDate ?? date}`, line: model.line }
    : { key: model.key, line: model.line };
}
