import { minor, path, vendor } from './guards.js';
import type { ModelName } from './name.js';
import { all, byPath } from './narrowed.js';
import type { Strategy } from './strategy.js';

const sameText = (model: ModelName, row: ModelName): boolean => model.text.toLowerCase() === row.text.toLowerCase();

/** The same provider and the same model, after canonical spelling: case, separators, prefixes and word order don't count. */
export const exact: Strategy = {
  name: 'exact',
  needs: { knownWords: true, knownVersions: true, wholeName: false },
  block: ({ key }) => key,
  narrowed: byPath(all),
  guards: [vendor, path, minor],
  level: (model, { name }) => (sameText(model, name) ? 'same-id' : 'same-name'),
  explain: (model, { name }) =>
    sameText(model, name) ? 'same id' : `${model.text} and ${name.text} are one name, spelled differently`,
  onTie: 'doubt-price',
};
