import { createHash } from 'node:crypto';
import { type Observable, throwError } from 'rxjs';
import { z } from 'zod';
import { SourceError } from '../src/fetch/errors.js';
import type { Network } from '../src/fetch/network.js';
import type { Page, Request } from '../src/fetch/request.js';
import type { Completed, DeadLetter, Event, Failed, LinkFault, ModelRead, Settled } from '../src/model/events.js';
import type { Model } from '../src/model/model.js';
import type { ProviderFile } from '../src/model/providerFile.js';
import type { Catalog } from '../src/operators/readLink.js';
import type { PriceList } from '../src/operators/readPrices.js';
import { unknownCost } from '../src/sources/offer.js';
import { jsonList } from '../src/sources/parse/json.js';
import { defineLink, type Draft, type Link, type Source } from '../src/sources/source.js';

export const day1 = '2026-01-01T00:00:00.000Z';
export const day2 = '2026-01-02T00:00:00.000Z';

/** A model of which nothing is known but its id, unless `more` says so. */
export const aModel = (id = 'm', more: Partial<Model> = {}): Model => ({
  id,
  provider: 'acme',
  name: null,
  ownedBy: null,
  mode: null,
  modalities: { input: [], output: [] },
  limit: { context: null, output: null },
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
  pricing: { status: 'unknown', source: null, match: null, issues: [] },
  source: { url: 'https://acme.example/models', fetchedAt: day1, sha256: 'abc', via: 'live' },
  ...more,
});

/** So many models: m0, m1 … */
export const models = (count: number): Model[] => Array.from({ length: count }, (_, i) => aModel(`m${i}`));

/** As `models`, priced: what a join makes of them. */
export const priced = (model: Model): Model => ({
  ...model,
  cost: { ...model.cost, input: 0.001 },
  pricing: { ...model.pricing, status: 'priced', source: 'helicone' },
});

export const aLetter = (more: Partial<DeadLetter> = {}): DeadLetter => ({
  provider: 'acme',
  stage: 'validate',
  reason: 'id: not there',
  path: 'id',
  row: {},
  ...more,
});

export const aFault = (link = 'api', more: Partial<LinkFault> = {}): LinkFault => ({
  link,
  error: `${link} answered 503`,
  retryAt: null,
  ...more,
});

/** What a run settled on for a provider; the rows add up. */
export function aSettled(more: Partial<Settled> = {}): Settled {
  const { models: list = [aModel()], rejected = [], skipped = 0 } = more;
  return {
    status: 'fresh',
    link: 'api',
    via: 'live',
    fetchedAt: day1,
    readAt: more.fetchedAt ?? day1,
    rows: list.length + rejected.length + skipped,
    requests: 1,
    bytes: 100,
    faults: [],
    error: null,
    retryAt: null,
    drift: null,
    shape: { id: 'string' },
    ...more,
    models: list,
    rejected,
    skipped,
  };
}

export const aProviderFile = (more: Partial<ProviderFile> = {}): ProviderFile => ({
  schemaVersion: 1,
  provider: { id: 'acme', name: 'Acme', docs: 'https://acme.example/docs', env: ['ACME_API_KEY'] },
  fetchedAt: day1,
  link: 'api',
  via: 'live',
  models: [aModel()],
  ...more,
});

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
    ...more,
  };
};

/** A page `{"data": rows}`. */
export const aList = (rows: readonly unknown[], more: Partial<Page> = {}): Page =>
  aPage(JSON.stringify({ data: rows }), more);

interface MadeUpLink extends Partial<Omit<Link, 'row' | 'normalize'>> {
  readonly normalize?: (row: { id: string; [key: string]: unknown }) => Draft | undefined;
}

/** A link to a JSON list whose rows need an `id`. */
export const aLink = ({ normalize = ({ id }) => ({ id }), ...more }: MadeUpLink = {}): Link => {
  const name = more.name ?? 'api';
  return defineLink({
    name,
    requests: [{ url: `https://acme.example/${name}` }],
    rows: (pages) => pages.flatMap((page) => jsonList(page, 'data')),
    row: z.looseObject({ id: z.string() }),
    normalize,
    ...more,
  });
};

export const aSource = (more: Partial<Source> = {}): Source => ({
  id: 'acme',
  name: 'Acme',
  docs: 'https://acme.example/docs',
  env: ['ACME_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'inferred',
  links: [aLink()],
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

export const aCatalog = (more: Partial<Catalog> = {}): Catalog => ({
  link: 'api',
  via: 'live',
  fetchedAt: day1,
  models: [aModel()],
  rejected: [],
  skipped: 0,
  rows: [{ id: 'm' }],
  requests: 1,
  bytes: 100,
  ...more,
});

export const aPriceList = (more: Partial<PriceList> = {}): PriceList => ({
  source: 'helicone',
  url: 'https://helicone.example/costs',
  via: 'live',
  fetchedAt: day1,
  bytes: 100,
  rows: [{ provider: 'ACME', model: 'm', operator: 'equals', cost: { input: 0.001 } }],
  rejected: [],
  ...more,
});

export const started = (provider = 'acme', name = 'Acme'): Event => ({ type: 'started', provider, name });

export const modelRead = (model: Model = aModel(), enriched: Model = model): ModelRead => ({
  type: 'model',
  provider: model.provider,
  model,
  enriched,
});

export const rejected = (letter: DeadLetter = aLetter()): Event => ({
  type: 'rejected',
  provider: letter.provider,
  letter,
});

export const completed = (more: Partial<Completed> = {}): Completed => ({
  type: 'completed',
  provider: 'acme',
  status: 'fresh',
  link: 'api',
  via: 'live',
  fetchedAt: day1,
  readAt: more.fetchedAt ?? day1,
  rows: 1,
  skipped: 0,
  requests: 1,
  bytes: 100,
  faults: [],
  error: null,
  retryAt: null,
  drift: null,
  shape: { id: 'string' },
  files: [],
  ...more,
});

export const failed = (more: Partial<Failed> = {}): Failed => ({
  type: 'failed',
  provider: 'acme',
  error: 'api answered 503',
  retryAt: null,
  faults: [aFault()],
  ...more,
});

/** Resolves after so many ms of real time. */
export const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
