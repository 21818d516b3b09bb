import { COLON_EFFORTS, NON_THINKING, REGION, SERVICES, THINKING } from './data/facets.js';
import type { Facets } from '../model/identity.js';

/** How OpenRouter chooses among the sellers of one model, and tools that it adds. */
const ROUTED = new Set(['exacto', 'floor', 'online', 'extended']);

/** Takes off what stands behind `:` and `@`: modes of OpenRouter and others, regions and releases of clouds; sizes of Ollama stay. */
export function withoutSuffixes(name: string, facets: Facets): string {
  const [head = '', ...tails] = name.split(/(?=[:@])/);
  return tails.reduce((rest, tail) => {
    const text = tail.slice(1);
    return (tail.startsWith('@') ? behindAt(text, facets) : behindColon(text, facets)) ? rest : `${rest}-${text}`;
  }, head);
}

/** True where the text is a facet. */
function behindAt(text: string, facets: Facets): boolean {
  if (text === 'default' || text === 'latest') facets.alias = text;
  else if (REGION.test(text)) facets.region = text;
  else return text === '001';
  return true;
}

function behindColon(text: string, facets: Facets): boolean {
  if (text === 'free') facets.tier = text;
  else if (THINKING.has(text)) facets.mode = 'thinking';
  else if (NON_THINKING.has(text)) facets.mode = 'non-thinking';
  else if (COLON_EFFORTS.has(text)) facets.effort = text;
  else if (SERVICES.has(text)) facets.service = text;
  else if (/^\d{4,5}$/.test(text)) facets.effort = text;
  else if (/^\d{6,}$/.test(text)) facets.context = text;
  else if (text === 'peft') facets.lora = true;
  else if (text === 'nitro') facets.speed = text;
  else if (ROUTED.has(text)) facets.offering = text;
  else return text === '';
  return true;
}
