import { EFFORTS, EFFORT_FAMILIES, NON_THINKING, SWITCHING } from './data/facets.js';
import { ALWAYS, BEHIND_SIZES, SELLERS } from './data/speeds.js';
import type { Facets } from '../model/identity.js';
import type { Token } from './token.js';

/** Takes out of a name how the same weights run: thinking, effort and speed, where the family is one that has the switch. */
export function withoutModes(tokens: readonly Token[], families: readonly string[], facets: Facets): Token[] {
  const version = tokens.find(({ kind }) => kind === 'version')?.text ?? '';
  const says = (word: string): boolean => tokens.some(({ text }) => text === word);
  const isOpenWeights = tokens.some(({ kind, text }) => kind === 'size' && /\d[bt]$/.test(text));
  const last = tokens.length - 1;
  return tokens.filter(({ text, kind }, at) => {
    if (kind !== 'word' || at === 0) return true;
    if (NON_THINKING.has(text)) facets.mode = 'non-thinking';
    else if (text === 'thinking' && families.some((one) => SWITCHING.get(one)?.(version))) facets.mode = text;
    else if (at === last && version !== '' && isEffort(text, families)) facets.effort = text;
    else if (isSpeed(text, families, isOpenWeights, says)) facets.speed = text;
    else return !(text === 'high' && says('throughput'));
    return false;
  });
}

const isEffort = (text: string, families: readonly string[]): boolean =>
  EFFORTS.has(text) && families.some((one) => EFFORT_FAMILIES.has(one));

function isSpeed(text: string, families: readonly string[], sized: boolean, says: (word: string) => boolean): boolean {
  if (ALWAYS.has(text)) return true;
  const sellers = SELLERS.get(text);
  if (sellers === undefined) return false;
  return (
    families.some((one) => sellers.has(one === 'gpt' && says('oss') ? 'gpt-oss' : one)) ||
    (sized && BEHIND_SIZES.has(text))
  );
}
