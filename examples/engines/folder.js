import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runs } from './prices.js';

const iso = (ms) => new Date(ms).toISOString();
const page = (run) => ({
  ...{ url: 'https://acme.example/prices', fetchedAt: iso(runs[run]) },
  ...{ sha256: run.toString(16).padStart(64, '0'), via: 'live' },
});

/** Writes offers as a run would have left them: the price history, and the table as it is now. */
export async function writeFolder(out, offers) {
  await mkdir(join(out, 'history'), { recursive: true });
  const lines = offers
    .flatMap((offer) => offer.lines.map((line) => ({ offer, ...line })))
    .sort((a, b) => a.run - b.run)
    .map((line, i) => JSON.stringify(historyLine(line, i + 1)));
  const head = JSON.stringify({ schemaVersion: 2, month: '2025-10', previous: null });
  await writeFile(join(out, 'history/prices.jsonl'), `${[head, ...lines].join('\n')}\n`);
  for (const id of new Set(offers.map(({ provider }) => provider))) {
    const file = fileOf(
      id,
      offers.filter(({ provider }) => provider === id),
    );
    for (const folder of ['providers', 'providers-enriched']) {
      await mkdir(join(out, folder), { recursive: true });
      await writeFile(join(out, folder, `${id}.json`), JSON.stringify(file));
    }
  }
}

const historyLine = ({ offer: { provider, id }, key: [, , component, when], run, usd, ...line }, place) => ({
  ...{ line: place, provider, id, component, when, usd, validFrom: iso(line.validFrom), validTo: null },
  ...{ basis: line.basis, change: line.change, supersedes: null, witness: usd === null ? null : 'provider', row: null },
  ...{ page: page(run), run: run === 0 ? null : iso(runs[run]) },
});

const nothing = Object.fromEntries(
  [
    ...['input', 'output', 'cacheRead', 'cacheWrite', 'cacheWrite1h', 'reasoning'],
    ...['inputAudio', 'outputAudio', 'inputImage', 'outputImage'],
  ].map((name) => [name, null]),
);

const fileOf = (provider, offers) => ({
  ...{ schemaVersion: 2, endpoint: 'prices', sources: { prices: page(runs.length - 1) } },
  provider: { id: provider, name: provider, kind: null, docs: 'https://acme.example', env: [] },
  models: offers.map(modelOf),
});

/** The record of an offer, at the prices that were written last. */
function modelOf({ provider, id, keys, lines }) {
  const last = (key) => lines.findLast((line) => line.key === key).usd;
  const cost = { ...nothing };
  const tiers = [];
  for (const key of keys) {
    const [, , component, when] = key;
    if (Object.keys(when).length === 0) cost[component] = last(key);
    else tiers.push({ when, cost: { [component]: last(key) } });
  }
  return {
    ...{
      id,
      provider,
      name: id,
      ownedBy: provider,
      model: { key: `${provider}/${id}`, line: `${provider}/${id}`, facets: {} },
    },
    ...{ mode: 'chat', modalities: { input: ['text'], output: ['text'] } },
    limit: { context: null, input: null, output: null },
    capabilities: Object.fromEntries(
      ['toolCall', 'reasoning', 'structuredOutput', 'attachment', 'temperature', 'streaming'].map((name) => [
        name,
        null,
      ]),
    ),
    ...{ openWeights: null, quantization: null, knowledge: null, releaseDate: null, lastUpdated: null },
    ...{ status: 'active', deprecatedAt: null, retiresAt: null, cost, tiers },
    pricing: {
      ...{ status: 'priced', source: 'provider', confidence: 0.99, evidence: { endpoint: 'prices', row: 0 } },
      ...{ agree: [], differ: [], match: null, issues: [] },
    },
    from: { '*': 'prices' },
  };
}

/** The offers of a folder that a run wrote, with what has a price and when it moved. */
export async function readFolder(out) {
  const [, ...lines] = (await readFile(join(out, 'history/prices.jsonl'), 'utf8')).trimEnd().split('\n');
  const offers = new Map();
  for (const text of lines) {
    const { provider, id, component, when, validFrom } = JSON.parse(text);
    const name = `${provider}/${id}`;
    if (!offers.has(name)) offers.set(name, { provider, id, keys: [], moves: [] });
    offers.get(name).keys.push([1, 1, component, when]);
    offers.get(name).moves.push(Date.parse(validFrom));
  }
  return [...offers.values()];
}
