import { closeSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ProviderFile } from '../../src/model/providerFile.js';

type Fields = Readonly<Record<string, unknown>>;

/** The raw records of a run. */
function recordsOf(run: string): Fields[] {
  const providers = join(run, 'providers');
  return readdirSync(providers).flatMap((name): readonly Fields[] => {
    const { models } = JSON.parse(readFileSync(join(providers, name), 'utf8')) as ProviderFile;
    return models;
  });
}

/** Writes the raw records of a run, and more behind them, one a line, to a file. */
export const writeRecords = (file: string, run: string, ...more: readonly Fields[]): void =>
  writeFileSync(file, [...recordsOf(run), ...more].map((record) => `${JSON.stringify(record)}\n`).join(''));

/** The offers of a run, and of models.dev in its own form: what such a filter is given. */
function offersIn(run: string, recordings: string): Fields[] {
  const text = readFileSync(join(recordings, 'modelsdev/api.full.json'), 'utf8');
  const catalog = JSON.parse(text) as Record<string, { models?: Record<string, Fields> }>;
  const theirs = Object.entries(catalog).flatMap(([provider, { models = {} }]) =>
    Object.values(models).map((model) => ({ ...model, provider })),
  );
  return [...recordsOf(run), ...theirs];
}

/** What catalogs have beside it, another one in each line. */
const others = (i: number): Fields => ({
  ...{ object: 'model', created: 1_700_000_000 + i, owned_by: `team-${i % 97}`, per_request_limits: null },
  description: `Model no. ${i}: “tools”, vision & a long context; see https://example.com/models/${i}`,
  architecture: { tokenizer: 'GPT', instruct_type: null, input_modalities: ['text', 'image'] },
  supported_parameters: ['max_tokens', 'temperature', 'top_p', 'stop', 'tools', 'tool_choice', 'seed'].slice(i % 3),
});

/** The offer as it is, without its price, with an empty one, or with its input price alone. */
function variantOf({ cost, pricing, tiers, ...rest }: Fields, i: number): Fields {
  const own = cost as { input?: unknown } | undefined;
  if (i % 4 === 0) return { ...rest, ...others(i) };
  if (i % 4 === 1) return { ...others(i), ...rest, cost: { input: null, output: null } };
  if (i % 16 === 2) return { ...rest, cost: { input: own?.input ?? null }, more: others(i) };
  return { ...rest, cost, pricing, tiers, more: others(i) };
}

/** Writes model records, one a line, to a file: 600 bytes to 2 KB each, in an order that is the same each time. */
export function writeModelLines(file: string, count: number, run: string, recordings: string): void {
  const offers = offersIn(run, recordings);
  const out = openSync(file, 'w');
  let [lines, place] = ['', 0];
  for (let i = 0; i < count; i++) {
    // A step that shares no factor with their number comes by all of them.
    place = (place + 7919) % offers.length;
    lines += `${JSON.stringify(variantOf(offers[place] ?? {}, i))}\n`;
    if (lines.length < 2 ** 20 && i < count - 1) continue;
    writeSync(out, lines);
    lines = '';
  }
  closeSync(out);
}
