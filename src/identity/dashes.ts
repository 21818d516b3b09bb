import {
  CONTEXT_FAMILIES,
  DEPLOYMENTS,
  OFFERINGS,
  PRIVACY,
  QUANTIZATION,
  QUANTIZATION_DETAILS,
  SERVICES,
} from './data/facets.js';
import { HOST_TAILS } from './data/hosts.js';
import { EMPTY } from './data/variants.js';
import type { Facets } from '../model/identity.js';

/** Takes facets out of a name that stand between dashes: how it is stored, deployed, paid and served. */
export function withoutDashed(name: string, families: readonly string[], facets: Facets): string {
  const kept: string[] = [];
  let behindQuantization = false;
  const parts = name.split(/[- ]+/);
  parts.forEach((part, at) => {
    const tail = parts.slice(at + 1).every((one) => isTail(one));
    const taken =
      at > 0 && (take(part, families, tail, facets) || (behindQuantization && QUANTIZATION_DETAILS.has(part)));
    behindQuantization = taken && (behindQuantization || facets.quantization !== undefined);
    if (!taken) kept.push(part);
  });
  return kept.join('-');
}

/** Words behind which nothing of the model's own name stands. */
const isTail = (part: string): boolean =>
  part === 'lora' ||
  part === 'free' ||
  part === 'fast' ||
  part === 'turbo' ||
  SERVICES.has(part) ||
  DEPLOYMENTS.has(part) ||
  PRIVACY.has(part) ||
  QUANTIZATION.test(part);

function take(part: string, families: readonly string[], tail: boolean, facets: Facets): boolean {
  if (QUANTIZATION.test(part)) facets.quantization = stored(facets.quantization, part);
  else if (PRIVACY.has(part)) facets.privacy = part;
  else if (DEPLOYMENTS.has(part)) facets.deployment = part;
  else if (isContext(part, families)) facets.context = part;
  else if (!tail) return EMPTY.has(part) && part !== 'hf';
  else if (part === 'lora') facets.lora = true;
  else if (part === 'free') facets.tier = part;
  else if (SERVICES.has(part) && !families.includes('flux')) facets.service = part;
  else if (OFFERINGS.has(part)) facets.offering = part;
  else if (HOST_TAILS.has(part)) facets.host = part;
  else return EMPTY.has(part);
  return true;
}

/** A method says more than its container, and its bits more than MLX. */
const stored = (before: string | undefined, part: string): string =>
  before === undefined || before === 'mlx' || before === 'gguf' ? part : before;

const isContext = (part: string, families: readonly string[]): boolean =>
  /^(8|\d{2,4})k$|^(1|2|4|10)m$/.test(part) && !families.some((family) => CONTEXT_FAMILIES.has(family));
