import type { Law } from '../law.js';
import { everywhere, isPaid } from '../prices.js';

/** The dearest known output of text is 23.4 times its input. */
const most = 25;

/** Writing is dearer than reading, but not by that much. */
export const outputFarAbove: Law = {
  name: 'implausible-price',
  reason: `writing text costs at most ${most} times what reading does`,
  counterExample: '0.15 USD in and 60 USD out',
  weight: 'hard',
  breaches: (statement) => {
    const { mode, modalities } = statement.offer;
    const writesText = mode === null || mode === 'chat' || mode === 'completion';
    if (!writesText || modalities.output.some((kind) => kind !== 'text')) return [];
    return everywhere(statement, ({ input, output }) =>
      isPaid(input) && isPaid(output) && output > input * most
        ? [{ field: '*', detail: `output costs ${Math.round(output / input)} times the input` }]
        : [],
    );
  },
};
