import type { Table } from '../../src/exports/export.js';
import type { Cost } from '../../src/model/cost.js';
import type { Model } from '../../src/model/model.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aModel, anOrigin, aPricing } from '../builders.js';

/** A priced chat model, unless `more` says otherwise. */
export const anOffer = (id: string, cost: Partial<Cost>, more: Partial<Model> = {}): Model =>
  aModel(id, { mode: 'chat', cost: { ...unknownCost, ...cost }, pricing: aPricing(), ...more });

/** A table of made-up offers, a file for each of their providers. */
export const aTable = (...models: readonly Model[]): Table =>
  [...new Set(models.map(({ provider }) => provider))].sort().map((id) => ({
    ...{ schemaVersion: 2, endpoint: 'api', sources: { api: anOrigin() } },
    provider: { id, name: id, kind: null, docs: `https://${id}.example`, env: [] },
    models: models.filter(({ provider }) => provider === id),
  }));
