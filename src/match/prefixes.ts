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
const HEADS = new Set([
  'amazon', 'anthropic', 'cohere', 'google', 'meta', 'microsoft', 'mistralai', 'moonshotai', 'openai', 'xai', 'zai',
]); // prettier-ignore

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
  let rest = slash < 0 ? text : text.slice(slash + 1);
  for (let head = dotted(rest); head !== undefined; head = dotted(rest)) {
    path.push(head);
    rest = rest.slice(head.length + 1);
  }
  const label = rest.indexOf(': ');
  if (label > 0) {
    path.push(rest.slice(0, label).replaceAll('.', '-'));
    rest = rest.slice(label + 2);
  }
  const vendor = path.length === 0 ? null : vendorOf(path);
  return headOf(vendor, rest.startsWith('open-mi') ? rest.slice('open-'.length) : rest);
}

/** The word before a point, if letters surround that point; most names with a point have a version there. */
function dotted(rest: string): string | undefined {
  const point = rest.indexOf('.');
  return point > 0 && rest.charCodeAt(point - 1) > NINE ? DOTTED.exec(rest)?.[1] : undefined;
}
const NINE = 57;

function headOf(vendor: string | null, rest: string): Prefixed {
  const dash = rest.indexOf('-');
  const head = dash < 0 ? '' : rest.slice(0, dash);
  if (!HEADS.has(head)) return { vendor, rest };
  return { vendor: vendor ?? VENDORS.get(head) ?? head, rest: rest.slice(dash + 1) };
}

/** The lab that a path names; a part that is neither lab nor route keeps the whole path, so that no guard overlooks it. */
function vendorOf(path: readonly string[]): string | null {
  let vendor: string | null = null;
  let unknown = '';
  for (const part of path) {
    const lab = VENDORS.get(part);
    if (lab !== undefined) vendor = lab;
    else if (part !== '' && !isRoute(part)) unknown += `?${part}`;
  }
  return unknown === '' ? vendor : unknown + (vendor ?? '');
}

/** True for a vendor that the table does not know, such as a folder of somebody's own models. */
export const isUnknownVendor = (vendor: string): boolean => vendor.startsWith('?');
