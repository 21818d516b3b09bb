import { z } from 'zod';
import { embedded, flightText, reviveFlight } from '../parse/embedded.js';
import { parts, text } from '../parse/fields.js';
import { withoutBetween } from '../parse/withoutBetween.js';

const row = z.looseObject({
  name: text,
  api_endpoint: text,
  price: parts({ value: text, price_dollar: text }),
});
type Price = z.infer<typeof row>['price'][number];

/** What a label is about; those for training, storage and the path of an endpoint are no price of a call. */
const columns = {
  input: /^((audio )?input|ocr|api endpoint|free)\b/i,
  cached: /^cached input\b/i,
  output: /^(output|audio generation)\b/i,
};

/** `{"name","api_endpoint","price":[{"value":"Input (/M tokens)","price_dollar":"<p>$0.4</p>"}]}`, wherever it stands. */
export function hydratedRows(body: string) {
  const flight = flightText(body);
  return [...flight.matchAll(/"api_endpoint"\s*:/g)].flatMap(({ index }) => {
    const [value] = embedded(`"row":${flight.slice(openedBefore(flight, index))}`, 'row', reviveFlight);
    const { success, data } = row.safeParse(value);
    if (!success || data.api_endpoint === null || data.price.length === 0) return [];
    const show = (label: RegExp) => data.price.filter(({ value }) => label.test(value ?? '')).flatMap(linesOf);
    const { input, cached, output } = columns;
    const prices = { input: show(input), cached: show(cached), output: show(output) };
    return [
      {
        name: data.name ?? '',
        id: data.api_endpoint,
        input: prices.input.join('\n'),
        cached: prices.cached.join('\n'),
        output: prices.output.join('\n'),
      },
    ];
  });
}

/**
 * The amounts of an entry, each with its unit: the amount's own ("$2 / 1000 pages"), else that of the label, which may
 * hold one for each of two amounts ("Input (per min / per M tok)": "$0.004 (audio) / $0.1 (text)").
 */
function linesOf({ value, price_dollar }: Price): string[] {
  const shown = withoutBetween(price_dollar ?? '', '<', '>')
    .split('\n')
    .map((line) => line.trim().replace(/^([\d.,]+)\s*\$/, '$$$1'))
    .filter((line) => /[$€]|^free$/i.test(line) && !/\boff\b/i.test(line));
  const units = unitsIn(value ?? '');
  return shown.flatMap((line) => {
    if (/^free$/i.test(line)) return [line];
    const amounts = line.split(/\s{1,4}\/\s{1,4}(?=[$€])/);
    if (amounts.length === 1 && /\/|\bper\b/.test(line)) return [line];
    return amounts.map((amount, i) => `${amount} ${amounts.length === units.length ? (units[i] ?? '') : ''}`.trim());
  });
}

/** "Input (/M tokens)" -> "/M tokens"; "Audio Input/min" -> "/min"; "Input (per min / per M tok)" -> both. */
function unitsIn(label: string): string[] {
  const words = /\(([^()]*)\)\s*$/.exec(label)?.[1] ?? /\/.*$/s.exec(label)?.[0] ?? '';
  return words ? words.split(/\s{1,4}\/\s{1,4}(?=per\b)/) : [''];
}

/** Where the object around a place in a text opens. */
function openedBefore(text: string, place: number): number {
  let at = place;
  for (let depth = 0; at > 0 && depth < 1;) {
    at--;
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
  }
  return at;
}
