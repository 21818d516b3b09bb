import { createHash } from 'node:crypto';
import { type Observable, throwError } from 'rxjs';
import { z } from 'zod';
import type { Baseline } from '../src/model/baseline.js';
import type { DeadLetter } from '../src/model/deadLetter.js';
import type { Draft } from '../src/model/draft.js';
import type { Completed, Event, Failed, ModelRead, PriceRead, Started } from '../src/model/events.js';
import type { Fault } from '../src/model/fault.js';
import type { Model } from '../src/model/model.js';
import type { Pricing } from '../src/model/pricing.js';
import type { Origin, Origins } from '../src/model/origin.js';
import type { Page } from '../src/model/page.js';
import type { PriceRow } from '../src/model/price.js';
import type { ProviderFile } from '../src/model/providerFile.js';
import type { Request } from '../src/model/request.js';
import type { Snapshot, SnapshotHead } from '../src/model/snapshot.js';
import { SourceError } from '../src/read/errors.js';
import type { Network } from '../src/read/network.js';
import type { Asks } from '../src/sources/ask.js';
import {
  defineEndpoint,
  definePriceList,
  defineSource,
  type Endpoint,
  type PriceList,
  type Source,
} from '../src/sources/define.js';
import { unknownCost } from '../src/sources/unknownCost.js';
import { jsonList } from '../src/sources/parse/json.js';

export const day1 = '2026-01-01T00:00:00.000Z';
export const day2 = '2026-01-02T00:00:00.000Z';

/** The page `api` of a made-up provider. */
export const anOrigin = (more: Partial<Origin> = {}): Origin => ({
  url: 'https://acme.example/api',
  fetchedAt: day1,
  sha256: 'abc',
  via: 'live',
  ...more,
});

const unknownPricing: Pricing = {
  status: 'unknown',
  source: null,
  confidence: null,
  evidence: null,
  agree: [],
  differ: [],
  match: null,
  issues: [],
};

/** What is known of a price that its provider states in the first row of `api`, unless `more` says otherwise. */
export const aPricing = (more: Partial<Pricing> = {}): Pricing => ({
  ...unknownPricing,
  status: 'priced',
  source: 'provider',
  evidence: { endpoint: 'api', row: 0 },
  ...more,
});

/** A model of which nothing is known but its id, unless `more` says so. */
export const aModel = (id = 'm', more: Partial<Model> = {}): Model => ({
  id,
  provider: 'acme',
  name: null,
  ownedBy: null,
  model: null,
  mode: null,
  modalities: { input: [], output: [] },
  limit: { context: null, input: null, output: null },
  capabilities: {
    toolCall: null,
    reasoning: null,
    structuredOutput: null,
    attachment: null,
    temperature: null,
    streaming: null,
  },
  openWeights: null,
  quantization: null,
  knowledge: null,
  releaseDate: null,
  lastUpdated: null,
  status: null,
  deprecatedAt: null,
  retiresAt: null,
  cost: { ...unknownCost },
  tiers: [],
  pricing: unknownPricing,
  from: { '*': 'api' },
  ...more,
});

/** So many models: m0, m1 … */
export const models = (count: number): Model[] => Array.from({ length: count }, (_, i) => aModel(`m${i}`));

/** As `models`, priced: what a join makes of them. */
export const priced = (model: Model): Model => ({
  ...model,
  cost: { ...model.cost, input: 0.001 },
  pricing: { ...model.pricing, status: 'priced', source: 'helicone', evidence: { endpoint: 'api', row: 0 } },
});

/** The model as a reading leaves it that found no price of it. */
export const unpriced = (model: Model, detail = 'api lists it without a price'): Model => ({
  ...model,
  pricing: { ...model.pricing, issues: [{ code: 'not-priced', detail }] },
});

export const aLetter = (more: Partial<DeadLetter> = {}): DeadLetter => ({
  source: 'acme',
  kind: 'provider',
  stage: 'validate',
  reason: 'id: not there',
  path: 'id',
  row: {},
  ...more,
});

export const aFault = (endpoint = 'api', more: Partial<Fault> = {}): Fault => ({
  endpoint,
  request: null,
  url: `https://acme.example/${endpoint}`,
  kind: 'http',
  httpStatus: 503,
  error: `${endpoint} answered 503`,
  attempts: 1,
  retryAt: null,
  ...more,
});

/** All that is known of a reading of one page but its records; the rows add up for one record. */
export const aHead = ({
  endpoint = 'api',
  url = 'https://acme.example/api',
  fetchedAt = day1,
  sha256 = 'abc',
  via = 'live',
  ...more
}: Partial<SnapshotHead> = {}): SnapshotHead => ({
  status: 'fresh',
  endpoint,
  ...{ url, via, fetchedAt, sha256 },
  sources: { [endpoint]: { url, fetchedAt, sha256, via } },
  readAt: fetchedAt,
  partial: null,
  jumps: [],
  gone: { records: [], prices: [] },
  rows: 1,
  rejected: 0,
  skipped: 0,
  priced: 0,
  unread: {},
  kept: { records: 0, prices: 0, facts: 0 },
  requests: { answered: 1, retried: 0, failed: 0 },
  bytes: 100,
  faults: [],
  error: null,
  retryAt: null,
  drift: null,
  ...more,
});

/** A reading of a provider; the rows add up unless `more` says otherwise. */
export function aSnapshot(more: Partial<Snapshot<Model>> = {}): Snapshot<Model> {
  const { items = [aModel()], letters = [], skipped = 0 } = more;
  return {
    ...aHead({ rows: items.length + letters.length + skipped, rejected: letters.length, ...more }),
    priced: more.priced ?? items.filter(({ pricing }) => pricing.status !== 'unknown').length,
    shape: more.shape ?? { id: 'string' },
    stated: more.stated ?? { [more.endpoint ?? 'api']: {} },
    ...{ items, letters, skipped },
  };
}

export const aPriceRow = (model = 'm', more: Partial<PriceRow> = {}): PriceRow => ({
  provider: 'ACME',
  model,
  operator: 'equals',
  cost: { input: 0.001 },
  ...more,
});

/** A reading of a price list. */
export const aPriceSnapshot = (more: Partial<Snapshot<PriceRow>> = {}): Snapshot<PriceRow> => {
  const { items = [aPriceRow()], letters = [] } = more;
  return {
    ...aHead({
      rows: items.length + letters.length,
      rejected: letters.length,
      url: 'https://prices.example/api',
      ...more,
    }),
    ...{
      items,
      letters,
      shape: more.shape ?? { model: 'string' },
      stated: more.stated ?? { [more.endpoint ?? 'api']: {} },
      priced: items.length,
    },
  };
};

export const aBaseline = (more: Partial<Baseline> = {}): Baseline => ({
  endpoint: 'api',
  rows: 1,
  shape: { id: 'string' },
  readAt: day1,
  pages: { abc: day1 },
  held: [],
  readings: [],
  ...more,
});

export const aProviderFile = (more: Partial<ProviderFile> = {}): ProviderFile => ({
  schemaVersion: 2,
  provider: { id: 'acme', name: 'Acme', kind: 'host', docs: 'https://acme.example/docs', env: ['ACME_API_KEY'] },
  endpoint: 'api',
  sources: { api: anOrigin() },
  models: [aModel()],
  ...more,
});

/** What is told of a page that something was read from. */
export const originOf = ({ url, fetchedAt, sha256, via }: Page): Origin => ({ url, fetchedAt, sha256, via });

export const aPage = (body: string, more: Partial<Page> = {}): Page => {
  const request = more.request ?? { url: 'https://acme.example/models' };
  return {
    request,
    url: request.url,
    body,
    fetchedAt: day1,
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: Buffer.byteLength(body),
    via: 'live',
    attempts: 1,
    ...more,
  };
};

/** A page `{"data": rows}`. */
export const aList = (rows: readonly unknown[], more: Partial<Page> = {}): Page =>
  aPage(JSON.stringify({ data: rows }), more);

interface MadeUpEndpoint extends Partial<Omit<Endpoint, 'row' | 'normalize' | 'requests' | 'rows'>> {
  readonly requests?: Asks;
  readonly rows?: (pages: Readonly<Record<string, never>>) => Iterable<unknown>;
  readonly normalize?: (row: { id: string; [key: string]: unknown }) => Draft | undefined;
}

/** An endpoint with a JSON list whose rows need an `id`. */
export const anEndpoint = ({
  normalize = ({ id }) => ({ id }),
  requests,
  rows,
  ...more
}: MadeUpEndpoint = {}): Endpoint => {
  const name = more.name ?? 'api';
  return defineEndpoint({
    name,
    requests: requests ?? { list: { url: `https://acme.example/${name}` } },
    rows: (pages) => (rows ? rows(pages as never) : jsonList((pages as { list: Page }).list, 'data')),
    row: z.looseObject({ id: z.string() }),
    normalize,
    ...more,
  });
};

export const aSource = (more: Partial<Source> = {}): Source =>
  defineSource({
    id: 'acme',
    name: 'Acme',
    providerKind: 'host',
    docs: 'https://acme.example/docs',
    env: ['ACME_API_KEY'],
    unit: 'USD per 1M tokens',
    evidence: 'inferred',
    endpoints: [anEndpoint()],
    ...more,
  });

/** A price list with one endpoint, `api`: a JSON list of rows as they are. */
export const aPriceList = (more: Partial<PriceList> = {}): PriceList =>
  definePriceList({
    id: 'acme-prices',
    name: 'Acme Prices',
    docs: 'https://prices.example/docs',
    env: [],
    unit: 'USD per 1K tokens',
    evidence: 'inferred',
    sellers: {},
    endpoints: [
      defineEndpoint({
        name: 'api',
        requests: { list: { url: 'https://prices.example/api' } },
        rows: ({ list }) => jsonList(list, 'data'),
        row: z.looseObject({ model: z.string(), cost: z.unknown() }),
        normalize: (row) => row as unknown as PriceRow,
      }),
    ],
    ...more,
  });

/** A network that answers URLs with what it is given, and 404 to all others; every key is there. */
export const aNetwork = (
  answers: Readonly<Record<string, Observable<Page>>>,
  canUse: (request: Request) => boolean = () => true,
): Pick<Network, 'fetch' | 'canUse'> => ({
  fetch: ({ url }) => answers[url] ?? throwError(() => notFound(url)),
  canUse,
});

export const notFound = (url: string): SourceError => new SourceError('http', `404 for ${url}`, { status: 404, url });

const acme = { kind: 'provider', source: 'acme' } as const;

export const started = (source = 'acme', name = 'Acme'): Started => ({
  type: 'started',
  kind: 'provider',
  source,
  name,
  providerKind: 'host',
  docs: `https://${source}.example/docs`,
  env: [],
});

export const modelRead = (
  model: Model = aModel(),
  enriched: Model = model,
  sources: Origins = { api: anOrigin() },
): ModelRead => ({
  type: 'model',
  kind: 'provider',
  source: model.provider,
  model,
  sources,
  enriched,
  refused: [],
});

export const priceRead = (price: PriceRow = aPriceRow(), source = 'acme-prices'): PriceRead => ({
  type: 'price',
  kind: 'prices',
  source,
  price,
});

export const rejected = (letter: DeadLetter = aLetter()): Event => ({
  type: 'rejected',
  kind: letter.kind,
  source: letter.source,
  letter,
});

export const completed = (head: Partial<SnapshotHead> = {}, more: Partial<Completed> = {}): Completed => ({
  type: 'completed',
  ...acme,
  head: aHead(head),
  shape: { id: 'string' },
  stated: { [head.endpoint ?? 'api']: {} },
  ...more,
});

export const failed = (more: Partial<Failed> = {}): Failed => ({
  type: 'failed',
  ...acme,
  error: 'api answered 503',
  retryAt: null,
  faults: [aFault()],
  requests: { answered: 0, retried: 0, failed: 1 },
  ...more,
});

/** Resolves after so many ms of real time. */
export const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
