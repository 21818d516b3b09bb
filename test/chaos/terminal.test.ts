import { mkdir, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import { aModel, aPricing, aProviderFile } from '../builders.js';
import { type Ended, ratecard } from '../cli/ratecard.js';
import { localServer } from '../read/localServer.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { recordedMirror } from './recordedMirror.js';

/** Orders to a terminal, and a line that looks like one of ours. */
const hostile =
  '\u001b]52;c;aGFjaw==\u0007\u001b[2J\u009b31m\u0000\b\u007f\u202edlrow\u2066\r\n[OpenAI] Completed (1/1 - 100.0%)\n\u061c医疗';

/** What a terminal may take as an order; a line's end is none. */
const obeyed = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u;
const expectHarmless = ({ stdout, stderr }: Ended): void => {
  for (const text of [stdout, stderr]) {
    const lines = text.split('\n');
    expect(lines.filter((line) => obeyed.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('[OpenAI] Completed (1/1 - 100.0%)'))).toEqual([]);
  }
};

const rows = ['a', 'b'].map((name) => ({
  ...{ id: `${name}${hostile}`, name: hostile, owned_by: hostile, context_length: hostile, object: 'model' },
  ...{ pricing: { prompt: hostile, completion: hostile, [hostile]: '0.3' }, description: hostile },
}));
const rejected = [{ id: { [hostile]: hostile } }, { [hostile]: 1 }];
const catalog = {
  [hostile]: { name: hostile, models: { m: { id: 'm', name: hostile } } },
  zzz: {
    name: hostile,
    doc: hostile,
    env: [hostile],
    models: { [hostile]: { id: hostile, name: hostile, cost: { input: -1 } } },
  },
};
const prices = {
  data: [{ provider: 'GROQ', model: hostile, operator: 'equals', input_cost_per_1m: 1, output_cost_per_1m: 2 }],
};

/** Answers in hostile words: rows, errors, codes and headers. */
const answers: Record<string, RequestListener> = {
  'in rows': (request, response) => {
    const url = request.url ?? '';
    if (url.startsWith('/models.dev/')) response.end(JSON.stringify(catalog));
    else if (url.includes('helicone')) response.end(JSON.stringify(prices));
    else response.end(JSON.stringify({ data: [...rows, ...rejected], models: rows }));
  },
  'in rows that are all rejected': (_, response) => response.end(JSON.stringify({ data: rejected })),
  'in errors that are answers': (_, response) => response.end(JSON.stringify({ error: { message: hostile } })),
  'in the words of a status and headers': (_, response) => {
    const raw = 'a\u009b31m\u007f';
    response.socket?.end(
      `HTTP/1.1 503 no${raw}\r\nX-A: ${raw}\r\nRetry-After: ${raw}\r\nContent-Encoding: ${raw}\r\nContent-Length: 2\r\n\r\nno`,
      'latin1',
    );
  },
  'in a redirect': (_, response) =>
    response.socket?.end(
      'HTTP/1.1 302 Found\r\nLocation: ht\u009btp://\u202ea\u001b[2J/\r\nContent-Length: 0\r\n\r\n',
      'latin1',
    ),
};

const only = ['groq', 'openrouter', 'deepinfra', 'venice'].flatMap((id) => ['--provider', id]);

describe('a provider that writes for the terminal', { timeout: 120_000 }, () => {
  it.each(Object.entries(answers))('%s, is shown and not obeyed', async (_, answer) => {
    const out = await temporaryFolder();
    const server = await localServer(answer);
    const from = ['--mirror', server.url, '--out', out, '--timeout', '5'];
    const env = { GROQ_API_KEY: 'gsk_abcdefghijklmnop' };
    expectHarmless(await ratecard(['run', ...from, '--live', '--strict', ...only], { env }));
    expectHarmless(await ratecard(['download', ...from, '--live', ...only, '--provider', 'helicone'], { env }));
  });

  it('as a new provider of the catalog is shown and not obeyed, in every command', async () => {
    const out = await temporaryFolder();
    const server = await localServer(
      recordedMirror({ 'models.dev': (_, response) => !!response.end(JSON.stringify(catalog)) }),
    );
    expectHarmless(await ratecard(['download', '--mirror', server.url, '--out', out, '--concurrency', '20']));
    expectHarmless(await ratecard(['sources', '--out', out]));
  });
});

describe('a file that writes for the terminal', { timeout: 120_000 }, () => {
  it.each([
    [['check']],
    [['check', '--markdown']],
    [['check', '--json']],
    [['check', '--ack', `acme/${hostile}`, '--because', hostile]],
    [['enrich-pricing', '--offline']],
    [['explain', `acme/${hostile}`, '--offline']],
    [['explain', hostile, '--provider', 'groq', '--offline']],
    [['explain', hostile, '--offline', '--json']],
    [['run', '--provider', hostile]],
    [['run', '--prices', `./${hostile}`]],
    [[hostile]],
    [['run', `--${hostile}`]],
  ])('%j shows it and does not obey', async (args) => {
    const out = await temporaryFolder();
    const issues = [{ code: hostile, detail: hostile }];
    const differ = [{ witness: hostile, cost: { input: 0.004 } }];
    const pricing = { ...aPricing({ differ, issues }), source: hostile };
    const model = aModel(hostile, { name: hostile, cost: { ...aModel().cost, input: 0.001 }, pricing });
    const file = aProviderFile({ models: [model] });
    const text = prettyJson({ ...file, provider: { ...file.provider, name: hostile, docs: hostile } });
    for (const folder of ['providers', 'providers-enriched']) {
      await mkdir(join(out, folder));
      await writeFile(join(out, folder, 'acme.json'), text);
    }
    // A process takes no argument with a NUL.
    const ended = await ratecard([...args.map((arg) => arg.replaceAll('\0', '')), '--out', out]);
    expectHarmless(ended);
    expect(ended.stdout + ended.stderr).not.toBe('');
  });
});
