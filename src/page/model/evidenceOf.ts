import type { Origin } from '../../model/origin.js';
import type { Offer } from '../book.js';
import type { Unit } from '../money.js';
import { pricesWords } from './priceRows.js';

/** What is known of a price, a fact each: what it is called, and what is said. */
export interface Shown {
  readonly name: string;
  readonly text: string;
  /** The page that it stands on. */
  readonly url?: string;
}

/** Where a price comes from, who agrees, who differs, which law spoke, how it was found: each as a line. */
export function evidenceOf(offer: Offer, unit: Unit): Shown[] {
  const { source, confidence, agree, differ, match, issues } = offer.pricing;
  return [
    ...(source === null ? [] : [{ name: 'stated by', text: witnessWords(source, offer) }]),
    ...(confidence === null ? [] : [{ name: 'right with a chance of', text: String(confidence) }]),
    ...pageLines(offer),
    ...(agree.length === 0 ? [] : [{ name: agree.length === 1 ? 'agrees' : 'agree', text: agree.join(', ') }]),
    ...differ.map(({ witness, cost }) => ({ name: `${witness} differs`, text: pricesWords(cost, unit) })),
    ...(match === null ? [] : [{ name: 'found as', text: matchWords(match) }]),
    ...issues.map(({ code, detail }) => ({ name: code, text: detail })),
  ];
}

/** Who a witness is. */
const witnessWords = (witness: string, { seller }: Offer): string =>
  witness === 'provider' ? `${seller.name}, the provider` : witness;

/** The page that an offer's price stands on. */
export const pageOf = ({ seller, pricing: { evidence } }: Offer): Origin | undefined =>
  evidence ? seller.sources[evidence.endpoint] : undefined;

function pageLines(offer: Offer): Shown[] {
  const { evidence } = offer.pricing;
  if (!evidence) return [];
  const page = pageOf(offer);
  const place = { name: 'row', text: `${evidence.row.toLocaleString('en')} of ${evidence.endpoint} (counted from 0)` };
  if (!page) return [place];
  return [
    { name: 'page', text: page.url, url: page.url },
    { name: 'read on', text: `${page.fetchedAt.slice(0, 10)}, ${viaWords[page.via]}` },
    place,
    { name: 'sha256', text: page.sha256 },
  ];
}

const viaWords: Readonly<Record<Origin['via'], string>> = {
  live: 'live',
  mirror: 'from a mirror',
  recording: 'from the recording',
  file: 'from a file',
};

const matchWords = ({ strategy, confidence, reason, provider, model, operator }: NonNullable<Match>): string =>
  `${provider} ${model} (${operator}), by ${strategy}: ${reason}, right with a chance of ${confidence}`;

type Match = Offer['pricing']['match'];
