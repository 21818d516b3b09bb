import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { lastValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/model/request.js';
import type { KnownAnswer } from '../../src/read/knownAnswers.js';
import { live } from '../../src/read/live.js';
import { openNetwork } from '../../src/read/network.js';
import { localServer } from './localServer.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const known = (url: string, body = 'as ever', more: Partial<KnownAnswer['validators']> = {}): KnownAnswer => ({
  validators: { url, etag: 'W/"1"', ...more },
  body,
  sha256: sha256(body),
  bytes: body.length,
});
const get = (request: Request, answer?: KnownAnswer, env = {}) =>
  live({ env, answers: { find: () => Promise.resolve(answer) } })(request, new AbortController().signal);

/** Answers 304 to whoever asks for it, and what it has to all others. */
const unchangedFor: RequestListener = ({ headers }, response) => {
  if (headers['if-none-match'] ?? headers['if-modified-since']) response.writeHead(304).end();
  else response.writeHead(200, { etag: 'W/"1"' }).end('new');
};
const conditionsIn = (headers: readonly IncomingHttpHeaders[]) =>
  headers.map((one) => one['if-none-match'] ?? one['if-modified-since'] ?? null);

describe('an answer that is at hand', () => {
  it('is what the host stands by with a 304, dated anew', async () => {
    const { url, headers } = await localServer(unchangedFor);
    const address = `${url}/models`;
    const page = await get({ url: address }, known(address));
    expect(page).toMatchObject({ body: 'as ever', sha256: sha256('as ever'), bytes: 7, via: 'live', url: address });
    expect(page).toMatchObject({ isUnchanged: true, validators: { url: address, etag: 'W/"1"' } });
    expect(Date.now() - Date.parse(page.fetchedAt)).toBeLessThan(5_000);
    expect(conditionsIn(headers)).toEqual(['W/"1"']);
  });

  it('is asked for by its date where it has no tag', async () => {
    const day = 'Thu, 01 Jan 2026 00:00:00 GMT';
    const { url, headers } = await localServer(unchangedFor);
    const page = await get({ url }, known(`${url}/`, 'x', { etag: undefined, lastModified: day }));
    expect(page).toMatchObject({ body: 'x', isUnchanged: true });
    expect(conditionsIn(headers)).toEqual([day]);
  });

  it('gives way to a new one, be it of the same bytes', async () => {
    const { url } = await localServer((_, response) => response.writeHead(200, { etag: '"2"' }).end('as ever'));
    const page = await get({ url }, known(`${url}/`));
    expect(page).toMatchObject({ body: 'as ever', sha256: sha256('as ever'), validators: { etag: '"2"' } });
    expect(page.isUnchanged).toBeUndefined();
  });

  it('is asked for at the address that gave it alone, wherever redirects lead now', async () => {
    const elsewhere = { to: '/b' };
    const { url, hits, headers } = await localServer((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: elsewhere.to }).end();
      else unchangedFor(request, response);
    });
    const answer = known(`${url}/b`);
    expect(await get({ url: `${url}/a` }, answer)).toMatchObject({ body: 'as ever', url: `${url}/b` });
    elsewhere.to = '/c';
    expect(await get({ url: `${url}/a` }, answer)).toMatchObject({ body: 'new', url: `${url}/c` });
    expect(hits).toEqual(['GET /a', 'GET /b', 'GET /a', 'GET /c']);
    expect(conditionsIn(headers)).toEqual([null, 'W/"1"', null, null]);
  });

  it('is asked for again by each retry', async () => {
    let hits = 0;
    const { url, headers } = await localServer((request, response) => {
      if (hits++ === 0) response.writeHead(503).end();
      else unchangedFor(request, response);
    });
    const answers = { find: () => Promise.resolve(known(`${url}/`)) };
    const network = openNetwork({ mode: 'live', env: {}, answers, retry: { delayMs: () => 1 } as never });
    expect(await lastValueFrom(network.fetch({ url }, 'x'))).toMatchObject({ attempts: 2, isUnchanged: true });
    expect(conditionsIn(headers)).toEqual(['W/"1"', 'W/"1"']);
  });

  it.each<[string, Omit<Request, 'url'>]>([
    ['a key', { key: { env: ['X_KEY'] } }],
    ['a body', { method: 'POST', body: '{}' }],
  ])('is not asked for by a request with %s', async (_, more) => {
    const { url, headers } = await localServer(unchangedFor);
    const page = await get({ url, ...more }, known(`${url}/`), { X_KEY: 'sk-1234567890' });
    expect(page).toMatchObject({ body: 'new' });
    expect(page.validators).toBeUndefined();
    expect(conditionsIn(headers)).toEqual([null]);
  });

  it('that was given to another program of ours is not asked for where it depends on that', async () => {
    const { url, headers } = await localServer(unchangedFor);
    await get({ url }, known(`${url}/`, 'x', { agent: 'ratecard/0.0.1' }));
    expect(conditionsIn(headers)).toEqual([null]);
  });
});

it('a 304 that nobody asked for is an error', async () => {
  const { url } = await localServer((_, response) => response.writeHead(304).end());
  const asked = get({ url });
  await expect(asked).rejects.toMatchObject({ kind: 'http', status: 304 });
  await expect(get({ url }, known(`${url}/other`))).rejects.toMatchObject({ kind: 'http', status: 304 });
});

it.each([
  [{ etag: '"1"', 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' }, ['etag', 'lastModified', 'url']],
  [{ etag: '"1"', vary: 'accept-encoding, Origin' }, ['etag', 'url']],
  [{ etag: '"1"', vary: 'User-Agent' }, ['agent', 'etag', 'url']],
  [{ etag: '"1"', vary: '*' }, undefined],
  [{ etag: '"1"', 'cache-control': 'private, No-Store' }, undefined],
  [{}, undefined],
])('of an answer with %o is known %o', async (headers, expected) => {
  const { url } = await localServer((_, response) => response.writeHead(200, headers).end('x'));
  const { validators } = await get({ url });
  expect(validators && Object.keys(validators).sort()).toEqual(expected);
});
