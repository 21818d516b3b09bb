import { type Baseline, mostReadings, type Repeated, type Volume } from '../model/baseline.js';

/** A reading that finds the same as that one: nothing is gone any more. */
export function repeatOf(volume: Volume): Volume {
  const again = { ...volume };
  delete again.gone;
  return again;
}

/** A baseline after further readings that held the same as its last one; as it is after none. */
export function withRepeated(baseline: Baseline, repeated: Repeated | undefined): Baseline {
  const last = baseline.readings.at(-1);
  if (repeated === undefined || last === undefined) return baseline;
  const again = Array.from({ length: repeated.times }, () => repeatOf(last));
  const readings = [...baseline.readings, ...again].slice(-mostReadings);
  return { ...baseline, readAt: repeated.readAt, readings };
}
