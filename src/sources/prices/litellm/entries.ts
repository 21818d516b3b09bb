import type { Page } from '../../../model/page.js';
import { jsonObject } from '../../parse/json.js';
import { keyOf } from './keyOf.js';
import { sellerOf } from './sellers.js';

type Entry = Readonly<Record<string, unknown>>;

/** `input_cost_per_token_above_200k_tokens_priority`: a price of a long prompt, of another service tier, or of both. */
const conditional = /^(.*?)(?:_above_(\d+)k_tokens)?(?:_(batches|flex|priority))?$/;

/** How a row's `serviceTier` is called elsewhere. */
const serviceTiers: Readonly<Record<string, string>> = { batches: 'batch' };

/**
 * The entries of the table, one a row: with prices under a condition set apart from the others, and with the entries of
 * single regions and image sizes as `copies` of the model's own, so that none of them is taken for its price. What has
 * only copies is a row without prices of its own.
 */
export function entriesIn(page: Page): object[] {
  const rows = new Map<string, { copies: object[] }>();
  const twins: object[] = [];
  const copies: { group: string; copy: object; head: object }[] = [];
  for (const [key, entry] of Object.entries(jsonObject(page))) {
    if (!isEntry(entry)) continue;
    const provider = typeof entry['litellm_provider'] === 'string' ? entry['litellm_provider'].trim() : '';
    const { model, region, variant, pixels } = keyOf(key, provider);
    const group = `${sellerOf(provider)} ${model}`;
    const { mode } = entry;
    const head = { key, model, litellm_provider: provider, mode };
    if (isModel(key) && (region ?? variant) !== null)
      copies.push({ group, head, copy: { ...split(entry), region, variant, pixels } });
    else {
      const row = { ...split(entry), ...head, copies: [] };
      if (rows.has(group)) twins.push(row);
      else rows.set(group, row);
    }
  }
  for (const { group, copy, head } of copies) {
    const row = rows.get(group) ?? { ...head, copies: [] };
    rows.set(group, row);
    row.copies.push(copy);
  }
  return [...rows.values(), ...twins];
}

/** Defaults of Fireworks and Together for models of a size; prices of reserved capacity. */
const noModel = /^(sample_spec|fallback_generalizations)$|^(fireworks|together)-ai-|-commitment\/|\/$/;

/** Whether the key is a model's, and one that is sold by use. */
export const isModel = (key: string): boolean => !noModel.test(key);

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function split(entry: Entry): object {
  const plain: Record<string, unknown> = {};
  const conditions = new Map<string, object>();
  for (const [name, value] of Object.entries(entry)) {
    const [, field = name, thousands, tier] = conditional.exec(name) ?? [];
    if (!field.includes('cost') || (thousands === undefined && tier === undefined)) plain[name] = value;
    else {
      const contextAbove = thousands === undefined ? null : Number(thousands) * 1000;
      const serviceTier = tier === undefined ? null : (serviceTiers[tier] ?? tier);
      const condition = `${contextAbove} ${serviceTier}`;
      conditions.set(condition, { contextAbove, serviceTier, ...conditions.get(condition), [field]: value });
    }
  }
  return { ...plain, conditions: [...conditions.values()] };
}
