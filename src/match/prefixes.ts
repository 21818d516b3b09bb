/** A name taken apart: whose model it is, and the model's own name. */
export interface Prefixed {
  /** The lab in one spelling, an unknown path as it stands, or null. */
  readonly vendor: string | null;
  readonly rest: string;
}

/** Labs as gateways spell them in front of a model, with the one spelling used here. */
const VENDORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ai21: 'ai21', alibaba: 'qwen', amazon: 'amazon', anthropic: 'anthropic', cohere: 'cohere', deepseek: 'deepseek',
    'deepseek-ai': 'deepseek', google: 'google', meta: 'meta', 'meta-llama': 'meta', microsoft: 'microsoft',
    minimax: 'minimax', minimaxai: 'minimax', mistral: 'mistral', mistralai: 'mistral', moonshot: 'moonshot',
    moonshotai: 'moonshot', nvidia: 'nvidia', openai: 'openai', perplexity: 'perplexity', qwen: 'qwen', 'x-ai': 'xai',
    xai: 'xai', 'z-ai': 'zai', zai: 'zai', 'zai-org': 'zai',
  }),
); // prettier-ignore

/** Labs that no model is named after: at the head of a name they are a prefix, even where the slash was lost. */
const HEADS = /^(meta-llama|openai|moonshotai|mistralai|anthropic|google|amazon|microsoft|meta|cohere|xai|x-ai|zai|z-ai)-(?=[a-z])/;

/** Path parts that say how a model is served, never which model it is. */
const ROUTES = new Set([
  'accounts', 'azure', 'azure_ai', 'bedrock', 'converse', 'fireworks', 'fireworks_ai', 'gemini', 'global-standard', 'groq',
  'invoke', 'meta_llama', 'models', 'nebius', 'novita', 'openrouter', 'publishers', 'together_ai', 'vercel_ai_gateway',
  'vertex_ai',
]); // prettier-ignore
const REGION = /^(us|eu|ap|apac|au|ca|global|jp|me|sa|af|asia)(-gov)?(-[a-z]+-?\d)?$/;
const isRoute = (part: string): boolean => ROUTES.has(part) || REGION.test(part);

/** `us.anthropic.claude…`: words with a point behind them, as Bedrock writes region and lab. */
const DOTTED = /^([a-z][a-z-]*)\.(?=[a-z])/;

/** Takes vendor, region and deployment prefixes off a lower-case id or name. */
export function splitPrefixes(text: string): Prefixed {
  const slash = text.lastIndexOf('/');
  const path = slash < 0 ? [] : text.slice(0, slash).split('/');
  let rest = text.slice(slash + 1);
  for (let head = DOTTED.exec(rest); head?.[1] !== undefined; head = DOTTED.exec(rest)) {
    path.push(head[1]);
    rest = rest.slice(head[0].length);
  }
  const label = rest.indexOf(': ');
  if (label > 0) {
    path.push(rest.slice(0, label).replaceAll('.', '-'));
    rest = rest.slice(label + 2);
  }
  return headOf(vendorOf(path), rest.replace(/^open-(?=mi[sx]tral)/, ''));
}

function headOf(vendor: string | null, rest: string): Prefixed {
  const head = HEADS.exec(rest);
  if (head?.[1] === undefined) return { vendor, rest };
  return { vendor: vendor ?? VENDORS.get(head[1]) ?? head[1], rest: rest.slice(head[0].length) };
}

/** The lab that a path names; a part that is neither lab nor route keeps the whole path, so that no guard overlooks it. */
function vendorOf(path: readonly string[]): string | null {
  const parts = path.filter((part) => part !== '' && !isRoute(part)).map((part) => VENDORS.get(part) ?? `?${part}`);
  if (parts.length === 0) return null;
  return parts.some((part) => part.startsWith('?')) ? parts.join('/') : (parts.at(-1) ?? null);
}

/** True for a vendor that the table does not know, such as a folder of somebody's own models. */
export const isUnknownVendor = (vendor: string): boolean => vendor.startsWith('?') || vendor.includes('/?');
