import type { ModelName } from './name.js';
import { isUnknownVendor } from './prefixes.js';
import { isFamilyRow, type Guard } from './strategy.js';
import { isSoft, isTier, isVariant } from './words.js';

const list = (words: readonly string[]): string => words.join(' ') || 'none';
const NONE: readonly string[] = [];
const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);
const without = (words: readonly string[], others: readonly string[]): readonly string[] =>
  same(words, others) ? NONE : words.filter((word) => !others.includes(word));
/** Words that only one side has. */
const difference = (a: ModelName, b: ModelName): readonly string[] =>
  same(a.words, b.words) ? NONE : [...without(a.words, b.words), ...without(b.words, a.words)];

/** Equal names of two labs are two models; a path that nobody knows may be somebody's own model. */
export const vendor: Guard = {
  name: 'vendor',
  objection: (model, { name }) => {
    if (model.vendor === name.vendor || model.vendor === null) return null;
    if (name.vendor === null && !isUnknownVendor(model.vendor)) return null;
    return `the model is of ${spelled(model.vendor)}, the row of ${spelled(name.vendor)}`;
  },
};
const spelled = (text: string | null): string => text?.replaceAll('?', '') ?? 'no lab named';

/** Where a seller asks different prices for one name under different paths, the path says whose offer, or where, is meant. */
export const path: Guard = {
  name: 'path',
  objection: (model, { name, isByPath }) =>
    isByPath && model.path !== name.path
      ? `the seller prices one name by what stands before it: ${model.path || 'nothing'}, the row ${name.path || 'nothing'}`
      : null,
};

/** `claude-2` moves on to 2.1, `claude-2.0` does not: where the seller has other minor versions, they are two names. */
export const minor: Guard = {
  name: 'minor',
  objection: (model, { name, lineVersions }) => {
    const version = name.versions.at(-1) ?? '';
    if (!/^\d+$/.test(version) || saysZero(model, version) === saysZero(name, version)) return null;
    const others = [...lineVersions].some((other) => other.split(' ').at(-1)?.startsWith(`${version}.`));
    return others ? `${version} and ${version}.0 may be two releases: the seller has others of them` : null;
  },
};
const saysZero = ({ text }: ModelName, version: string): boolean =>
  new RegExp(`(^|[^0-9.])${version}\\.0(?![0-9])`).test(text);

/** Haiku is not opus. */
export const tier: Guard = {
  name: 'tier',
  objection: (model, { name }) => {
    const words = difference(model, name).filter(isTier);
    return words.length > 0 ? `only one of them is ${list(words)}` : null;
  },
};

/** Vision, thinking, `:free` and their like are other offers. */
export const variant: Guard = {
  name: 'variant',
  objection: (model, { name }) => {
    const words = difference(model, name).filter((word) => isVariant(word) && !isSoft(word));
    return words.length > 0 ? `only one of them is ${list(words)}` : null;
  },
};

/** Any other word is part of the family's name. */
export const family: Guard = {
  name: 'family',
  objection: (model, { name }) => {
    const words = difference(model, name).filter((word) => !isTier(word) && !isVariant(word) && !isSoft(word));
    return words.length > 0 ? `only one of them says ${list(words)}` : null;
  },
};

/** A row leaves `beta` or a way of reasoning open only if it stands for a family; a preview is priced by a preview's row. */
export const stage: Guard = {
  name: 'stage',
  objection: (model, price) => {
    const missing = without(price.name.words, model.words).filter(isSoft);
    if (missing.length > 0) return `only the row is ${list(missing)}`;
    const extra = without(model.words, price.name.words).filter(isSoft);
    if (extra.length === 0) return null;
    if (!isFamilyRow(price)) return `the model is ${list(extra)}, the row names another id`;
    return extra.includes('preview') ? 'the model is a preview, the row is not' : null;
  },
};

/** Versions are equal, or the model leaves out the first version of a line that has no other. */
export const version: Guard = {
  name: 'version',
  objection: ({ versions }, { name, lineVersions }) => {
    if (same(versions, name.versions)) return null;
    const first = name.versions.at(-1) === '1' && same(versions, name.versions.slice(0, -1));
    if (first && lineVersions.size === 1) return null;
    return `version ${list(versions)}, the row ${list(name.versions)}`;
  },
};

export const size: Guard = {
  name: 'size',
  objection: ({ sizes }, { name }) =>
    same(sizes, name.sizes) ? null : `size ${list(sizes)}, the row ${list(name.sizes)}`,
};

/** The first release of a version is the version; a later one needs a row that stands for all of them, or its date. */
export const revision: Guard = {
  name: 'revision',
  objection: (model, price) => {
    const own = model.revision;
    const other = price.name.revision;
    if (own === other || (own !== null && other === null && isFamilyRow(price))) return null;
    if (model.date !== null && model.date === price.name.date) return null;
    const later = [own, other].find((text) => text !== null && text !== '001' && text !== 'v1');
    return later === undefined ? null : `release ${own ?? 'none'}, the row ${other ?? 'none'}`;
  },
};

/**
 * `latest` of a name without a version is the newest version, where the list has versions of that name; and a plain name is
 * not what moves, where the seller lists its snapshots.
 */
export const latest: Guard = {
  name: 'latest',
  objection: (model, price) => {
    if (price.name.latest && !model.latest && price.ownDates.size > 0)
      return 'the seller lists snapshots of this name, and "latest" may be any of them';
    return model.latest && !price.name.latest && price.lineVersions.size > 0 && price.name.versions.length === 0
      ? 'the newest version is meant, and the list has several'
      : null;
  },
};
