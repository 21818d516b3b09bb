import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { randomOf } from './random.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Writes a log of calls, one usage record a line, as `cost --stdin` reads them. */
export async function writeUsage(path, offers, { lines, seed }) {
  const random = randomOf(seed);
  const file = createWriteStream(path);
  const moves = offers.flatMap((offer) => offer.moves).sort((a, b) => a - b);
  const span = [moves[0] - 2 * dayMs, moves.at(-1) + 20 * dayMs];
  for (let call = 0; call < lines;) {
    let chunk = '';
    for (const end = Math.min(lines, call + 5000); call < end; call++)
      chunk += `${JSON.stringify(callOf(call, offers, span, random))}\n`;
    if (!file.write(chunk)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

function callOf(call, offers, span, random) {
  const offer = random.pick(offers);
  const has = (name) => offer.keys.some(([, , component]) => component === name);
  const level = levelOf(offer, random);
  const regions = offer.keys.flatMap(([, , , { region }]) => region?.toLowerCase().replace('-', ' ') ?? []);
  const region = regions.length > 0 && random.chance(0.5) ? random.pick([...regions, 'nowhere']) : undefined;
  return {
    ...{ call, provider: offer.provider, model: offer.id, at: new Date(timeOf(offer, span, random)).toISOString() },
    ...(level && { serviceTier: level }),
    ...(region && { region }),
    units: unitsOf(has, random),
  };
}

const others = [
  ...[
    'cacheWrite1h',
    'inputAudio',
    'outputAudio',
    'inputImage',
    'outputImage',
    'perImage',
    'perInputImage',
    'perMegapixel',
  ],
  ...['perRequest', 'perSearch', 'perSecond', 'perPage', 'perCharacter'],
];

/** A few calls name a level that nobody prices. */
function levelOf({ keys }, random) {
  if (random.chance(0.002)) return 'warp';
  const levels = keys.flatMap(([, , , { serviceTier }]) => serviceTier ?? []);
  if (levels.length === 0 || random.chance(0.5)) return random.chance(0.1) ? 'default' : undefined;
  return random.chance(0.5) ? random.pick(levels) : random.pick(levels).toUpperCase();
}

/** Any time from before the first move to after the last; one in ten is at a move to the millisecond, or one before it. */
const timeOf = ({ moves }, [from, to], random) =>
  random.chance(0.1) ? random.pick(moves) - random.between(0, 1) : random.between(from, to);

function unitsOf(has, random) {
  const cached =
    random.chance(0.4) && (has('cacheRead') || random.chance(0.01)) ? Math.round(random.scaled(10, 150_000)) : 0;
  const written = random.chance(0.2) && has('cacheWrite') ? Math.round(random.scaled(10, 20_000)) : 0;
  const prompt = random.chance(0.06)
    ? random.pick([32_000, 32_001, 128_001, 200_000, 200_001, 256_000, 256_001])
    : Math.round(random.scaled(20, 300_000));
  return {
    input: Math.max(0, prompt - cached - written),
    ...(cached && { cacheRead: cached }),
    ...(written && { cacheWrite: written }),
    output: Math.round(random.scaled(1, 8000)),
    ...(random.chance(0.2) && { reasoning: Math.round(random.scaled(10, 20_000)) }),
    ...Object.fromEntries(
      others.flatMap((name) => (has(name) && random.chance(0.3) ? [[name, random.between(1, 90)]] : [])),
    ),
  };
}
