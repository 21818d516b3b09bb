import { compareTwoStrings } from 'string-similarity';
import { date } from './dateGuard.js';
import { latest, revision, size, stage, tier, variant, vendor, version } from './guards.js';
import type { ModelName } from './name.js';
import type { Guard, Strategy } from './strategy.js';
import { isTier, isVariant } from './words.js';

/** Dice's coefficient of two spellings from which they count as one: above what separates ministral from mistral (0.86). */
const THRESHOLD = 0.9;

const joined = ({ words }: ModelName): string => words.join('');
/** Sorted words hide where a word was cut in two, so the letters in the order of the text are compared as well. */
const letters = ({ text }: ModelName): string =>
  text
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/[^a-z]/g, '');

/** How alike two names are, 0…1, their numbers aside. */
export const likeness = (a: ModelName, b: ModelName): number =>
  Math.max(compareTwoStrings(joined(a), joined(b)), compareTwoStrings(letters(a), letters(b)));

const isDistinct = (word: string): boolean => isTier(word) || isVariant(word);

/** Numbers, tier and variant words must be equal, and so must the number of letters, however they are cut into words. */
function block({ words, versions, sizes, date: day }: ModelName): string {
  let count = 0;
  let distinct = '';
  for (const word of words) {
    count += word.length;
    if (isDistinct(word)) distinct += `${word} `;
  }
  return `${count}|${versions.join(' ')}|${sizes.join(',')}|${distinct}|${day ?? ''}`;
}

const spelling: Guard = {
  name: 'spelling',
  objection: (model, { name }) => {
    const alike = likeness(model, name);
    return alike >= THRESHOLD ? null : `spelled alike to ${alike.toFixed(2)}, less than ${THRESHOLD}`;
  },
};

/** The same numbers and variant words, and a name that is spelled almost alike: `wizard-lm-2` and `wizardlm-2`. */
export const similar: Strategy = {
  name: 'similar',
  block,
  guards: [vendor, tier, variant, stage, version, size, revision, date, latest, spelling],
  level: () => 'similar',
  explain: (model, { name }) =>
    `${model.text} and ${name.text} are spelled alike to ${likeness(model, name).toFixed(2)} and have the same numbers`,
  onTie: 'refuse',
};
