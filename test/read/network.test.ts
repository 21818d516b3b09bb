import type { RequestListener } from 'node:http';
import { firstValueFrom, forkJoin } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/model/request.js';
import { type Network, type NetworkOptions, openNetwork } from '../../src/read/network.js';
import type { Retry } from '../../src/model/activity.js';
import { requestKey } from '../../src/read/requestKey.js';
import { readSource } from '../../src/read/readSource.js';
import { writeRecording } from '../../src/sinks/writeRecording.js';
import { anEndpoint, aPage, aSource } from '../builders.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { localServer } from './localServer.js';

const open = (options: Partial<NetworkOptions> = {}): Network =>
  openNetwork({
    mode: 'live',
    env: {},
    recordingsDir: 'data/recordings',
    timeoutMs: 2_000,
    retry: { baseMs: 5 },
    ...options,
  });

const fetched = (network: Network, request: Request, source = 'acme') => firstValueFrom(network.fetch(request, source));
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('retries', () => {
  it('get over a 503 that comes twice', async () => {
    let left = 2;
    const { url, hits } = await localServer((_, response) => {
      response.writeHead(left-- > 0 ? 503 : 200).end('[]');
    });
    expect(await fetched(open(), { url })).toMatchObject({ body: '[]', attempts: 3 });
    expect(hits).toHaveLength(3);
  });

  it('are seen in what is read: a page that came at the third attempt is two of them', async () => {
    let left = 2;
    const { url } = await localServer((_, response) => {
      response.writeHead(left-- > 0 ? 503 : 200).end('{"data":[{"id":"m"}]}');
    });
    const source = aSource({ endpoints: [anEndpoint({ requests: { list: { url } } })] });
    const { requests, items } = await firstValueFrom(readSource(source, open()));
    expect(items.map(({ id }) => id)).toEqual(['m']);
    expect(requests).toEqual({ answered: 1, retried: 2, failed: 0 });
  });

  it('are told of before they are made, with the reason', async () => {
    const network = open({ retry: { baseMs: 20, limit: 2, jitter: (ms) => ms } });
    const told: Retry[] = [];
    network.retries?.subscribe((retry) => told.push(retry));
    let left = 1;
    const { url } = await localServer((_, response) => response.writeHead(left-- > 0 ? 503 : 200).end('[]'));
    const before = Date.now();
    await fetched(network, { url });
    expect(told).toEqual([
      {
        request: requestKey({ url }),
        attempt: 2,
        attempts: 3,
        at: expect.any(Number) as number,
        why: expect.stringMatching(/503/) as string,
      },
    ]);
    expect(told[0]?.at).toBeGreaterThanOrEqual(before + 20);
  });

  it('that were in vain are counted in the error', async () => {
    const { url, hits } = await localServer((_, response) => response.writeHead(503).end());
    await expect(fetched(open({ retry: { limit: 2, baseMs: 1 } }), { url })).rejects.toMatchObject({
      ...{ kind: 'http', status: 503, attempts: 3 },
    });
    expect(hits).toHaveLength(3);
  });

  it.each([
    ['seconds', '1'],
    ['a date', 'Thu, 01 Jan 2026 00:00:01 GMT'],
  ])('wait as long as a 429 asks in %s', async (_, retryAfter) => {
    const times: number[] = [];
    const headers = { 'retry-after': retryAfter, date: 'Thu, 01 Jan 2026 00:00:00 GMT' };
    const { url } = await localServer((__, response) => {
      if (times.push(Date.now()) > 1) response.end('[]');
      else response.writeHead(429, headers).end();
    });
    await fetched(open(), { url });
    expect(times[1]! - times[0]!).toBeGreaterThan(990);
    expect(times[1]! - times[0]!).toBeLessThan(2_500);
  });

  it('refuse a wait above the cap and note when it ends', async () => {
    const { url, hits } = await localServer((_, response) => {
      response.writeHead(429, { 'retry-after': '3600' }).end();
    });
    const error = await fetched(open(), { url }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'http', status: 429, retryAt: expect.any(String) as string });
    const waitMs = Date.parse((error as { retryAt: string }).retryAt) - Date.now();
    expect(waitMs).toBeGreaterThan(3_590_000);
    expect(waitMs).toBeLessThanOrEqual(3_600_000);
    expect(hits).toHaveLength(1);
  });

  it('leave a 404 alone', async () => {
    const { url, hits } = await localServer((_, response) => response.writeHead(404).end());
    await expect(fetched(open(), { url })).rejects.toMatchObject({ kind: 'http', status: 404, attempts: 1 });
    expect(hits).toHaveLength(1);
  });
});

describe('the time limit', () => {
  it.each([['headers'], ['a body']])('cuts %s that hang, once, and closes the connection', async (what) => {
    let closed = false;
    const { url, hits } = await localServer((_, response) => {
      response.on('close', () => (closed = true));
      if (what === 'a body') response.writeHead(200).write('[');
    });
    await expect(fetched(open({ timeoutMs: 150 }), { url })).rejects.toMatchObject({
      kind: 'timeout',
      transient: false,
      message: expect.stringContaining('more than 0.15 s') as string,
    });
    await expect.poll(() => closed).toBe(true);
    expect(hits).toHaveLength(1);
  });

  it('does not count the wait for a turn', async () => {
    const { url } = await localServer((_, response) => setTimeout(() => response.end('[]'), 120));
    const network = open({ perHost: 1, timeoutMs: 300 });
    const pages = [1, 2, 3, 4].map((page) => network.fetch({ url: `${url}/${page}` }, 'acme'));
    expect(await firstValueFrom(forkJoin(pages))).toHaveLength(4);
  });
});

describe('identical requests', () => {
  it('are made once a run, at the same time or later', async () => {
    const { url, hits } = await localServer((_, response) => setTimeout(() => response.end('[]'), 20));
    const network = open();
    const both = await Promise.all([fetched(network, { url }), fetched(network, { url })]);
    expect(both[0]).toBe(both[1]);
    expect(await fetched(network, { url })).toBe(both[0]);
    expect(hits).toHaveLength(1);
    await fetched(network, { url, headers: { accept: 'text/html' } });
    expect(hits).toHaveLength(2);
  });

  it('are made once for all sources that make them', async () => {
    const { url, hits } = await localServer((_, response) => response.end('[]'));
    const network = open();
    const page = await fetched(network, { url, recordedBy: 'modelsdev' }, 'acme');
    expect(await fetched(network, { url, recordedBy: 'modelsdev' }, 'other')).toBe(page);
    await fetched(network, { url }, 'acme');
    await fetched(network, { url }, 'other');
    expect(hits).toHaveLength(2);
  });

  it('with another key are others', async () => {
    const { url, headers } = await localServer((_, response) => response.end('[]'));
    const network = open({ env: { A: 'a', B: 'b' } });
    for (const env of [['A'], ['B'], ['A']]) await fetched(network, { url, key: { env } });
    expect(headers.map(({ authorization }) => authorization)).toEqual(['Bearer a', 'Bearer b']);
  });

  it('that failed are not made again', async () => {
    const { url, hits } = await localServer((_, response) => response.writeHead(500).end());
    const network = open({ retry: { limit: 1, baseMs: 1 } });
    const failures = [fetched(network, { url }), fetched(network, { url })];
    for (const failure of failures) await expect(failure).rejects.toMatchObject({ status: 500 });
    await expect(fetched(network, { url })).rejects.toMatchObject({ status: 500 });
    expect(hits).toHaveLength(2);
  });

  it('go on while one waiter is left', async () => {
    const { url, hits } = await localServer((_, response) => setTimeout(() => response.end('[]'), 60));
    const network = open();
    const first = network.fetch({ url }, 'acme').subscribe();
    const second = fetched(network, { url });
    first.unsubscribe();
    expect((await second).body).toBe('[]');
    expect(hits).toHaveLength(1);
  });
});

describe('unsubscribing', () => {
  it('closes the connection, whether headers or the body are awaited', async () => {
    let closed = 0;
    const { url, hits } = await localServer((request, response) => {
      response.on('close', () => (closed += 1));
      if (request.url === '/body') response.writeHead(200).write('[');
    });
    const network = open();
    const running = ['/headers', '/body'].map((path) => network.fetch({ url: url + path }, 'acme').subscribe());
    await expect.poll(() => hits.length).toBe(2);
    await sleep(30);
    expect(closed).toBe(0);
    for (const subscription of running) subscription.unsubscribe();
    await expect.poll(() => closed).toBe(2);
  });

  it('takes one that waits for its turn out of the queue', async () => {
    const { url, hits } = await localServer((_, response) => setTimeout(() => response.end('[]'), 50));
    const network = open({ perHost: 1 });
    const first = fetched(network, { url: `${url}/1` });
    network
      .fetch({ url: `${url}/2` }, 'acme')
      .subscribe()
      .unsubscribe();
    await first;
    await fetched(network, { url: `${url}/3` });
    expect(hits).toEqual(['GET /1', 'GET /3']);
  });
});

it('makes at most four requests at a time to one host', async () => {
  let running = 0;
  let most = 0;
  const answer = (response: { end: (text: string) => void }) => {
    running -= 1;
    response.end('[]');
  };
  const { url, hits } = await localServer((_, response) => {
    most = Math.max(most, ++running);
    setTimeout(() => answer(response), 20);
  });
  const network = open();
  await firstValueFrom(
    forkJoin(Array.from({ length: 12 }, (_, page) => network.fetch({ url: `${url}/${page}` }, 'acme'))),
  );
  expect(hits).toHaveLength(12);
  expect(most).toBe(4);
});

describe('no network', () => {
  const unknown = (name: string) => ({ url: `https://${name}.invalid/models` });

  it('is concluded from three hosts; retries end, and what comes later fails at once', async () => {
    const network = open({ retry: { baseMs: 60_000, capMs: 60_000, jitter: (ms) => ms } });
    expect(network.isDown).toBe(false);
    const started = Date.now();
    const first = ['a', 'b', 'c'].map((name) => fetched(network, unknown(name)));
    for (const failure of first) await expect(failure).rejects.toMatchObject({ kind: 'network', unreachable: true });
    expect(network.isDown).toBe(true);
    await expect(fetched(network, unknown('d'))).rejects.toThrow('no network');
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('is not concluded where a host has answered, were it with an error', async () => {
    const { url } = await localServer((_, response) => response.writeHead(404).end());
    const network = open({ retry: { limit: 0 } });
    for (const request of [{ url }, unknown('a'), unknown('b'), unknown('c')]) {
      await expect(fetched(network, request)).rejects.toThrow();
    }
    expect(network.isDown).toBe(false);
  });

  it.each<[string, string, RequestListener]>([
    ['cut the body', 'http', (_, response) => response.writeHead(200).write('[', () => response.socket?.destroy())],
    ['let the body hang', 'http', (_, response) => response.writeHead(200).write('[')],
    ['cut the connection', 'http', (_, response) => response.socket?.destroy()],
    ['speak no TLS', 'https', (_, response) => response.end('[]')],
  ])('is not concluded from three hosts that %s', async (_, protocol, answer) => {
    const network = open({ retry: { limit: 0 }, timeoutMs: 200 });
    for (let i = 0; i < 3; i++) {
      const { host } = await localServer(answer);
      await expect(fetched(network, { url: `${protocol}://${host}` })).rejects.toMatchObject({ unreachable: false });
    }
    expect(network.isDown).toBe(false);
    const { url } = await localServer((__, response) => response.end('[]'));
    expect((await fetched(network, { url })).body).toBe('[]');
  });

  it('is not concluded where an answer began to come, were it never to end', async () => {
    const { url } = await localServer((_, response) => response.writeHead(200).write('['));
    const network = open({ retry: { limit: 0 }, timeoutMs: 200 });
    for (const request of [{ url }, unknown('a'), unknown('b'), unknown('c')]) {
      await expect(fetched(network, request)).rejects.toThrow();
    }
    expect(network.isDown).toBe(false);
  });

  it('is concluded from three hosts of which nothing came in time', async () => {
    const network = open({ timeoutMs: 100 });
    for (let i = 0; i < 3; i++) {
      expect(network.isDown).toBe(false);
      const { url } = await localServer(() => undefined);
      await expect(fetched(network, { url })).rejects.toMatchObject({ kind: 'timeout' });
    }
    expect(network.isDown).toBe(true);
  });

  it('lets a request that is running go on to its end', async () => {
    let finish: () => void = () => undefined;
    const { url, hits } = await localServer((_, response) => (finish = () => response.end('[]')));
    const network = open({ retry: { limit: 0 } });
    const running = fetched(network, { url });
    await expect.poll(() => hits.length).toBe(1);
    for (const name of ['a', 'b', 'c']) await expect(fetched(network, unknown(name))).rejects.toThrow();
    expect(network.isDown).toBe(true);
    finish();
    expect((await running).body).toBe('[]');
    expect(network.isDown).toBe(false);
  });

  it('is not concluded from a mirror that cuts a few paths off', async () => {
    const { url } = await localServer((_, response) => response.socket?.destroy());
    const network = open({ mirror: url, retry: { limit: 0 } });
    for (const name of ['a', 'b', 'c', 'd']) await expect(fetched(network, unknown(name))).rejects.toThrow();
    expect(network.isDown).toBe(false);
  });

  it('is concluded from a mirror that three requests could not reach', async () => {
    const local = await localServer(() => undefined);
    local.stop();
    const network = open({ mirror: local.url, retry: { limit: 0 } });
    for (const path of ['1', '2', '3']) {
      expect(network.isDown).toBe(false);
      await expect(fetched(network, { url: `https://a.invalid/${path}` })).rejects.toThrow('ECONNREFUSED');
    }
    expect(network.isDown).toBe(true);
  });
});

describe('what can be used', () => {
  const keyed = { url: 'https://api.x.ai/{ACCOUNT}', key: { env: ['X_KEY'] } };

  it.each([
    [{}, false],
    [{ X_KEY: 'k' }, false],
    [{ X_KEY: 'k', ACCOUNT: 'a' }, true],
  ])('with %j live: %s', (env, expected) => {
    expect(open({ env }).canUse(keyed)).toBe(expected);
    expect(open({ env, mode: 'recording' }).canUse(keyed)).toBe(true);
  });

  it('is everything without secrets', () => {
    expect(open().canUse({ url: 'https://api.x.ai' })).toBe(true);
  });
});

describe('in recording mode', () => {
  const url = 'https://acme.example/models';

  /** What each source has recorded of that one request. */
  const recorded = async (bodies: Readonly<Record<string, string>>): Promise<Network> => {
    const dir = await temporaryFolder();
    for (const [source, body] of Object.entries(bodies))
      await writeRecording(dir, source, [aPage(body, { request: { url } })]);
    return open({ mode: 'recording', recordingsDir: dir });
  };

  it('nobody is asked', async () => {
    const local = await localServer((_, response) => response.end('[]'));
    await expect(fetched(open({ mode: 'recording' }), { url: local.url })).rejects.toMatchObject({
      kind: 'no-recording',
    });
    expect(local.hits).toEqual([]);
  });

  it('each source is answered from its own folder, also where two make the same request', async () => {
    const network = await recorded({ acme: 'of acme', other: 'of the other' });
    expect(await fetched(network, { url }, 'acme')).toMatchObject({ body: 'of acme', via: 'recording', attempts: 1 });
    expect((await fetched(network, { url }, 'other')).body).toBe('of the other');
    await expect(fetched(network, { url }, 'third')).rejects.toMatchObject({ kind: 'no-recording' });
  });

  it('a document of many is read once, from the folder that it names', async () => {
    const network = await recorded({ modelsdev: 'of all', acme: 'of acme' });
    const page = await fetched(network, { url, recordedBy: 'modelsdev' }, 'acme');
    expect(page.body).toBe('of all');
    expect(await fetched(network, { url, recordedBy: 'modelsdev' }, 'other')).toBe(page);
  });

  it('nothing is read before it is subscribed to', async () => {
    const dir = await temporaryFolder();
    const page = open({ mode: 'recording', recordingsDir: dir }).fetch({ url }, 'acme');
    await writeRecording(dir, 'acme', [aPage('late', { request: { url } })]);
    expect((await firstValueFrom(page)).body).toBe('late');
  });
});
