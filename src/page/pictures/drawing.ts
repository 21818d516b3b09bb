/** Colours of what is drawn, which pictures.css has for light and dark, so many that a person still tells them apart. */
export const colours = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `var(--pictures-${i})`);
/** Of what has none of its own. */
export const plainColour = 'var(--pictures-plain)';

/** What a colour stands for. */
export interface Entry {
  readonly name: string;
  readonly colour: string;
  readonly count?: number;
}

/** 128,000 tokens as 128K. */
export const shortCount = (count: number): string => {
  const [divisor, unit] = count >= 1e6 ? [1e6, 'M'] : count >= 1e3 ? [1e3, 'K'] : [1, ''];
  return `${Number((count / divisor).toPrecision(3))}${unit}`;
};

/** A share in whole percent, but neither all nor none where it is not; a dash of nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  const share = (100 * part) / whole;
  const text = share > 0 && share < 1 ? '<1' : share < 100 ? Math.min(99, Math.round(share)) : 100;
  return `${text}\u00a0%`;
}

/** 1 offer, 1,200 offers. */
export const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

/** A text of at most so many letters. */
export const cutTo = (text: string, letters: number): string =>
  text.length <= letters ? text : `${text.slice(0, Math.max(0, letters - 1)).trimEnd()}…`;

/** Places of a log axis from `low` to `high`, as many of each power of ten as there is room for `most` of them. */
export function logTicks(low: number, high: number, most: number): number[] {
  const powers = Array.from({ length: 40 }, (_, i) => i - 20);
  const ticks = (of: readonly number[]) =>
    powers.flatMap((power) => of.map((digit) => Number(`${digit}e${power}`))).filter((at) => at >= low && at <= high);
  const choices = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1]].map(ticks);
  return choices.find(({ length }) => length <= most) ?? choices.at(-1) ?? [];
}
