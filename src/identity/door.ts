import { labsBySpelling } from './data/labs.js';
import { isFamily } from './data/families.js';
import { familyLab } from './labOf.js';
import { REGION_HEAD } from './data/facets.js';
import { ENDPOINT_HOSTS, ROUTES } from './data/hosts.js';
import type { Facets } from '../model/identity.js';

/** What stands before a model's name: folders, regions, and whose they are. */
export interface Door {
  /** Folders that are neither routes nor regions, from the outside inwards. */
  readonly folders: readonly string[];
  /** The account of `accounts/<account>/models/…`, unless it is the host's own. */
  readonly account: string | null;
  readonly name: string;
  readonly facets: Facets;
}

const HOST_ACCOUNTS = new Set(['fireworks', 'fireworks-ai', 'openai', 'google']);
/** `us.anthropic.claude…`, `deepseek.r1`: words with a point behind them, as Bedrock writes region and lab. */
const DOTTED = /^([a-z][a-z-]*)\.(?=[a-z])/;

/** Takes folders and dotted heads off a plain id of a seller. */
export function doorOf(id: string, provider = ''): Door {
  const parts = named(
    id.split('/').filter((part) => part !== ''),
    provider,
  );
  const account = parts[0] === 'accounts' && parts.length > 3 ? (parts[1] ?? null) : null;
  const facets: Facets = {};
  const folders: string[] = [];
  let name = parts.pop() ?? '';
  if (parts.length > 1 && isPart(name)) name = `${parts.pop() ?? ''}-${name}`;
  for (const part of parts.filter((one) => one !== '')) {
    if (part === 'coding') facets.plan = part;
    if (REGION_HEAD.test(part)) facets.region = part;
    else if (!ROUTES.has(part)) folders.push(part);
  }
  for (let head = DOTTED.exec(name)?.[1]; head !== undefined; head = DOTTED.exec(name)?.[1]) {
    if (REGION_HEAD.test(head)) facets.region = head;
    else if (labsBySpelling.has(head)) folders.push(head);
    else break;
    name = name.slice(head.length + 1);
  }
  return {
    folders,
    account: account === null || HOST_ACCOUNTS.has(account) ? null : account,
    ...joined(folders, name),
    facets,
  };
}

/**
 * Where each endpoint of a model is a path, all of it is the name that is behind the host and the lab:
 * `fal-ai/flux-2/klein/4b/edit`. It begins with the family, whatever words of a task follow.
 */
function named(parts: string[], provider: string): string[] {
  const [first = '', second = ''] = parts;
  if (!ENDPOINT_HOSTS.has(provider) && !ENDPOINT_HOSTS.has(first)) return parts;
  const isOwn = ENDPOINT_HOSTS.has(first);
  const heads = parts.slice(0, Math.min(parts.length - 1, isOwn && labsBySpelling.has(second) ? 2 : 1));
  const name = parts.slice(heads.length).join('-');
  const lab = heads.at(-1) ?? '';
  const family = headOf(name);
  if (isFamily(lab) && /^v?\d/.test(name)) return [...heads, `${lab}-${name}`];
  const isBare = isOwn && heads.length === 1;
  return isBare && isFamily(family) ? [...heads, familyLab(family) ?? '', name] : [...heads, name];
}

const headOf = (name: string): string => name.split(/[-.\d]/)[0] ?? '';

/** The last part of a path that names no model but a form of the one before it: `qwen3-30b-a3b/fp8`. */
const isPart = (name: string): boolean => /^(fp|bf|int)\d+$|^community$/.test(name);

/** `fal-ai/flux/schnell`: the family is a folder. */
function joined(folders: string[], name: string): { name: string } {
  const last = folders.at(-1) ?? '';
  const head = headOf(last);
  if (!isFamily(head) || labsBySpelling.has(last) || name.split(/[-.\d]/).some(isFamily)) return { name };
  folders.pop();
  return { name: `${last}-${name}` };
}
