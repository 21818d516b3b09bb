import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identifier } from '../../src/identity/identifier.js';
import { identify } from '../../src/identity/identify.js';
import { registryOf } from '../../src/identity/registryOf.js';
import { type Registry, registry as registrySchema } from '../../src/model/registry.js';
import { registryPath } from '../../src/store/registry.js';
import { recordedOffers } from './recordedOffers.js';
import { registryText } from './registry.js';

const published = readFileSync(registryPath, 'utf8');
const registry = JSON.parse(published) as Registry;
const offers = await recordedOffers();

/** The registry as if nobody had looked at a provider's list yet. */
const without = ({ models, unnamed, ...rest }: Registry, provider: string): Registry => ({
  ...rest,
  models: models
    .map((model) => ({ ...model, offers: model.offers.filter((offer) => offer.provider !== provider) }))
    .filter((model) => model.offers.length > 0),
  unnamed: unnamed.filter((offer) => offer.provider !== provider),
});

describe('the registry', () => {
  it('is what the recordings tell (run `pnpm generate` to refresh it)', () => {
    expect(registryText(registryOf(offers)) === published).toBe(true);
  });

  it('has the form that is published', () => expect(registrySchema.safeParse(registry).error).toBeUndefined());

  it('is the same whatever the order of the offers', () => {
    expect(registryText(registryOf(offers.toReversed())) === published).toBe(true);
  });

  it('tells of every recorded offer what the table as a whole tells', () => {
    const told = identifier(registry)(offers);
    expect(told.map(({ key }) => key)).toEqual(identify(offers).map((one) => ('key' in one ? one.key : null)));
    expect(told.map(({ facets }) => facets)).toEqual(identify(offers).map(({ facets }) => facets));
    expect(told.every(({ key, why }) => (key === null) !== (why === undefined))).toBe(true);
  });

  const providers = [...new Set(offers.map(({ provider }) => provider))].sort();
  it.each(providers.filter((_, i) => i % 12 === 0))(
    'tells of the list of %s, had it never seen it, what the table tells, or a model that nobody else offers',
    (provider) => {
      const rest = without(registry, provider);
      const others = new Set(rest.models.map(({ key }) => key));
      const list = offers.filter((offer) => offer.provider === provider);
      const known = identifier(registry)(list);
      identifier(rest)(list).forEach(({ key }, i) => {
        const due = known[i]?.key ?? null;
        const id = list[i]?.id;
        if (due === null || others.has(due)) expect([id, key]).toEqual([id, due]);
        else expect([id, key !== null && others.has(key)]).toEqual([id, false]);
      });
    },
  );
});
