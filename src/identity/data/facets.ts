import { words } from './words.js';

/** How the weights are stored: formats of numbers, methods and containers, as Hugging Face's repositories spell them. */
export const QUANTIZATION =
  /^(?:fp(?:4|8|16|32)|bf16|f16|nvfp4|mxfp4|mxfp8|nf4|int(?:4|8)|awq|gptq|gguf|mlx|w\d+a\d+|\d+bit|i?q\d(?:_[a-z0-9]+)+|exl2|hqq)$/;
/** Words behind a quantization that say how it was made. */
export const QUANTIZATION_DETAILS = words('dynamic mixed ar autoround static block gs128');

/** A part of the world: in front of the name at Bedrock, behind `@` at gateways that let one choose. */
export const REGION_HEAD = /^(us-gov|us|eu|apac|ap|global|au|jp|ca|sa|me|af)$/;
export const REGION =
  /^(?:(?:us|eu|ap|ca|sa|me|af|il|mx)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-?\d|(?:us|europe|asia|australia|northamerica|southamerica|africa|me)-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)\d{1,2}|(?:east|west|north|south|central)(?:us|eu|india)\d?|[a-z]+(?:central|south|north|west|east)\d?|global|us|eu)$/;

/** How the seller deploys it (Vertex' model as a service). */
export const DEPLOYMENTS = words('maas');
/** Who can't read along. */
export const PRIVACY = words('tee e2ee');
/** The queue in which a call waits, as OpenAI and its resellers name it. */
export const SERVICES = words('flex batch priority');
/** Subscriptions. */
export const PLANS = words('coding');
/** How hard a switching model thinks: behind the name of a family that has the switch. */
export const EFFORTS = words('low high xhigh minimal');
/** The same behind a colon, where no tier of a family can stand. */
export const COLON_EFFORTS = words('low medium high xhigh minimal max none');
/** Families whose effort can be set by the name, from OpenAI's, Google's and Anthropic's lists. */
export const EFFORT_FAMILIES = words('gpt o gemini claude');

/** Words for thinking as a mode. */
export const THINKING = words('thinking think thinks');
export const NON_THINKING = words('nothink nothinking non-thinking no-thinking non-think');
/** Families whose members switch thinking on and off without another checkpoint; by what the labs publish. */
export const SWITCHING: ReadonlyMap<string, (version: string) => boolean> = new Map<string, (version: string) => boolean>([
  ['claude', () => true],
  ['gpt', () => true],
  ['gemini', (version) => Number.parseFloat(version) >= 2.5],
  ['deepseek', (version) => version !== 'r1' && Number.parseFloat(version) >= 3.1],
  ['glm', (version) => !version.includes('v') && Number.parseFloat(version) >= 4.5],
  ['kimi', (version) => Number.parseFloat(version.slice(1)) >= 2.5],
  ['minimax', () => true],
  ['mimo', () => true],
  ['gemma', (version) => Number.parseFloat(version) >= 4],
]);

/** What a seller calls his offer of the same weights: cheaper, slower, from the lab's own door. From the recorded sellers. */
export const OFFERINGS = words('cheaper eco short original basic community');

/** Families of which another context is another model of the lab; elsewhere it is the seller's cut. From the labs' lists. */
export const CONTEXT_FAMILIES = words('phi moonshot doubao ernie palmyra step tao gpt jimeng');
