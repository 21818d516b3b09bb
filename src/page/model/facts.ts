import { special } from '../../book/models/soldWords.js';
import type { Offer } from '../book.js';

/** Something that is known of an offer, in words. */
export interface Fact {
  readonly name: string;
  /** Empty where nobody says it. */
  readonly text: string;
}

const abilities = {
  toolCall: 'calls tools',
  reasoning: 'thinks first',
  structuredOutput: 'answers in a JSON schema',
  attachment: 'takes files',
  temperature: 'temperature can be set',
  streaming: 'streams',
} as const satisfies Readonly<Record<keyof Offer['capabilities'], string>>;

const flag = (said: boolean | null): string => (said === null ? '' : said ? 'yes' : 'no');
const tokens = (many: number | null): string => (many === null ? '' : `${many.toLocaleString('en')} tokens`);

/** What is known of an offer beside its price, in a fixed order: each fact is there, be it empty. */
export function factsOf(offer: Offer): Fact[] {
  const { limit, modalities, capabilities } = offer;
  return [
    ['what it is for', offer.mode ?? ''],
    ['goes in', modalities.input.join(', ')],
    ['comes out', modalities.output.join(', ')],
    ['context', tokens(limit.context)],
    ['longest prompt', tokens(limit.input)],
    ['longest answer', tokens(limit.output)],
    ...Object.entries(abilities).map(([name, words]) => [words, flag(capabilities[name as keyof typeof abilities])]),
    ['open weights', flag(offer.openWeights)],
    ['quantization', offer.quantization ?? ''],
    ['special', special({ ...offer, status: null }).join(', ')],
    ['knows until', offer.knowledge ?? ''],
    ['came out', offer.releaseDate ?? ''],
    ['last changed', offer.lastUpdated ?? ''],
    ['lifecycle', offer.status ?? ''],
    ['deprecated from', offer.deprecatedAt ?? ''],
    ['retires', offer.retiresAt ?? ''],
  ].map(([name = '', text = '']) => ({ name, text }));
}

/** What could not be read now and is kept from a reading before, in words: of each field the day. */
export const keptWords = ({ kept = {} }: Pick<Offer, 'kept'>): string =>
  Object.entries(kept)
    .map(([field, day]) => `${field === '*' ? 'all of it' : field} from ${day.slice(0, 10)}`)
    .join(', ');

/** What offers say of a fact, and how many of them; what most say first. */
export interface Said extends Fact {
  readonly offers: number;
}

/** What several offers say of each fact that one of them says. */
export function saidBy(offers: readonly Offer[]): { readonly name: string; readonly said: readonly Said[] }[] {
  const all = new Map<string, Map<string, number>>();
  for (const { name, text } of offers.flatMap(factsOf)) {
    if (text === '') continue;
    const counts = all.get(name) ?? new Map<string, number>();
    all.set(name, counts.set(text, (counts.get(text) ?? 0) + 1));
  }
  const names = offers[0] ? factsOf(offers[0]).map(({ name }) => name) : [];
  return names.flatMap((name) => {
    const counts = [...(all.get(name) ?? [])].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
    return counts.length === 0 ? [] : [{ name, said: counts.map(([text, offers]) => ({ name, text, offers })) }];
  });
}
