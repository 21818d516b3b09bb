import { copyFile, cp, mkdir, readFile, symlink } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingMeta } from '../../src/read/recordingMeta.js';
import type { KeyUse, Request } from '../../src/model/request.js';
import type { PriceList, Source } from '../../src/sources/define.js';
import { sources } from '../../src/sources/index.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { ratecard, root } from '../cli/ratecard.js';
import { localServer } from '../read/localServer.js';
import { secretForms } from '../read/secretForms.js';
import { filesIn, temporaryFolder } from '../sinks/temporaryFolder.js';

const requestsOf = (source: Source | PriceList): Request[] =>
  source.endpoints.flatMap(({ requests }) => Object.values(requests).flatMap((ask) => ask.requests));

/** Every source with a request that takes a key. */
const keyed = [...sources, ...priceLists].filter((source) => requestsOf(source).some(({ key }) => key));
const uses: KeyUse[] = keyed.flatMap((source) => requestsOf(source).flatMap(({ key }) => key ?? []));
const names = [...new Set(uses.flatMap(({ env }) => env))];

/** A key for each variable that the registry knows, with all that makes a key hard to recognize. */
const canary = (name: string, i: number): string =>
  `Cnry${i}x/7Q+${Buffer.from(name).toString('hex').slice(0, 12)}="z'9`;
const env: Record<string, string> = {
  ...Object.fromEntries(names.map((name, i) => [name, canary(name, i)])),
  CLOUDFLARE_ACCOUNT_ID: '0123456789abcdef0123456789abcdef',
};
const canaries = names.map((name) => env[name] ?? '');

/** What a text still is once somebody undoes what was done to it, over and over. */
function readings(text: string): string[] {
  const undo = [
    (one: string) =>
      one.replace(/\\u00([0-9a-f]{2})|\\x([0-9a-f]{2})/gi, (_, a?: string, b?: string) =>
        String.fromCharCode(parseInt(a ?? b ?? '', 16)),
      ),
    (one: string) =>
      one
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
        .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    (one: string) =>
      one
        .replace(/&quot;/g, '"')
        .replace(/&sol;/g, '/')
        .replace(/&plus;/g, '+')
        .replace(/&equals;/g, '=')
        .replace(/&amp;/g, '&'),
    (one: string) => one.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    (one: string) => one.replace(/\\+(["'/\\])/g, '$1'),
  ];
  const once = undo.reduce((one, step) => step(one), text);
  return [text, once, undo.reduce((one, step) => step(one), once)];
}

/** Canaries in a text, in any form; the middle of one is enough. */
function foundIn(text: string): string[] {
  const all = readings(text).map((one) => one.toLowerCase());
  return canaries.filter((value) => {
    const parts = [
      value.slice(0, 12),
      Buffer.from(value).toString('base64').slice(0, 12),
      Buffer.from(value).toString('base64url').slice(0, 12),
      Buffer.from(value).toString('hex').slice(0, 20),
    ];
    return parts.some((part) => all.some((one) => one.includes(part.toLowerCase())));
  });
}

const sentIn = ({ headers }: IncomingMessage): string[] =>
  Object.values(headers).flatMap((value) => canaries.filter((one) => String(value).includes(one)));

const rowsOf = (values: readonly string[]): object[] =>
  values.flatMap((value) =>
    Object.entries(secretForms(value)).map(([, form], i) => ({
      ...{ id: `model-${i}-${form}`, name: form, object: 'model', owned_by: form, description: `key ${form} of you` },
      ...{ pricing: { input: 'x', [form]: '0.1' }, price: { note: form } },
    })),
  );

type Way = (values: readonly string[], request: IncomingMessage, response: ServerResponse) => void;
const list = (values: readonly string[]): object => ({ object: 'list', data: rowsOf(values), models: rowsOf(values) });
const inHeaders = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.slice(0, 5).map((value, i) => [`x-echo-${i}`, value]));

const ways: Record<string, Way> = {
  'in a list': (values, _, response) => response.end(JSON.stringify(list(values))),
  'in a list with slashes escaped, and rows that are none': (values, _, response) =>
    response.end(
      JSON.stringify([...rowsOf(values), ...values.map((value) => ({ id: [value], [value]: value }))]).replaceAll(
        '/',
        '\\/',
      ),
    ),
  'in an error that is an answer': (values, _, response) =>
    response.end(
      JSON.stringify({
        error: {
          message: `no such key: ${values.map((value) => encodeURIComponent(value)).join(' ')} ${values.join(' ')}`,
        },
      }),
    ),
  'in a page of an error': (values, _, response) =>
    response.writeHead(401, inHeaders(values)).end(`<p>${values.join('</p><p>')}</p>`),
  'in a redirect': (values, { url }, response) => {
    if (url?.includes('?echo=')) response.end(JSON.stringify(list(values)));
    else
      response
        .writeHead(302, {
          location: `/api.other/list?echo=${encodeURIComponent(values.at(-1) ?? '')}`,
          ...inHeaders(values),
        })
        .end();
  },
};

/** A mirror that says all keys that it was ever shown. */
const echoing = async (way: Way) => {
  const seen = new Set<string>();
  const server = await localServer((request, response) => {
    for (const value of sentIn(request)) seen.add(value);
    way([...seen].slice(-6), request, response);
  });
  return { server, seen };
};

const leaks = async (out: string, said: string): Promise<unknown[]> => {
  const texts = await Promise.all(
    (await filesIn(out)).map(async (path) => [path, `${path} ${await readFile(join(out, path), 'utf8')}`] as const),
  );
  return [...texts, ['stdout and stderr', said] as const].flatMap(([path, text]) => {
    const found = foundIn(text);
    return found.length > 0 ? [[path, found.length]] : [];
  });
};

describe('a mirror that echoes keys', { timeout: 120_000 }, () => {
  it('is looked through for every key that the registry knows', () => {
    expect(keyed.length).toBeGreaterThan(30);
    for (const value of canaries.slice(0, 3))
      for (const [form, text] of Object.entries(secretForms(value)))
        expect([form, foundIn(`a ${text} b`)]).toEqual([form, [value]]);
  });

  it.each(Object.entries(ways))('%s, tells none to a file, the terminal or stdout', async (_, way) => {
    const out = await temporaryFolder();
    const { server, seen } = await echoing(way);
    const only = keyed.flatMap(({ id }) => ['--provider', id]);
    const { stdout, stderr } = await ratecard(
      ['download', '--mirror', server.url, '--live', '--out', out, '--concurrency', '10', ...only],
      { env },
    );
    expect(seen.size).toBeGreaterThan(25);
    expect(await leaks(out, stdout + stderr)).toEqual([]);
    expect(await filesIn(out)).toContain('run.json');
  });
});

describe('record', { timeout: 120_000 }, () => {
  const installed = async (): Promise<string> => {
    const home = await temporaryFolder();
    await mkdir(join(home, 'dist/cli'), { recursive: true });
    await cp(join(root, 'dist/cli'), join(home, 'dist/cli'), { recursive: true });
    await copyFile(join(root, 'package.json'), join(home, 'package.json'));
    await symlink(join(root, 'node_modules'), join(home, 'node_modules'));
    return home;
  };

  it.each(Object.entries(ways))('of a mirror that echoes keys %s keeps none', async (_, way) => {
    const home = await installed();
    const { server } = await echoing(way);
    const only = keyed.flatMap(({ id }) => ['--provider', id]);
    const { stdout, stderr } = await ratecard(['record', '--mirror', server.url, ...only], { env, home });
    expect(await leaks(join(home, 'data'), stdout + stderr).catch(() => [])).toEqual([]);
    expect(foundIn(stdout + stderr)).toEqual([]);
  });

  it('leaves out what is the account’s own, counts it and says so; a list without a key stays as it is', async () => {
    const home = await installed();
    const open = [
      { id: 'gpt-4o', owned_by: 'system' },
      { id: 'gpt-4o-mini', owned_by: 'openai' },
    ];
    const own = [
      { id: 'ft:gpt-4o:acme-corp::abc', owned_by: 'acme-corp' },
      { id: 'curie:ft-acme-corp-2023-01-01', owned_by: 'acme-corp' },
      { id: 'mine', owned_by: 'org-Acme123456' },
      { id: 'yours', owned_by: 'user-abcdef123' },
      { id: 'his', owned_by: '3f2504e0-4f89-11d3-9a0c-0305e82c3301' },
      { id: 'hers', created_by: 'someone@acme.example' },
      { id: 'theirs', finetuned: true },
    ];
    const body = JSON.stringify({ object: 'list', organization: 'org-Acme123456', data: [open[0], ...own, open[1]] });
    const server = await localServer((_, response) => response.end(body));
    const run = ['record', '--mirror', server.url, '--provider', 'hyperbolic', '--provider', 'openrouter'];
    const { stderr } = await ratecard(run, { home, env: { HYPERBOLIC_API_KEY: 'sk-abcdefghijkl' } });
    expect(stderr).toMatch(/^\[Hyperbolic\] Recorded .*; 8 of the account's own left out$/m);
    const metaOf = async (id: string) =>
      recordingMeta.parse(JSON.parse(await readFile(join(home, 'data/recordings', id, 'meta.json'), 'utf8'))).responses;
    const recorded = (await metaOf('hyperbolic')).find(({ url }) => url.includes('/v1/models'));
    expect(recorded).toMatchObject({ leftOut: 8 });
    const text = await readFile(join(home, 'data/recordings/hyperbolic', recorded?.file ?? ''), 'utf8');
    expect(JSON.parse(text)).toEqual({ object: 'list', data: open });
    expect((await metaOf('openrouter')).every(({ leftOut }) => leftOut === undefined)).toBe(true);
  });
});
