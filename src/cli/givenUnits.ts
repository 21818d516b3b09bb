import type { UnitClass, Units } from '../cost/units.js';
import type { Options } from './options.js';
import type { unitOptions } from './unitOptions.js';

/** The class that an option counts, where it is called otherwise. */
const classes: Readonly<Partial<Record<keyof typeof unitOptions, UnitClass>>> = {
  images: 'perImage',
  searches: 'perSearch',
  requests: 'perRequest',
  seconds: 'perSecond',
  pages: 'perPage',
  characters: 'perCharacter',
};

const plain = [
  ...(['input', 'output', 'cacheRead', 'cacheWrite', 'cacheWrite1h', 'reasoning'] as const),
  ...(['inputAudio', 'outputAudio', 'inputImage', 'outputImage'] as const),
];

/** What the options say that a call used. */
export function givenUnits(options: Options): Units {
  const named = (Object.keys(classes) as (keyof typeof classes)[]).map(
    (name) => [classes[name], options[name]] as const,
  );
  const all = [...plain.map((name) => [name, options[name]] as const), ...named];
  return Object.fromEntries(all.filter(([, many]) => many !== undefined)) as Units;
}
