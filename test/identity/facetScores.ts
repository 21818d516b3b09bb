import type { Scored } from './label.js';

/** Facets that the labels name. */
const FACETS = [
  'snapshot', 'alias', 'quantization', 'speed', 'tier', 'mode', 'effort', 'context', 'region', 'deployment', 'privacy', 'host',
  'service', 'plan', 'lora',
] as const; // prettier-ignore

const plain = (value: unknown): string =>
  String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
/** `08-2024` is `202408`. */
const day = (value: unknown): string =>
  String(value)
    .replace(/^(\d\d)-(20\d\d)$/, '$2$1')
    .replace(/\D/g, '');
const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== false && value !== '';

function isSame(facet: string, a: unknown, b: unknown): boolean {
  if (a === true || b === true || facet === 'alias') return true;
  if (facet !== 'snapshot') return plain(a) === plain(b);
  const [x, y] = [day(a), day(b)];
  return x !== '' && y !== '' && (x.endsWith(y) || y.endsWith(x));
}

/** The facets that were missed, said without need, or said otherwise. */
export const wrongFacets = ({ label, facets }: Scored): string[] =>
  FACETS.filter((facet) => {
    const [due, said] = [label.facets[facet], facets[facet]];
    return isSaid(due) !== isSaid(said) || (isSaid(due) && !isSame(facet, due, said));
  });

/** True where the label names any facet. */
export const hasFacets = ({ label }: Scored): boolean => FACETS.some((facet) => isSaid(label.facets[facet]));
