import type { Change, ChangeEvidence } from '../model/change.js';
import type { Model } from '../model/model.js';
import type { ProviderFile } from '../model/providerFile.js';
import { byPlace } from './byPlace.js';
import { evidenceOfFact, evidenceOfListing, evidenceOfReading } from './evidenceOf.js';
import { factChanges, type Known } from './factChanges.js';
import { factsOf, offeredOf } from './facts.js';

/**
 * What differs between two tables of enriched provider files: providers and offers that are new or gone, and facts about those
 * that both have, with the evidence of both sides. Sorted by provider, offer and field; the order of anything in the files
 * does not count, nor do other days, pages and rows that say the same.
 */
export function changesBetween(before: readonly ProviderFile[], after: readonly ProviderFile[]): Change[] {
  const was = byId(before);
  const is = byId(after);
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return ids.flatMap((id) => ofProvider(was.get(id), is.get(id))).sort(byPlace);
}

const byId = (files: readonly ProviderFile[]) => new Map(files.map((file) => [file.provider.id, file]));

function ofProvider(before: ProviderFile | undefined, after: ProviderFile | undefined): Change[] {
  if (before && after) return ofOffers(before, after);
  const file = before ?? after;
  if (!file) return [];
  const evidence = evidenceOfReading(file);
  const [was, is] = [before, after].map((side) => (side ? side.models.length : null));
  const [there, here] = [before, after].map((side) => (side ? evidence : null));
  return [
    {
      kind: after ? 'provider-new' : 'provider-gone',
      ...{ provider: file.provider.id, id: null, before: was ?? null, after: is ?? null },
      evidence: { before: there ?? null, after: here ?? null },
    },
  ];
}

function ofOffers(before: ProviderFile, after: ProviderFile): Change[] {
  const was = new Map(before.models.map((model) => [model.id, model]));
  const is = new Map(after.models.map((model) => [model.id, model]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): Change[] => {
    const [old, now] = [was.get(id), is.get(id)];
    const offer = { provider: after.provider.id, id };
    if (old && now) return factChanges(offer, knownOf(old, before), knownOf(now, after));
    if (old) return [goneOffer(offer, old, before, evidenceOfReading(after, old.from['*']))];
    return now ? [newOffer(offer, now, after, before)] : [];
  });
}

type Offer = Pick<Change, 'provider' | 'id'>;

const goneOffer = (offer: Offer, old: Model, file: ProviderFile, reading: ChangeEvidence): Change => ({
  kind: 'offer-gone',
  ...{ ...offer, before: offeredOf(old), after: null },
  evidence: { before: evidenceOfOffer(old, file), after: reading },
  ...(reading.fetchedAt !== null && { missingSince: reading.fetchedAt }),
});

const newOffer = (offer: Offer, now: Model, file: ProviderFile, before: ProviderFile): Change => ({
  kind: 'offer-new',
  ...{ ...offer, before: null, after: offeredOf(now) },
  evidence: { before: evidenceOfReading(before, now.from['*']), after: evidenceOfOffer(now, file) },
});

/** That of its price, where it has one. */
const evidenceOfOffer = (model: Model, file: ProviderFile): ChangeEvidence =>
  model.pricing.evidence
    ? evidenceOfFact({ kind: 'status', field: 'pricing', value: null }, model, file)
    : evidenceOfListing(model, file);

/** The facts of a record, each with where it stands. */
function knownOf(model: Model, file: ProviderFile): Known {
  return {
    facts: factsOf(offeredOf(model)),
    evidence: (fact) => evidenceOfFact(fact, model, file),
  };
}
