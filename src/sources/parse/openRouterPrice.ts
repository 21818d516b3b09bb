import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import { amount, part, parts } from './fields.js';
import { isVariable, perToken, perUnit, type Quoted, stated } from './money.js';
import { whenOf } from './openRouterTiers.js';
import { openRouterTokens } from './openRouterTokens.js';
import { openRouterTokenCost } from './openRouterTokens.js';
import { drawn, heard, listened, type Meant, seen, spoken } from './openRouterUnits.js';

const prices = {
  ...openRouterTokens,
  image: amount,
  image_output: amount,
  /** A copy of `image_output`. */
  image_token: amount,
  audio: amount,
  audio_output: amount,
};

/** What a row costs; what a number is for depends on what the model writes. */
export const openRouterPricing = part({
  ...prices,
  overrides: parts({ ...prices, utc_start: z.unknown().optional(), utc_end: z.unknown().optional() }),
});

/** Prices of such rows that are not the record's. */
export const openRouterIgnores = {
  '*.web_search': 'a call of a tool, not of the model',
  '*.input_audio_cache': 'cached sound, which the record has no field for and which is not cached text',
};

type Pricing = z.infer<typeof openRouterPricing>;
type Prices = { readonly [key in keyof typeof prices]: Quoted };

/** The row that a price stands in: what it is and what it writes, in the list's words. */
export interface Priced {
  readonly id: string;
  readonly outputs: readonly string[];
}

/** "-1" depends on the model that is routed to. Of a free model the two main prices are 0; any other 0 stands for "none". */
export function openRouterPrice(
  row: Priced,
  pricing: Pricing,
  saysFree: boolean,
): Pick<Draft, 'cost' | 'tiers' | 'priceStatus' | 'issues'> {
  if (isVariable(pricing.prompt) || isVariable(pricing.completion)) return { priceStatus: 'variable' };
  const { cost, issues } = costOf(row, pricing, pricing.prompt);
  const tiers = openRouterTiers(row, pricing, {});
  if (Object.keys(cost).length > 0 || issues.length > 0) return { cost, tiers, issues };
  const zero = { input: perToken(pricing.prompt), output: perToken(pricing.completion) };
  return { cost: zero, tiers, ...(saysFree && { priceStatus: 'free' }) };
}

/** The overrides of a price that itself holds under a condition, such as in a batch. */
export function openRouterTiers(row: Priced, pricing: Pricing, base: Tier['when']): Tier[] {
  return pricing.overrides.flatMap((override) => {
    const when = whenOf(override, (key) => key in prices);
    const { cost } = costOf(row, override, override.prompt ?? pricing.prompt);
    return when && Object.keys(cost).length > 0 ? [{ when: { ...base, ...when }, cost: stated(cost) }] : [];
  });
}

/** All prices of a row as those of one tier. */
export function openRouterTier(row: Priced, pricing: Pricing, when: Tier['when']): Tier[] {
  const cost = stated(costOf(row, pricing, pricing.prompt).cost);
  const own = Object.keys(cost).length > 0 ? [{ when, cost }] : [];
  return [...own, ...openRouterTiers(row, pricing, when)];
}

/** The prices above 0, and why the others are none. `prompt`: the price of text beside them. */
function costOf({ id, outputs }: Priced, quoted: Prices, prompt: Quoted): Meant {
  const only = outputs.length === 1 ? outputs[0] : undefined;
  const text: Meant = { cost: tokens(quoted), issues: [] };
  const isSound = (only === 'transcription' || only === 'speech') && !perUnit(quoted.completion);
  const main = !isSound ? text : only === 'speech' ? spoken(quoted.prompt) : heard(id, quoted.prompt);
  const meant = [
    main,
    drawn(quoted.image_output ?? quoted.image_token, outputs.includes('text') || Boolean(perUnit(prompt))),
    seen(quoted.image, prompt),
    listened(quoted.audio, prompt),
  ];
  return {
    cost: stated(Object.assign({}, ...meant.map(({ cost }) => cost)) as Meant['cost']),
    issues: meant.flatMap(({ issues }) => issues),
  };
}

const tokens = (quoted: Prices): Meant['cost'] => ({
  ...openRouterTokenCost(quoted),
  outputAudio: perToken(quoted.audio_output) || null,
});
