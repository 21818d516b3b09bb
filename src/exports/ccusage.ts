import type { CostField } from '../model/cost.js';
import { groupBy } from '../identity/groupBy.js';
import type { Model } from '../model/model.js';
import { noPlace } from './conditions.js';
import { perOneToken } from './exact.js';
import type { Export, Loss, Table } from './export.js';
import type { PriceLine } from '../cost/priceLines.js';
import { entryLines } from './json.js';
import { allLost, type Entry, type Offer, offersIn } from './offersIn.js';

const fields: Partial<Record<CostField, string>> = {
  input: 'inputCostPerToken',
  output: 'outputCostPerToken',
  cacheWrite: 'cacheCreationInputTokenCost',
  cacheRead: 'cacheReadInputTokenCost',
};

export const ccusage: Export = {
  format: 'ccusage',
  path: 'ccusage/ccusage.json',
  summary: 'a ccusage.json with pricingOverrides: ccusage by --config',
  notes: [
    'ccusage knows a model by its name alone: of several offers of a name the maker has it, else all have to agree',
    'only models of which input and output are priced, for what is left out is taken from its own table, or is 0',
  ],
  write: (table: Table) => {
    const offers = offersIn(table).filter(({ lines }) => lines.length > 0);
    const names = groupBy(offers, ({ model }) => model.id);
    const losses: Loss[] = [];
    const entries = [...names].flatMap(([name, sellers]) => {
      const entry = entryOf(sellers, losses);
      return entry ? [[name, entry] as const] : [];
    });
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    const overrides = entryLines(sorted).trimEnd();
    return { content: `{ "defaults": { "pricingOverrides": ${overrides} } }\n`, losses };
  },
};

/** The entry of a name: of its maker, or of all its sellers if they agree. */
function entryOf(sellers: readonly Offer[], losses: Loss[]): object | null {
  const entries = sellers.map(({ model, lines }) => ({ model, lines, ...pricesOf(lines, model) }));
  const usable = entries.filter(({ value }) => value !== null);
  const maker = usable.find(({ model }) => isMaker(model));
  const first = maker ?? usable[0];
  const isAgreed = usable.every(({ value }) => priceKey(value) === priceKey(first?.value ?? null));
  const taken = maker || isAgreed ? first : undefined;
  for (const one of entries) {
    const isSame = taken !== undefined && priceKey(one.value) === priceKey(taken.value);
    losses.push(...(one.value === null || isSame ? one.losses : allLost(one.lines, 'another seller of the same name')));
  }
  return taken?.value ?? null;
}

const priceKey = (value: object | null): string => JSON.stringify({ ...value, maxInputTokens: undefined });

const isMaker = ({ provider, ownedBy, model }: Model): boolean =>
  model?.key?.startsWith(`${provider}/`) === true || ownedBy?.toLowerCase() === provider;

function pricesOf(lines: readonly PriceLine[], { limit }: Model): Entry<object | null> {
  const value: Record<string, number> = {};
  const losses: Loss[] = [];
  for (const line of lines) {
    const name = nameOf(line);
    if (name === null) losses.push({ line, why: noPlace(line, line.field in fields) });
    else value[name] = perOneToken(line.price);
  }
  if (!('inputCostPerToken' in value && 'outputCostPerToken' in value)) {
    return { value: null, losses: allLost(lines, 'input and output are not both priced') };
  }
  const input = limit.input ?? limit.context;
  return { value: { ...value, ...(input !== null && { maxInputTokens: input }) }, losses };
}

/** Its only conditions are prompts above 200,000 tokens. */
function nameOf({ field, when: { contextAbove, ...others } }: PriceLine): string | null {
  const name = fields[field];
  if (name === undefined || Object.keys(others).length > 0) return null;
  if (contextAbove === undefined) return name;
  return contextAbove === 200_000 ? `${name}Above200kTokens` : null;
}
