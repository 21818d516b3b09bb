import { NAMED_AS_LAB, derivedFamilies, isFamily, plainFamilies } from './data/families.js';
import { HOST_HEADS, SELLERS, SELLER_HEADS } from './data/hosts.js';
import { labSpellings, labsBySpelling } from './data/labs.js';
import type { Facets } from '../model/identity.js';

/** A name without what sellers put in front of it. */
export interface Headless {
  readonly name: string;
  /** The lab that stood there. */
  readonly lab: string | null;
}

const hasFamily = (text: string): boolean => text.split(/[^a-z]+/).some(isFamily) || /^[a-z]\d/.test(text);

/** Takes seller, host, privacy and lab off the head of a name, as long as a family is left behind them. */
export function behindHeads(whole: string, provider: string, facets: Facets): Headless {
  let name = whole;
  let lab: string | null = null;
  for (let rest = step(name, provider, facets); rest !== null; rest = step(name, provider, facets)) {
    lab = rest.lab ?? lab;
    name = rest.name;
  }
  return { name, lab };
}

function step(name: string, provider: string, facets: Facets): Headless | null {
  if (name.startsWith('e2ee-')) {
    facets.privacy = 'e2ee';
    return { name: name.slice('e2ee-'.length).replace(/-p$/, ''), lab: null };
  }
  return ofSeller(name, provider, facets) ?? ofService(name) ?? ofLab(name);
}

/** `databricks-gpt-5`, `duo-chat-opus-4-6`, `azure-gpt-4o`, `FW-GLM-5`, `coding-glm-5`. */
function ofSeller(name: string, provider: string, facets: Facets): Headless | null {
  const own = [provider.split(/[-.]/)[0] ?? '', provider, ...(SELLER_HEADS.get(provider) ?? []), ...SELLERS];
  for (const head of own) {
    const rest = after(name, head);
    if (rest === null || isFamily(head) || !(hasFamily(rest) || ofLab(rest) !== null)) continue;
    if (head === 'coding') facets.plan = head;
    return { name: rest, lab: null };
  }
  const [head = ''] = name.split('-', 1);
  const rest = after(name, head);
  if (!HOST_HEADS.has(head) || rest === null || !hasFamily(rest)) return null;
  if (head !== 'aihub') facets.host = head;
  return { name: rest, lab: null };
}

/** `text-embedding-qwen3-8b`: a kind of service before a family. */
function ofService(name: string): Headless | null {
  const rest = after(name, 'text-embedding');
  return rest !== null && /^[a-z]{3,}|^e5/.test(rest) && hasFamily(rest) && !rest.startsWith('ada')
    ? { name: `${rest}-embedding`, lab: null }
    : null;
}

/** `zai-org-glm-5`, `meta-llama-3`, `googlegemma-3`: a lab before one of its families. */
function ofLab(name: string): Headless | null {
  for (const spelling of labSpellings.get(name.charAt(0)) ?? []) {
    if (!name.startsWith(spelling)) continue;
    const rest = name.slice(spelling.length).replace(/^[-_ .:]+/, '');
    if (rest === '' || (isFamily(spelling.split('-').at(-1) ?? '') && !isBeforeOwn(spelling, rest))) continue;
    const glued = rest.length + spelling.length === name.length;
    if (glued ? startsFamily(rest) : hasFamily(rest) || rest.startsWith('embed'))
      return { name: rest, lab: labsBySpelling.get(spelling) ?? null };
  }
  return null;
}

/** `moonshot-kimi`: the lab's name, and a family of it behind. */
const isBeforeOwn = (spelling: string, rest: string): boolean =>
  NAMED_AS_LAB.has(spelling) && plainOrDerived(/^[a-z]+/.exec(rest)?.[0] ?? '') === labsBySpelling.get(spelling);
const plainOrDerived = (word: string): string | undefined => derivedFamilies.get(word) ?? plainFamilies.get(word);

const startsFamily = (rest: string): boolean => isFamily(/^[a-z]+/.exec(rest)?.[0] ?? '') || /^l\d/.test(rest);

const after = (name: string, head: string): string | null =>
  head !== '' && name.startsWith(`${head}-`) ? name.slice(head.length + 1).replace(/^-+/, '') : null;
