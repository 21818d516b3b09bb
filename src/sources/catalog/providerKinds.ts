import type { ProviderKind } from '../../model/providerKind.js';

/**
 * What the providers of the catalog that have no adapter are to their models. Known from the pages for people that the
 * catalog names, and from whose models they list: nobody but a lab and its clouds runs weights that are not published.
 */
const KNOWN = {
  lab: `abliteration-ai alibaba-cn bailing longcat lucidquery meta minimax-cn morph nova poolside sakana sarvam stepfun
    stepfun-ai tencent-tokenhub thinkingmachines xiaomi zhipuai`,
  cloud: 'azure-cognitive-services databricks google-vertex-anthropic sap-ai-core snowflake-cortex',
  host: `aiand aki-io ambient atomic-chat berget blueclaw clarifai cloudferro-sherlock crof dinference drun ebcloud
    empiriolabs evroc gmicloud greenpt hetzner hpc-ai iflowcn inceptron inferx io-net lilac llmtr lmstudio meganova
    mixlayer moark modal neuralwatt pioneer privatemode-ai regolo-ai stackit subconscious submodel synthetic tinfoil
    umans-ai vultr wafer.ai zenifra`,
  gateway: `302ai abacus ai-router anyapi auriko cloudflare-ai-gateway cortecs crossmodel daoxe fastrouter freemodel
    frogbot helicone hyper jiekou kenari lynkr merge-gateway model-oracle-ai nearai neon ofox opencode orcarouter
    perplexity-agent qihang-ai qiniu-ai routing-run the-grid-ai trustedrouter unorouter vivgrid xpersona`,
  plan: 'cline-pass gitlab kimi-for-coding opencode-go',
} as const satisfies Readonly<Record<ProviderKind, string>>;

const kinds: ReadonlyMap<string, ProviderKind> = new Map(
  Object.entries(KNOWN).flatMap(([kind, ids]) => ids.split(/\s+/).map((id) => [id, kind as ProviderKind] as const)),
);

/** `zai-coding-plan`, `xiaomi-token-plan-sgp`: the catalog's way to write a subscription, followed by its region. */
const planned = /-(?:plan|pass)(?:-[a-z]+)?$/;

/** What a provider of the catalog is to its models; null where nobody says. */
export const catalogKind = (id: string): ProviderKind | null => kinds.get(id) ?? (planned.test(id) ? 'plan' : null);
