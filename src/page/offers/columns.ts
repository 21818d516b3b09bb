import type { CostField } from '../../model/cost.js';
import type { Offer } from '../book.js';
import { priceText, type Unit, whyNone } from '../money.js';

/** A column of the table of offers. */
export interface Column {
  /** In the address. */
  readonly id: string;
  /** For people; a price has its unit beside it. */
  readonly head: string;
  /** What it is sorted by; undefined where nothing is known, which stands last in every order. */
  readonly value: (offer: Offer) => string | number | undefined;
  /** What is shown of a value that is known; the value itself where there is none. */
  readonly text?: (offer: Offer, unit: Unit) => string;
  readonly isNumber?: true;
  /** Whether it is a price for so many tokens. */
  readonly isPerTokens?: true;
  /** Whether it is shown where nobody chose: everywhere, or where there is room. */
  readonly usual?: 'always' | 'wide';
  /** px. */
  readonly width: number;
  /** On a phone, px; default the same. */
  readonly narrowWidth?: number;
}

/** What a price is sorted and filtered by: what the provider calls free costs nothing where no figure is stated. */
export const priceOf = ({ cost, pricing: { status } }: Offer, field: CostField): number | undefined =>
  cost[field] ?? (status === 'free' && (field === 'input' || field === 'output') ? 0 : undefined);

const price = (id: CostField, head: string, usual?: Column['usual']): Column => ({
  ...{ id, head, isNumber: true, width: 75 + 9 * Math.max(5, head.length), narrowWidth: 82 },
  ...(!id.startsWith('per') && { isPerTokens: true }),
  value: (offer) => priceOf(offer, id),
  text: (offer, unit) => priceText(priceOf(offer, id) ?? 0, id, unit),
  ...(usual && { usual }),
});

const can = (id: string, head: string, capability: keyof Offer['capabilities'], usual?: Column['usual']): Column => ({
  ...{ id, head, width: 90 },
  value: ({ capabilities }) => yesOrNo(capabilities[capability]),
  ...(usual && { usual }),
});

const yesOrNo = (said: boolean | null): string | undefined => (said === null ? undefined : said ? 'yes' : 'no');

const count = (value: number): string => value.toLocaleString('en');

/** Every column that there is, in the order in which they are shown. */
export const columns: readonly Column[] = [
  { id: 'offer', head: 'Offer', usual: 'always', width: 300, narrowWidth: 168, value: ({ key }) => key },
  { id: 'name', head: 'Name', width: 200, value: ({ name }) => name ?? undefined },
  { id: 'provider', head: 'Provider', width: 140, value: ({ seller }) => seller.name },
  { id: 'kind', head: 'Kind of provider', width: 120, value: ({ seller }) => seller.kind ?? undefined },
  { id: 'lab', head: 'Lab', usual: 'wide', width: 120, value: ({ lab }) => lab ?? undefined },
  { id: 'model', head: 'Model', width: 260, value: ({ model }) => model?.key ?? undefined },
  { id: 'mode', head: 'Mode', usual: 'wide', width: 100, value: ({ mode }) => mode ?? undefined },
  price('input', 'Input', 'always'),
  price('output', 'Output', 'always'),
  price('cacheRead', 'Cache read', 'wide'),
  price('cacheWrite', 'Cache write'),
  price('reasoning', 'Reasoning'),
  price('inputAudio', 'Audio in'),
  price('outputAudio', 'Audio out'),
  price('perImage', 'An image'),
  price('perSecond', 'A second'),
  price('perRequest', 'A call'),
  price('perPage', 'A page'),
  { id: 'status', head: 'Price', usual: 'wide', width: 100, value: ({ pricing }) => pricing.status },
  { id: 'witness', head: 'Stated by', usual: 'wide', width: 150, value: ({ pricing }) => pricing.source ?? undefined },
  { id: 'chance', head: 'Chance', isNumber: true, width: 80, value: ({ pricing }) => pricing.confidence ?? undefined },
  { id: 'agree', head: 'Agree', isNumber: true, width: 75, value: ({ pricing }) => pricing.agree.length },
  { id: 'differ', head: 'Differ', isNumber: true, width: 75, value: ({ pricing }) => pricing.differ.length },
  { id: 'why', head: 'Why no price', width: 320, value: (offer) => whyNone(offer) || undefined },
  {
    ...{ id: 'context', head: 'Context', usual: 'wide', isNumber: true, width: 100 },
    value: ({ limit }) => limit.context ?? limit.input ?? undefined,
    text: ({ limit }) => count(limit.context ?? limit.input ?? 0),
  },
  {
    ...{ id: 'answer', head: 'Longest answer', isNumber: true, width: 120 },
    value: ({ limit }) => limit.output ?? undefined,
    text: ({ limit }) => count(limit.output ?? 0),
  },
  can('tools', 'Tools', 'toolCall', 'wide'),
  can('thinks', 'Thinks', 'reasoning'),
  can('schemas', 'Schemas', 'structuredOutput'),
  can('files', 'Files', 'attachment'),
  { id: 'weights', head: 'Open weights', width: 110, value: ({ openWeights }) => yesOrNo(openWeights) },
  { id: 'quantization', head: 'Quantization', width: 110, value: ({ quantization }) => quantization ?? undefined },
  { id: 'released', head: 'Released', width: 105, value: ({ releaseDate }) => releaseDate ?? undefined },
  { id: 'knowledge', head: 'Knows until', width: 105, value: ({ knowledge }) => knowledge ?? undefined },
  { id: 'lifecycle', head: 'Lifecycle', width: 105, value: ({ status }) => status ?? undefined },
];

/** The columns by the ids that an address names; the usual ones where it names none. */
export function columnsOf(ids: string, isNarrow: boolean): readonly Column[] {
  const wanted = new Set(ids.split(','));
  const chosen = columns.filter(({ id }) => wanted.has(id));
  if (chosen.length > 0) return chosen;
  return columns.filter(({ usual }) => usual === 'always' || (usual === 'wide' && !isNarrow));
}
