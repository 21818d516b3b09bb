import type { CostField } from '../../model/cost.js';
import type { Law } from '../law.js';
import { isPaid, shown } from '../prices.js';

const sides: readonly (readonly CostField[])[] = [
  ['input', 'inputAudio'],
  ['output', 'outputAudio'],
];

/** The price of a minute of sound, or of a character that is spoken, stands in the token field of more than one list. */
export const soundByToken: Law = {
  name: 'sound-by-token',
  reason:
    'who hears or speaks by the token has a price for what goes in and for what comes out; a lone one is per minute or character',
  counterExample: 'whisper-1 at 6 USD per 1M, its price a minute',
  weight: 'hard',
  breaches: ({ offer: { mode }, cost }) => {
    if (mode !== 'transcription' && mode !== 'speech') return [];
    const [goesIn = [], comesOut = []] = sides.map((fields) => fields.filter((field) => isPaid(cost[field])));
    if (goesIn.length > 0 && comesOut.length > 0) return [];
    return [...goesIn, ...comesOut].map((field) => ({
      field,
      detail: `${field} ${shown(field, cost[field] ?? 0)} alone is no price of tokens of a ${mode} model`,
    }));
  },
};
