import { cost as costSchema } from '../../model/cost.js';
import { BadCount, countIn, isRaw, type Raw, text } from '../fields.js';
import { levelNamed } from '../served.js';
import type { Usage } from '../units.js';
import { BadRecord } from './usageRecord.js';

/**
 * The form of our own: `units` by the record's names of prices, none of them in another: `input` is what was neither cached nor
 * sound. Beside it `serviceTier` and `region`. Throws a `BadRecord`.
 */
export function unitsOf(line: Raw): Usage {
  const given = line['units'];
  if (!isRaw(given)) throw new BadRecord('has units that are no object');
  const units = Object.entries(given).map(([name, value]) => {
    if (!Object.hasOwn(costSchema.shape, name)) throw new BadRecord(`has units of ${name}, which has no price`);
    return [name, value === null ? 0 : countOf(name, value)] as const;
  });
  return {
    passes: [{ units: Object.fromEntries(units), contradicts: [] }],
    charge: null,
    serviceTier: levelNamed(text(line, 'serviceTier', 'service_tier') ?? ''),
    region: text(line, 'region') ?? null,
    variants: [text(line, 'variant')].filter((one) => one !== undefined),
  };
}

function countOf(name: string, value: unknown): number {
  try {
    const many = countIn(value);
    if (many !== undefined) return many;
  } catch (error) {
    if (!(error instanceof BadCount)) throw error;
  }
  throw new BadRecord(`has units of ${name} that are no number from 0`);
}
