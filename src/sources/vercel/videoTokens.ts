import { z } from 'zod';
import type { Tier } from '../../model/cost.js';
import { part } from '../parse/fields.js';
import { perMillion } from '../parse/money.js';
import { variantOf } from '../parse/variants.js';

/** Prices per token of the video that is written, by resolution and by what goes in. */
export const videoTokens = part({
  tiers: z
    .unknown()
    .optional()
    .transform((value): unknown[] =>
      Array.isArray(value) ? (value as unknown[]).filter((item) => item instanceof Object) : [],
    )
    .pipe(z.array(z.record(z.string(), z.unknown()))),
});

/** A tier for each price; a video model writes nothing but video, so that its output tokens are those. */
export const videoTokenTiers = ({ tiers }: z.infer<typeof videoTokens>): Tier[] =>
  tiers.flatMap((tier) => {
    const words = Object.values(tier).filter((value) => typeof value === 'string');
    return [['', tier] as const, ...Object.entries(tier)].flatMap(([key, priced]): Tier[] => {
      const output = perMillion((priced as { cost_per_million_tokens?: unknown } | null)?.cost_per_million_tokens);
      const plain = key === '' ? words.filter((word) => !/^[\d.]+$/.test(word)) : words;
      const variant = variantOf(...plain, key.replaceAll('_', ' '));
      return output && variant ? [{ when: { variant }, cost: { output } }] : [];
    });
  });
