import type { Change } from '../model/change.js';

/** What must not happen: a price that moves by more than so many percent, or more new or gone offers than so many. */
export interface Bound {
  /** As it was written. */
  readonly text: string;
  readonly what: 'price' | 'gone' | 'new';
  /** Percent, below 0 for a fall; or offers. */
  readonly limit: number;
}

/** In words, for an error. */
export const boundsGrammar = 'price>N%, price<-N%, gone>N or new>N, several by comma, such as "price>20%,gone>10"';

const form = /^(?:(price)(>|<-)(\d{1,9}(?:\.\d{1,9})?)%|(gone|new)>(\d{1,9}))$/;

/** Reads bounds; undefined where they are not written as `boundsGrammar` says. */
export function boundsOf(text: string): Bound[] | undefined {
  const bounds = text.split(',').map((part) => boundOf(part.replaceAll(' ', '')));
  return bounds.every((bound) => bound !== undefined) ? bounds : undefined;
}

function boundOf(text: string): Bound | undefined {
  const [, price, sign, percent, what, count] = form.exec(text) ?? [];
  if (price) return { text, what: 'price', limit: sign === '>' ? Number(percent) : -Number(percent) };
  return what === 'gone' || what === 'new' ? { text, what, limit: Number(count) } : undefined;
}

/** The changes that go beyond a bound; none where it is kept. */
export function beyond({ what, limit, text }: Bound, changes: readonly Change[]): readonly Change[] {
  if (what === 'price') {
    const isFall = text.includes('<');
    return changes.filter((one) => one.kind === 'price' && isBeyond(movedBy(one), limit, isFall));
  }
  const some = changes.filter(({ kind }) => kind === `offer-${what}` || kind === `provider-${what}`);
  const offers = some.reduce((sum, one) => sum + (one.id === null ? Number(one.before ?? one.after) : 1), 0);
  return offers > limit ? some : [];
}

/** NaN, which is beyond nothing, where a price was not known or is not any more. */
function movedBy({ percent, before, after }: Change): number {
  if (percent !== null && percent !== undefined) return percent;
  // What was free and is not any more has risen beyond all measure; what is free now has fallen by all it was.
  if (before === 0 && typeof after === 'number') return Infinity;
  return after === 0 && typeof before === 'number' ? -100 : NaN;
}

const isBeyond = (percent: number, limit: number, isFall: boolean): boolean =>
  isFall ? percent < limit : percent > limit;
