import type { CostField } from '../model/cost.js';
import type { PriceFinder, Found } from './tiers/priceFinder.js';
import type { Pass, UnitClass } from './units.js';

/** Units with the price that they are billed at. */
export interface Billed {
  /** Under which name they stand in the breakdown. */
  readonly name: string;
  readonly units: number;
  readonly found: Found;
  readonly per: 1000 | 1;
}

/** The prices of a request: those that hold for it, and those of what has a price of its own there. */
export interface Finders {
  readonly own: PriceFinder;
  /** Of sound that is read from the cache. */
  readonly audio: PriceFinder;
  /** Of pages that are cited. */
  readonly citations: PriceFinder;
}

/**
 * What a request is billed: each class at its own price. Reasoning without one costs as the answer, pictures in the prompt as
 * its text; nothing else has a price to fall back on.
 */
export function billedOf(pass: Pass, finders: Finders): Billed[] {
  const { own } = finders;
  const units = bySound(pass, own);
  const at = (name: CostField, many: number, find: PriceFinder = own): Billed => ({
    ...{ name, units: many, found: find(name), per: name.startsWith('per') ? 1 : 1000 },
  });
  const billed = (Object.entries(units) as [UnitClass, number][]).map(([name, many]): Billed => {
    if (name === 'cachedAudio') return at('cacheRead', many, finders.audio);
    if (name === 'citations') return citations(many, finders);
    if (name === 'reasoning' && !isStated(own(name))) return at('output', many);
    if (name === 'inputImage' && !isStated(own(name))) return at('input', many);
    return at(name, many);
  });
  return pass.isBlended && isStated(own('inputImage')) ? billed.map(blended) : billed;
}

/** Whether there is a price of its own, be it one that can't be told. */
const isStated = (found: Found): boolean => found.price !== null || found.isStated;

/** Sound that is counted in tokens and in seconds is billed once, by the one that has a price. */
function bySound({ units, audioSeconds }: Pass, find: PriceFinder): Pass['units'] {
  if (!audioSeconds) return units;
  const { inputAudio, ...rest } = units;
  const isBySeconds = !inputAudio || (find('inputAudio').price === null && find('perSecond').price !== null);
  return isBySeconds ? { ...rest, perSecond: audioSeconds } : units;
}

/** Pages that are cited cost as input only where that is said of them. */
function citations(units: number, { own, citations: find }: Finders): Billed {
  const found = find('input');
  const isSaid = found.price !== null && found.when?.variant !== undefined && own('input').price !== null;
  return {
    ...{ name: 'citation_tokens', units, per: 1000 },
    found: isSaid ? found : { price: null, isStated: false, why: 'no price of cited tokens is known' },
  };
}

/** Pictures have a price, and how many of the tokens are pictures can't be told. */
const blended = (one: Billed): Billed =>
  one.name === 'input'
    ? { ...one, found: { price: null, isStated: true, why: 'pictures and text are not told apart' } }
    : one;
