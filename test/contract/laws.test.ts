import { lastValueFrom } from 'rxjs';
import { beforeAll, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { openRegistry } from '../../src/store/registry.js';
import { settlePrices } from '../../src/pipeline.js';
import { openNetworks } from '../../src/read/networks.js';
import type { OpenCourt } from '../../src/settle/court.js';
import { judge } from '../../src/settle/judge.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { recordingsDir } from '../sources/harness.js';
import { enrichedRun, type Enriched } from './enrichedRun.js';

let run: readonly Enriched[];
let court: OpenCourt;
let siblings: ReadonlyMap<string, Model['cost']>;
beforeAll(async () => {
  run = await enrichedRun();
  siblings = new Map(run.map(({ model }) => [`${model.provider}/${model.id}`, model.cost]));
  const networks = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  court = await lastValueFrom(settlePrices(priceLists, { ...networks, modelOf: (await openRegistry()).modelOf }).court);
});

const verdictOn = (model: Model) =>
  judge({
    offer: model,
    isOwn: model.pricing.source === 'provider',
    cost: model.cost,
    tiers: model.tiers,
    peers: () => court.peers.of(model.provider, model.id),
    kin: () => court.peers.kinOf(model.provider, model.id),
    sibling: (id) => siblings.get(`${model.provider}/${id}`),
    usual: court.peers.usual,
  });

const priced = () => run.map(({ enriched }) => enriched).filter(({ pricing }) => pricing.status === 'priced');
const nameOf = ({ provider, id }: Model): string => `${provider}/${id}`;

it('no written price breaks a hard law, in no field and no tier', () => {
  expect(priced().length).toBeGreaterThanOrEqual(6_000);
  const broken = priced().flatMap((model) => verdictOn(model).broken.map((issue) => [nameOf(model), issue]));
  expect(broken).toEqual([]);
});

it('each soft law that a written price breaks is named with it', () => {
  const silent = priced().flatMap((model) =>
    verdictOn(model)
      .odd.filter(({ code }) => !model.pricing.issues.some((issue) => issue.code === code))
      .map((issue) => [nameOf(model), issue]),
  );
  expect(silent).toEqual([]);
});

it('every offer without a price says why in its own words', () => {
  const mute = run.filter(
    ({ enriched: { pricing } }) =>
      (pricing.status === 'unknown' || pricing.status === 'quarantined') && pricing.issues.length === 0,
  );
  expect(mute.map(({ enriched }) => nameOf(enriched))).toEqual([]);
});
