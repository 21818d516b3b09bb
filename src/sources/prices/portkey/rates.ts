import { variantOf } from '../../parse/variants.js';
import { bagOf, entriesOf } from './bag.js';

/** `video_duration_seconds_1280_720`: a second of that resolution. */
const resolution = /^video_duration_seconds_(\d+)_(\d+)$/;

/** Rates with what has a size or a resolution in its key set apart, each with its words. */
export function ratesIn(rates: unknown): object {
  const { image, additional_units: units, ...rest } = bagOf(rates);
  const others = Object.entries(bagOf(units));
  return {
    ...rest,
    images: entriesOf(image).flatMap(([quality, sizes]) =>
      entriesOf(sizes).map(([size, price]) => ({ ...price, variant: variantOf(quality, size) })),
    ),
    seconds: entriesOf(units).flatMap(([key, price]) => {
      const [, width, height] = resolution.exec(key) ?? [];
      return width && height ? [{ ...price, variant: `${width}x${height}` }] : [];
    }),
    additional_units: Object.fromEntries(others.filter(([key]) => !resolution.test(key))),
  };
}
