import type { Model } from '../../model/model.js';
import { conditionKey } from '../../cost/conditionKey.js';
import type { Table } from '../export.js';
import type { PriceLine } from '../../cost/priceLines.js';
import { type Offer, offersIn } from '../offersIn.js';
import { unitOf } from '../units.js';

export type Cell = string | number | null;
type Rows = readonly (readonly Cell[])[];

/** The rows of each table, those that others point to first. */
export function tablesOf(table: Table): Readonly<Record<'models' | 'offers' | 'tiers' | 'prices' | 'sources', Rows>> {
  const offers = offersIn(table);
  return { models: modelsOf(offers), offers: offers.map(offerRow), ...pricesOf(offers), sources: sourcesOf(table) };
}

function modelsOf(offers: readonly Offer[]): Rows {
  const lines = new Map<string, string | null>();
  for (const { model } of offers) if (model.model?.key) lines.set(model.model.key, model.model.line);
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
}

const offerRow = ({ model }: Offer): Cell[] => [
  ...[model.provider, model.id, model.name, model.model?.key ?? null, model.ownedBy, model.mode],
  ...[model.modalities.input.join(' '), model.modalities.output.join(' ')],
  ...[model.limit.context, model.limit.input, model.limit.output],
  ...capabilities.map((name) => flag(model.capabilities[name])),
  ...[flag(model.openWeights), model.quantization, model.knowledge, model.releaseDate, model.lastUpdated],
  ...[model.status, model.deprecatedAt, model.retiresAt],
  ...[model.pricing.status, model.pricing.source, model.pricing.confidence],
  ...[model.pricing.evidence?.endpoint ?? null, model.pricing.evidence?.row ?? null],
  model.pricing.evidence ? null : model.pricing.issues.map(({ code }) => code).join(' '),
];

const capabilities = [
  'toolCall',
  'reasoning',
  'structuredOutput',
  'attachment',
  'temperature',
  'streaming',
] as const satisfies readonly (keyof Model['capabilities'])[];

const flag = (value: boolean | null): number | null => (value === null ? null : Number(value));

function pricesOf(offers: readonly Offer[]): { readonly tiers: Rows; readonly prices: Rows } {
  const tiers: Cell[][] = [];
  const prices: Cell[][] = [];
  for (const { model, lines } of offers) {
    const numbers = new Map<string, number | null>([['[]', null]]);
    for (const { field, price, when } of lines) {
      const key = conditionKey(when);
      if (!numbers.has(key)) {
        numbers.set(key, tiers.length + 1);
        tiers.push([tiers.length + 1, model.provider, model.id, ...conditions.map((name) => when[name] ?? null)]);
      }
      prices.push([model.provider, model.id, numbers.get(key) ?? null, field, price, unitOf(field)]);
    }
  }
  return { tiers, prices };
}

const conditions = [
  'contextAbove',
  'contextUpTo',
  'serviceTier',
  'region',
  'timeUtc',
  'days',
  'from',
  'until',
  'quantityAbove',
  'variant',
] as const satisfies readonly (keyof PriceLine['when'])[];

const sourcesOf = (table: Table): Rows =>
  table.flatMap(({ provider, sources }) =>
    Object.entries(sources).map(([name, { url, fetchedAt, sha256, via }]) => [
      ...[provider.id, name, url, fetchedAt, sha256, via],
    ]),
  );
