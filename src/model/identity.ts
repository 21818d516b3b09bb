import { z } from 'zod';

const said = z.string().optional();

/** What an offer's id says beside the model. Only what stands in the id. */
export const facets = z.strictObject({
  /** The date as it is written: `2024-11-20`, `2507`, `08-2024`. */
  snapshot: said,
  /** `latest` or `default`. */
  alias: said,
  /** Of the weights: `fp8`, `int4`, `gguf`. */
  quantization: said,
  /** The same weights served faster, in the seller's word: `fast`, `turbo`. */
  speed: said,
  /** `free`. */
  tier: said,
  /** `thinking` or `non-thinking`, where one model does both. */
  mode: said,
  /** How long it thinks: `high`. */
  effort: said,
  /** A window of its own: `128k`. */
  context: said,
  /** Where it is served: `us`, `eu`. */
  region: said,
  /** How it is served: `maas`. */
  deployment: said,
  /** `tee` or `e2ee`. */
  privacy: said,
  /** Who serves it for the seller. */
  host: said,
  /** `batch` or `flex`. */
  service: said,
  /** The subscription it is part of: `coding`. */
  plan: said,
  /** Takes adapters of one's own. */
  lora: z.boolean().optional(),
  /** What the seller calls this offer of the same weights: `cheaper`, `original`. */
  offering: said,
});
export type Facets = z.infer<typeof facets>;

/** Which model an offer is. */
export const identity = z.strictObject({
  /** `meta/llama-3.3-70b-instruct`: equal for all offers of one model; null where it can't be told which it is. */
  key: z.string().nullable(),
  /** The key without its date or alias: equal for the releases of one name. */
  line: z.string().nullable(),
  facets,
  /** Why there is no key. */
  why: z.string().optional(),
});
export type Identity = Readonly<z.infer<typeof identity>>;
