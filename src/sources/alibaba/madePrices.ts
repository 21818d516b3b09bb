import { z } from 'zod';
import type { Tier } from '../../model/cost.js';
import { amount, parts, text } from '../parse/fields.js';
import { perUnit } from '../parse/money.js';
import { variantPrices } from '../parse/variants.js';

const field = z.enum(['perImage', 'perSecond', 'perCharacter', 'perPage', 'perRequest']);

/** The lines of prices by another unit than tokens. */
export const madeLines = parts({ scope: text, variant: text, field: text, price: amount });
type Lines = z.infer<typeof madeLines>;

/** The prices of the home region by size, and those of the others as tiers of their region. */
export function madePrices(lines: Lines, home: string) {
  const known = lines.flatMap(({ scope, variant, price, ...line }) => {
    const [name, value] = [field.safeParse(line.field).data, perUnit(price)];
    return name && value !== null ? [{ region: scope ?? '', variant: variant ?? '', field: name, price: value }] : [];
  });
  const own = known.filter(({ region }) => region === home);
  const found = [...new Set(own.map((entry) => entry.field))].map((name) => ({
    name,
    ...variantPrices(
      name,
      own.filter((entry) => entry.field === name),
    ),
  }));
  const abroad = known.filter(({ region }) => region !== home);
  return {
    cost: Object.fromEntries(found.map(({ name, base }) => [name, base])),
    tiers: [
      ...found.flatMap(({ tiers }) => tiers),
      ...abroad.map(({ region, variant, field: name, price }): Tier => ({
        when: { region, ...(variant && { variant }) },
        cost: { [name]: price },
      })),
    ],
  };
}
