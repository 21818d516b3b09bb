import { randomOf } from './random.js';

const dayMs = 24 * 60 * 60 * 1000;
const days = 300;

/** The nightly runs, ms since 1970. */
export const runs = Array.from({ length: days }, (_, day) => Date.UTC(2025, 0, 1 + day, 3, 0, 7, (day * 37) % 1000));

const long = { contextAbove: 200_000 };
const batch = { serviceTier: 'batch' };

/** What an offer may have a price for, how likely that is, and what it is beside the price of the input. */
const kinds = [
  [1, 1, 'input', {}],
  [1, 4, 'output', {}],
  [0.7, 0.1, 'cacheRead', {}],
  [0.3, 1.25, 'cacheWrite', {}],
  [0.1, 5, 'reasoning', {}],
  [0.05, 1, 'perRequest', {}],
  [0.4, 0.5, 'input', batch],
  [0.4, 2, 'output', batch],
  [0.25, 2, 'input', long],
  [0.25, 6, 'output', long],
  [0.15, 0.2, 'cacheRead', long],
  [0.1, 1, 'input', { ...long, ...batch }],
  [0.2, 1.5, 'input', { contextAbove: 128_000 }],
  [0.1, 8, 'output', { contextAbove: 256_000 }],
  [0.03, 0.9, 'input', { contextAbove: 256_000, ...batch }],
  [0.05, 0.5, 'input', { contextUpTo: 32_000 }],
  [0.05, 1.1, 'input', { region: 'EU-West' }],
  [0.03, 0.6, 'input', { timeUtc: '22:30-04:00' }],
  [0.03, 1.5, 'input', { serviceTier: 'On-Demand' }],
  [0.02, 3, 'input', { variant: '1024x1024' }],
  [0.02, 2.5, 'input', { serviceTier: 'Priority' }],
];

/** An offer's prices: `moves` are the moments at which one of them moved, `keys` what has a price. */
function offerOf(number, random) {
  const keys = kinds.filter(([share]) => random.chance(share));
  const offer = { provider: `acme-${10 + (number % 12)}`, id: `model-${number}`, keys, moves: [], lines: [] };
  let base = random.scaled(0.00005, 0.01);
  const begins = random.chance(0.85) ? 0 : random.between(1, 200);
  let run = begins;
  for (let move = random.between(2, 8); move >= 0 && run < days; move--) {
    base *= run === begins ? 1 : random.scaled(0.5, 1.8);
    const isLast = move === 0 || run > days - 20;
    const some = run === begins || isLast || random.chance(0.7) ? keys : keys.filter(() => random.chance(0.4));
    moved(offer, { run, base, some, isFirst: run === begins, isLast, random });
    if (isLast) break;
    run += random.between(10, 60);
  }
  return offer;
}

/** Lines of one move; some are announced ahead, some corrected later, in some the prices are gone for three days. */
function moved(offer, { run, base, some, isFirst, isLast, random }) {
  const price = (factor, by = 1) => Number((base * factor * by).toPrecision(random.chance(0.05) ? 15 : 3));
  const add = (key, more) =>
    offer.lines.push({ key, run, validFrom: runs[run], usd: price(key[1]), basis: 'observed', ...more });
  const change = isFirst ? 'first' : 'change';
  const isAhead = !isFirst && random.chance(0.05);
  const isGone = !isFirst && !isLast && !isAhead && random.chance(0.03);
  const from = isAhead ? Math.ceil(runs[run] / dayMs) * dayMs + 5 * dayMs : runs[run];
  for (const key of some) {
    if (isGone) add(key, { usd: null, change });
    add(key, {
      ...{ change, validFrom: from, basis: isAhead ? 'effective' : 'observed' },
      ...(isGone && { run: run + 3, validFrom: runs[run + 3] }),
    });
  }
  if (!isFirst && !isLast && !isGone && random.chance(0.05)) {
    const later = run + random.between(1, 9);
    for (const key of some) add(key, { run: later, validFrom: from, usd: price(key[1], 1.01), change: 'correction' });
  }
  offer.moves.push(from);
}

/** Offers whose history has at least so many prices. */
export function offersWith(prices, seed) {
  const random = randomOf(seed);
  const offers = [];
  for (let many = 0; many < prices;) {
    const offer = offerOf(offers.length, random);
    many += offer.lines.filter(({ usd, change }) => usd !== null && change !== 'correction').length;
    offers.push(offer);
  }
  return offers;
}
