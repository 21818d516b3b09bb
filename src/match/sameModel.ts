import type { Facets } from '../model/identity.js';
import { date } from './dateGuard.js';
import { latest, path, revision, vendor } from './guards.js';
import type { ModelName } from './name.js';
import { byDay, byPath } from './narrowed.js';
import type { Guard, Strategy } from './strategy.js';

/** The model that is sold under an id, if it is one and the same with whoever sells it under that, and what the id says beside it. */
export type ModelOf = (id: string) => { readonly key: string; readonly line: string; readonly facets: Facets } | null;

/** Facets that are another way to write the model itself: its key says what they mean. */
const NAMING = new Set<keyof Facets>(['snapshot', 'alias']);

const offering = (facets: Facets): string =>
  Object.entries(facets)
    .filter(([facet]) => !NAMING.has(facet as keyof Facets))
    .map(([facet, value]) => `${facet} ${String(value)}`)
    .sort()
    .join(', ');

/**
 * Two names of one model, by a registry of models: `nano-banana-pro-preview` and `gemini-3-pro-image-preview`. Asked where the
 * names themselves have nothing in common; both have to be known, and to say the same of speed, region, weights and the like.
 */
export function sameModel(modelOf: ModelOf): Strategy {
  const facets: Guard = {
    name: 'facets',
    objection: (model, { name }) => {
      const [own, other] = [model, name].map(({ text }) => offering(modelOf(text)?.facets ?? {})) as [string, string];
      return own === other ? null : `one is ${own || 'the plain model'}, the other ${other || 'the plain model'}`;
    },
  };
  const block = ({ text }: ModelName): string => modelOf(text)?.key ?? '';
  return {
    name: 'model',
    needs: { knownWords: false, knownVersions: false, wholeName: false },
    block,
    narrowed: byPath(byDay),
    guards: [vendor, path, date, revision, latest, facets],
    level: (model) => (block(model) === '' ? null : 'same-model'),
    explain: (model, { name }) => `${model.text} and ${name.text} are two names of ${block(model)}`,
    onTie: 'refuse',
  };
}
