import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Run } from '../../src/model/run.js';
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

const hash = (text = ''): string => createHash('sha256').update(text).digest('hex');
