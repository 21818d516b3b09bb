import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companion, companions } from './ask.js';
import { type Entry, openaiEntries, otherEntries, scheduleEntries } from './azure/documents.js';
import { type Meter, metersOf, region } from './azure/meters.js';
import { type Priced, type Prices, pricesById } from './azure/prices.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { id } from './parse/fields.js';
import { grouped } from './parse/grouped.js';
import { jsonObject } from './parse/json.js';
import { attachable } from './parse/modalities.js';

const docs = 'https://raw.githubusercontent.com/MicrosoftDocs/azure-ai-docs/main/articles/foundry';
const models: Request = { url: `${docs}/openai/includes/models-azure-direct-openai.md` };
const schedule: Request = { url: `${docs}/openai/includes/concepts-model-retirement-schedule-content.md` };
const others: Request[] = ['models-azure-direct-others.md', 'models-partners.md'].map((file) => ({
  url: `${docs}/foundry-models/includes/${file}`,
}));
const filter = `serviceName eq 'Foundry Models' and armRegionName eq '${region}' and priceType eq 'Consumption'`;
const retail = 'https://prices.azure.com/api/retail/prices';
const meters: Request = { url: `${retail}?$filter=${encodeURIComponent(filter)}` };

const row = z.looseObject({
  id,
  entries: z.custom<readonly Entry[]>(Array.isArray).catch([]),
  prices: z.custom<Prices>().optional().catch(undefined),
});
type Row = z.infer<typeof row>;

/**
 * Azure OpenAI and Foundry models: the docs' sources in markdown (ids, limits, lifecycle) and the retail price list of one
 * region; USD per 1K or 1M tokens, told by each meter. The price of a global deployment is the model's.
 * Evidence: documents of 11 June and 7 July 2026, price list from a typed client of August 2026.
 */
export const azure = defineSource({
  id: 'azure',
  name: 'Azure OpenAI',
  providerKind: 'cloud',
  docs: 'https://learn.microsoft.com/azure/ai-foundry/foundry-models/concepts/models-sold-directly-by-azure',
  env: ['AZURE_API_KEY', 'AZURE_OPENAI_API_KEY', 'AZURE_RESOURCE_NAME', 'AZURE_OPENAI_ENDPOINT'],
  unit: 'USD per 1K or 1M tokens, told by each meter',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'docs',
      requests: {
        list: models,
        schedule: companion(schedule, { brings: ['models', 'facts'], read: scheduleEntries }),
        others: companions({ requests: others, brings: ['models', 'facts'], read: otherEntries }),
        meters: companions({ requests: [meters], next, brings: ['prices', 'models'], read: metersOf }),
      },
      rows: ({ list, schedule = [], others, meters }) =>
        rows([...openaiEntries(list), ...others.flat(), ...schedule], meters.flat()),
      row,
      isUnplaced: ({ entries }) => entries.length === 0,
      normalize,
    }),
    catalog('azure'),
  ],
});

/** The price list comes in pages of 1,000 items; the link to the next one may name the port. */
function next(page: Page): Request[] {
  const { NextPageLink: link } = jsonObject(page);
  const url = typeof link === 'string' && URL.canParse(link) ? new URL(link).href : '';
  return url.startsWith(`${retail}?`) ? [{ url }] : [];
}

/** One row a model with what all documents say of its versions; a model that only the price list names is a row too. */
function rows(entries: readonly Entry[], meters: readonly Meter[]): unknown[] {
  const byId = grouped(entries, ({ id: model }) => model.toLowerCase());
  const known = [...byId.values()].map((own) => ({
    id: own[0]?.id ?? '',
    versions: own.flatMap(({ version }) => version ?? []),
  }));
  const { prices, unknown } = pricesById(meters, known);
  const named = known.map((model) => ({
    id: model.id,
    entries: byId.get(model.id.toLowerCase()) ?? [],
    prices: prices.get(model.id),
  }));
  return [
    ...named.map((model) => ({ ...model, prices: model.prices?.model })),
    ...named
      .flatMap((model) => versionsIn(model.entries, model.prices))
      .filter((own) => !byId.has(own.id.toLowerCase())),
    ...unknown.map((name) => ({ id: name, entries: [] })),
  ];
}

/** The priced versions of a model of OpenAI, which the API lists by id and day: `gpt-4o-2024-08-06`. */
function versionsIn(entries: readonly Entry[], prices: Priced | undefined): { readonly id: string }[] {
  const [model] = entries;
  if (model?.lab !== 'OpenAI') return [];
  const mode = entries.find((entry) => entry.mode)?.mode ?? null;
  return [...(prices?.versions ?? [])].flatMap(([day, own]) => {
    const ofDay = entries
      .filter(({ version }) => version === day)
      .map((entry) => ({ ...entry, mode: entry.mode ?? mode }));
    const id = `${model.id}-${ofDay.find(({ suffix }) => suffix)?.suffix ?? day}`;
    const isPriced = Object.keys(own.cost).length + own.tiers.length > 0;
    return day.includes('-') && isPriced ? [{ ...{ id, entries: ofDay }, prices: own }] : [];
  });
}

function normalize({ id: model, entries, prices }: Row): Draft | undefined {
  if (entries.length === 0) return undefined;
  const versions = [...new Set(entries.flatMap(({ version }) => version ?? []))].sort();
  const days = versions.filter((version) => version.includes('-'));
  // The newest version is what one gets; what it leaves open the others may say.
  const ordered = [...entries].sort((a, b) => (b.version ?? '').localeCompare(a.version ?? ''));
  const first = <T>(pick: (entry: Entry) => T | null | undefined) =>
    ordered.map(pick).find((value) => value !== null && value !== undefined) ?? null;
  const input = first((entry) => (entry.input && entry.input.length > 0 ? entry.input : null)) ?? [];
  // The end of an older version is not the model's.
  const scheduled = ordered.find(
    ({ retirement, version }) => retirement !== undefined && (version ?? '') >= (versions.at(-1) ?? ''),
  );
  return {
    id: model,
    ownedBy: first(({ lab }) => lab),
    mode: first(({ mode }) => mode),
    modalities: { input },
    limit: { context: first(({ context }) => context), output: first(({ maxOutput }) => maxOutput) },
    capabilities: {
      toolCall: first(({ toolCall }) => toolCall),
      structuredOutput: first(({ structured }) => structured),
      reasoning: first(({ reasoning }) => reasoning),
      streaming: first(({ streaming }) => streaming),
      attachment: attachable(input),
    },
    openWeights: /^gpt-oss/i.test(model) ? true : null,
    knowledge: first(({ knowledge }) => knowledge),
    releaseDate: days[0],
    lastUpdated: days.length > 1 ? days.at(-1) : null,
    status: lifecycle(
      scheduled?.status ?? first(({ status, retirement }) => (retirement === undefined ? status : null)),
    ),
    retiresAt: scheduled?.retirement,
    ...prices,
  };
}

const lifecycle = (status: string | null) => {
  if (status === 'ga') return 'active';
  if (status === 'legacy') return 'deprecated';
  return status === 'preview' || status === 'deprecated' || status === 'retired' ? status : null;
};
