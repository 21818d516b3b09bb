import type { Draft } from '../../model/draft.js';
import type { Mode } from '../../model/model.js';
import { cellPrice } from './cellPrice.js';
import { chargedPrice } from './chargedPrice.js';
import { statedTier } from './statedTier.js';

const modes: readonly (readonly [RegExp, Mode])[] = [
  [/\bimages?\b/, 'image'],
  [/\bvideos?\b/, 'video'],
];

/** The cells of a row of `goodsIn`, and the unit of a price whose cell names none. */
type Shown = { readonly [cell in 'section' | 'level' | 'price' | 'input' | 'output' | 'unit']?: string | null };

/** What such a row says: the mode by its section, and the prices. Amounts of which none can be read are told. */
export function goodsDraft({
  section,
  level,
  price,
  input,
  output,
  unit,
}: Shown): Pick<Draft, 'mode' | 'cost' | 'tiers' | 'issues'> {
  const cost = {
    ...cellPrice(price, unit ?? ''),
    input: chargedPrice(input ?? null),
    output: chargedPrice(output ?? null),
  };
  const isRead = Object.values(cost).some((value) => typeof value === 'number');
  const shown = [price, input, output].filter(Boolean).join(', ');
  return {
    mode: modes.find(([word]) => word.test(section ?? ''))?.[1] ?? null,
    ...(level ? { tiers: statedTier({ serviceTier: level }, cost) } : { cost }),
    issues: isRead || !shown.includes('$') ? [] : [{ code: 'unread-price', detail: `${shown} ${unit ?? ''}`.trim() }],
  };
}
