import type { CostField } from '../model/cost.js';
import type { Inside, Reading } from './reading.js';
import type { Pass, Units } from './units.js';

const both = [true, false];
const ways: readonly Inside[] = both.flatMap((cache) =>
  both.flatMap((audio) => both.map((reasoning) => ({ cache, audio, reasoning }))),
);

/** A reading without gaps. */
type Full = Required<{ [Name in Exclude<keyof Reading, 'inside' | 'audioSeconds'>]: number }>;

/**
 * The counts of a request as classes that don't overlap. Where the total works with the parts inside or outside their whole in
 * one way alone, it is that way; else the API's own, unless a part is larger than its whole: then it stands beside it. Where
 * the total says that such a part is inside, the numbers contradict each other.
 */
export function disjoint(reading: Reading): Pass {
  const counts = filled(reading);
  const { way, isPossible } = wayOf(counts, reading.inside);
  const written = writtenOf(counts);
  const goesIn = isPossible || restIn(counts, way) >= 0 ? inputUnits(counts, way) : undefined;
  const comesOut = isPossible || restOut(counts, way) >= 0 ? outputUnits(counts, way) : undefined;
  return {
    units: { ...goesIn?.units, ...comesOut, ...(goesIn && written) },
    ...(reading.audioSeconds !== undefined && { audioSeconds: reading.audioSeconds }),
    ...(goesIn?.isBlended && { isBlended: true }),
    contradicts: [
      ...(goesIn ? [] : named(['input', 'cacheRead', 'cacheWrite', 'inputAudio'], { ...counts, input: 1 })),
      ...(comesOut ? [] : named(['output', 'reasoning', 'outputAudio', 'outputImage'], { ...counts, output: 1 })),
      ...(goesIn && !written ? (['cacheWrite', 'cacheWrite1h'] as const) : []),
    ],
  };
}

function filled(reading: Reading): Full {
  const of = (name: keyof Full): number => reading[name] ?? 0;
  const [short, long] = [of('cacheWrite5m'), of('cacheWrite1h')];
  return {
    ...{ input: of('input'), output: of('output'), total: of('total'), toolUse: of('toolUse') },
    ...{ cacheRead: of('cacheRead'), cacheWrite: of('cacheWrite') || short + long },
    ...{ cacheWrite5m: short, cacheWrite1h: long, reasoning: of('reasoning') },
    ...{ inputAudio: reading.inputAudio ?? of('cachedAudio'), cachedAudio: of('cachedAudio') },
    ...{ inputImage: of('inputImage'), cachedImage: of('cachedImage') },
    ...{ outputAudio: of('outputAudio'), outputImage: of('outputImage') },
  };
}

const named = <Name extends CostField & keyof Full>(names: readonly Name[], counts: Full): Name[] =>
  names.filter((name) => counts[name] > 0);

/** Of the ways in which the numbers may be meant, the likeliest; `isPossible` is false where no part may be as it says. */
function wayOf(counts: Full, habit: Inside): { way: Inside; isPossible: boolean } {
  const summing = counts.total > 0 ? ways.filter((way) => isSum(counts, way)) : [];
  const open = (summing.length > 0 ? summing : ways).toSorted((a, b) => apart(a, habit) - apart(b, habit));
  const possible = open.find((way) => restIn(counts, way) >= 0 && restOut(counts, way) >= 0);
  return { way: possible ?? open[0] ?? habit, isPossible: possible !== undefined };
}

const apart = (a: Inside, b: Inside): number =>
  Number(a.cache !== b.cache) + Number(a.audio !== b.audio) + Number(a.reasoning !== b.reasoning);

function isSum(counts: Full, { cache, audio, reasoning }: Inside): boolean {
  const outside =
    (cache ? 0 : counts.cacheRead + counts.cacheWrite) +
    (audio ? 0 : counts.inputAudio) +
    (reasoning ? 0 : counts.reasoning);
  const all = counts.input + counts.output + outside;
  return counts.total === all || counts.total === all + counts.toolUse;
}

/** What is left of the input for text and pictures that were not cached; negative where the parts don't fit into it. */
function restIn(counts: Full, { cache, audio }: Inside): number {
  const sound = counts.inputAudio - counts.cachedAudio;
  if (sound < 0) return sound;
  return counts.input - (cache ? counts.cacheRead + counts.cacheWrite : 0) - (audio ? sound : 0);
}

/** What is left of the output for text. */
const restOut = (counts: Full, { reasoning }: Inside): number =>
  counts.output - (reasoning ? counts.reasoning : 0) - counts.outputAudio - counts.outputImage;

function inputUnits(counts: Full, way: Inside): { units: Units; isBlended: boolean } {
  const rest = restIn(counts, way);
  const pictures = Math.max(0, counts.inputImage - counts.cachedImage);
  const isBlended = pictures > rest;
  return {
    isBlended,
    units: {
      input: rest - (isBlended ? 0 : pictures) + counts.toolUse,
      inputImage: isBlended ? 0 : pictures,
      inputAudio: counts.inputAudio - counts.cachedAudio,
      cachedAudio: Math.min(counts.cachedAudio, counts.cacheRead),
      cacheRead: Math.max(0, counts.cacheRead - counts.cachedAudio),
    },
  };
}

const outputUnits = (counts: Full, way: Inside): Units => ({
  output: restOut(counts, way),
  ...{ reasoning: counts.reasoning, outputAudio: counts.outputAudio, outputImage: counts.outputImage },
});

/** What was written for an hour, and the rest; undefined where the part is larger than the whole. */
const writtenOf = ({ cacheWrite, cacheWrite1h }: Full): Units | undefined =>
  cacheWrite1h > cacheWrite ? undefined : { cacheWrite: cacheWrite - cacheWrite1h, cacheWrite1h };
