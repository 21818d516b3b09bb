import { INSTRUCT, PRIVATE, ROUTERS, VARIANTS } from './data/variants.js';
import { VEILED } from './data/hosts.js';
import type { Door } from './door.js';
import { isFamily } from './data/families.js';
import type { Token } from './token.js';

/** Why an id can't name a model, before its name is read; null where it may. */
export function veiledBy(id: string, { folders, account, name }: Door): string | null {
  if (isTuned(id)) return "a customer's fine-tune";
  if (/^arn:|^ep-|^projects\/\d|^endpoints?\/|deployments?\//.test(id) || /^[0-9a-f-]{32,}$/.test(name))
    return "a customer's deployment";
  if (account !== null) return `an account of ${account} at the host`;
  const veil = folders.find((folder) => VEILED.has(folder));
  if (veil !== undefined) return `${veil} doesn't say what is behind its names`;
  const words = name.split(/[^a-z]+/);
  if (words.some((word) => PRIVATE.has(word))) return "a customer's own name";
  return words.some((word) => ROUTERS.has(word)) ? 'a router that chooses by itself' : null;
}

/** `ft:…`, and `acme-ft`, but not `some-model-7b-ft`, which is published under that name. */
const isTuned = (id: string): boolean =>
  id.endsWith('-ft') ? !/\d/.test(id.slice(0, -'-ft'.length)) : id.startsWith('ft:');

/** Why a name that was read says no model; null where it does. */
export function emptyName(tokens: readonly Token[], lab: string | null, latest: boolean): string | null {
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text);
  if (words.includes('for')) return "the seller's own name for a choice of his";
  if (tokens.length === 0) return 'the name says nothing';
  const generic = tokens.every(
    ({ kind, text }) =>
      kind === 'word' && (VARIANTS.has(text) || INSTRUCT.has(text) || text.includes('-to-')) && !isFamily(text),
  );
  return generic && !latest && tokens.length < 2 && lab === null ? 'the name says nothing' : null;
}
