import type { Model } from '../model/model.js';
import { labsBySpelling } from './data/labs.js';

/** Makers of whom no name is known. */
const NOBODY = 'community';

/** Who made the model, in one spelling a lab: by the model that it is, else by what its seller says. null where nobody does. */
export function labIn({ model, ownedBy }: Pick<Model, 'model' | 'ownedBy'>): string | null {
  const lab = model?.key?.split('/')[0];
  if (lab !== undefined && lab !== NOBODY) return lab;
  return ownedBy === null ? null : (labsBySpelling.get(ownedBy.toLowerCase().replace(/[\s_]+/g, '-')) ?? ownedBy);
}
