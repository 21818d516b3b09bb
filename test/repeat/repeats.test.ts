import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Run } from '../../src/model/run.js';
import type { Fault } from '../chaos/recordedMirror.js';
import { copyOf, runLive } from '../verify/world.js';
import { filesIn, readText, temporaryFolder } from '../sinks/temporaryFolder.js';

/** A manifest without its times, and whichever of the runs wrote what it vouches for. */
function timeless(text: string): unknown {
  const isTime = (key: string) => ['ms', 'times', 'startedAt', 'digest', 'readAt'].includes(key);
  // Each run has a mirror of its own, at another port.
  const told = JSON.parse(text.replace(/127\.0\.0\.1:\d+/g, 'mirror'), (key, value: unknown) =>
    isTime(key) ? undefined : value,
  ) as Run;
  return { ...told, left: undefined, files: { ...told.left, ...told.files } };
}

/** The next run reads every page, as that of another program would. */
async function forgetBasis(out: string): Promise<void> {
  const path = join(out, 'bodies/readings.json');
  const text = (await readFile(path, 'utf8')).replace(/"basis": "\w+"/, '"basis": "of another program"');
  await writeFile(path, text);
}

it('a run that reads nothing because no page changed leaves what one leaves that reads all of it', async () => {
  const short = await temporaryFolder();
  await runLive(short);
  const whole = await copyOf(short);
  for (const time of ['second', 'third']) {
    const told = await runLive(short);
    await forgetBasis(whole);
    await runLive(whole);
    expect(await filesIn(short), time).toEqual(await filesIn(whole));
    for (const path of await filesIn(short)) {
      const [a, b] = await Promise.all([short, whole].map((dir) => readText(dir, path)));
      if (path === 'run.json') expect(timeless(a ?? '')).toEqual(timeless(b ?? ''));
      else expect(hash(a), `${time}: ${path}`).toBe(hash(b));
    }
    expect(Object.values(told.providers).map(({ status }) => status)).toEqual(
      Object.values(told.providers).map(() => 'unchanged'),
    );
  }
});

it('one changed page is read, and is all that changes', async () => {
  const out = await temporaryFolder();
  await runLive(out);
  const before = await readText(out, 'providers/cerebras.json');
  const told: Run = await runLive(out, {
    'api.cerebras.ai': (_, response, body) => {
      response.writeHead(200).end(body.replace(/"id":\s*"[^"]+"/, '"id":"new-one"'));
      return true;
    },
  });
  expect(told.providers['cerebras']?.status).toBe('fresh');
  expect(told.providers['anthropic']?.status).toBe('unchanged');
  expect(await readText(out, 'providers/cerebras.json')).not.toBe(before);
  expect(await readText(out, 'providers-enriched/cerebras.json')).toContain('new-one');
});

it('who waits for the price lists has no place meanwhile: all others are asked', async () => {
  const out = await temporaryFolder();
  await runLive(out);
  const hosts = ['platform.claude.com', 'api.cerebras.ai', 'api-docs.deepseek.com', 'ai.google.dev'];
  const waited = new Set(hosts);
  let answer: () => void = () => undefined;
  const heard =
    (host: string): Fault =>
    () => {
      if (waited.delete(host) && waited.size === 0) answer();
      return false;
    };
  // The list answers when all providers have been asked: with two places, only where each leaves its own.
  const last: Fault = (_, response, body) => {
    answer = () => response.writeHead(200).end(body);
    if (waited.size === 0) answer();
    return true;
  };
  const faults = Object.fromEntries(hosts.map((host) => [host, heard(host)]));
  const told = await runLive(out, { ...faults, 'helicone.ai': last }, { concurrency: 2 });
  expect(Object.values(told.providers).map(({ status }) => status)).toEqual(hosts.map(() => 'unchanged'));
});

const hash = (text = ''): string => createHash('sha256').update(text).digest('hex');
