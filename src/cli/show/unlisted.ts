import type { Brief } from '../../book/settledPart.js';

/** An offer's name, and where it is so that the table doesn't have it. */
export const offerLine = (provider: string, id: string, { offer }: Pick<Brief, 'offer'>): string =>
  `${provider}/${id}${offer === null ? ' (not in the table: the price lists alone are asked)' : ''}`;

const mostTold = 3;

/** The offers that may have been meant, the likeliest first: a line, none where there are none. */
export const meantLine = (provider: string, near: readonly { readonly id: string }[]): string[] =>
  near.length === 0
    ? []
    : [
        `did you mean ${near
          .slice(0, mostTold)
          .map(({ id }) => `${provider}/${id}`)
          .join(', ')}?`,
      ];
