/** USD: more than anything that is sold by the token, the image, the second or the call has ever cost, and by far. */
const most = 1e9;
/** USD: less than this is what a division leaves of nothing. */
const least = 1e-15;

/** Whether a number is no price of anything whatever its unit, be it too large or too close to nothing. 0 and -1 are not: they are words. */
export const beyondAll = (price: number | null | undefined): boolean =>
  typeof price === 'number' && price !== 0 && !(Math.abs(price) <= most && Math.abs(price) >= least);
