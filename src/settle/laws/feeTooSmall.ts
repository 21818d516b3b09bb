import type { Law } from '../law.js';
import { everywhere, isPaid } from '../prices.js';

/** Input tokens: a fee per request that buys fewer than this is a unit error. */
const least = 100;

/** A fee for the request is worth asking for. */
export const feeTooSmall: Law = {
  name: 'fee-too-small',
  reason: `a fee for a request buys at least ${least} input tokens: a smaller one is a thousand times too small`,
  counterExample: 'a fee of 0.000005 USD, said per thousand requests as 0.005 USD',
  weight: 'hard',
  breaches: (statement) =>
    everywhere(statement, ({ perRequest, input }) =>
      isPaid(perRequest) && isPaid(input) && perRequest < (input / 1000) * least
        ? [{ field: 'perRequest', detail: `${perRequest} USD is less than ${least} input tokens cost` }]
        : [],
    ),
};
