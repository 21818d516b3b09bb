import net from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/read/errors.js';
import { live, type LiveOptions } from '../../src/read/live.js';
import type { Lookup } from '../../src/read/publicLookup.js';
import type { Request } from '../../src/model/request.js';
import { localServer } from './localServer.js';

const get = (request: Request, options: Partial<LiveOptions> = {}, signal = new AbortController().signal) =>
  live({ env: {}, ...options })(request, signal);

const failure = async (page: Promise<unknown>): Promise<SourceError> => {
  const error: unknown = await page.then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  if (!(error instanceof SourceError)) throw new Error(`expected a SourceError, got ${String(error)}`);
  expect(error.message).not.toContain('\n');
  return error;
};

const portOf = (url: string) => Number(new URL(url).port);

describe('a page', () => {
  it('is the body, unpacked, with its facts', async () => {
    const text = JSON.stringify({ data: ['é'] });
    const { url, headers } = await localServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(`\ufeff${text}`));
    });
    const page = await get({ url: `${url}/models` });
    expect(page).toMatchObject({ body: text, url: `${url}/models`, via: 'live', bytes: Buffer.byteLength(text) + 3 });
    expect(page.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(Date.now() - Date.parse(page.fetchedAt)).toBeLessThan(5_000);
    expect(headers[0]).toMatchObject({ 'user-agent': expect.stringMatching(/^ratecard\/\d+\.\d+\.\d+/) as string });
  });

  it('is asked for by method, headers and body of the request', async () => {
    const { url, hits, headers } = await localServer((request, response) => request.pipe(response));
    const page = await get({ url, method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } });
    expect(page.body).toBe('{"a":1}');
    expect(hits).toEqual(['POST /']);
    expect(headers[0]).toMatchObject({ 'content-type': 'application/json' });
  });
});

describe('keys', () => {
  const key = { env: ['X_KEY'], header: 'x-api-key', prefix: '' };
  const env = { X_KEY: 'sk-very-secret', ACCOUNT: 'acct 77' };

  it('are needed where the request names one', async () => {
    const error = await failure(get({ url: 'https://api.x.ai/v1', key }));
    expect(error).toMatchObject({ kind: 'no-key', transient: false });
    expect(error.message).toBe('api.x.ai needs X_KEY: set it in the environment');
  });

  it('and placeholders are sent, and shown nowhere', async () => {
    const { url, hits, headers } = await localServer((request, response) => {
      if (request.url?.includes('fail')) response.socket?.destroy();
      else response.end('you are sk-very-secret');
    });
    const page = await get({ url: `${url}/{ACCOUNT}/models?k={X_KEY}`, key }, { env });
    expect(hits).toEqual(['GET /acct%2077/models?k=sk-very-secret']);
    expect(headers[0]?.['x-api-key']).toBe('sk-very-secret');
    expect(page.url).toBe(`${url}/{ACCOUNT}/models?k={X_KEY}`);
    expect(JSON.stringify(page)).not.toMatch(/secret|acct/);

    const error = await failure(get({ url: `${url}/{ACCOUNT}/fail?k={X_KEY}`, key }, { env }));
    expect(error).toMatchObject({ kind: 'network', transient: true, url: `${url}/{ACCOUNT}/fail?k={X_KEY}` });
    expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toMatch(/secret|acct/);
  });

  it('that no header can hold are an error without the key', async () => {
    const error = await failure(get({ url: 'https://api.x.ai/v1', key }, { env: { X_KEY: 'bad\nsk-secret' } }));
    expect(error).toMatchObject({ kind: 'network', transient: false });
    expect(error.message).not.toContain('secret');
  });

  it('reach a host however its URL is written', async () => {
    const { url, headers } = await localServer((_, response) => response.end());
    await get({ url: `${url.replace('http', 'HTTP')}?a`, key }, { env });
    expect(headers[0]?.['x-api-key']).toBe('sk-very-secret');
  });

  it('never reach another host in a loop over two', async () => {
    let [first, second] = ['', ''];
    const own = await localServer((_, response) => response.writeHead(307, { location: second }).end());
    const other = await localServer((_, response) => response.writeHead(307, { location: first }).end());
    [first, second] = [`${own.url}/a`, `${other.url}/b`];
    const error = await failure(get({ url: first, method: 'POST', body: 'x', key }, { env }));
    expect(error.message).toContain('more than 10 redirects');
    expect(other.hits.length).toBe(5);
    expect(JSON.stringify(other.headers)).not.toContain('secret');
  });

  it('go along with a redirect on the same host and not to another', async () => {
    const other = await localServer((_, response) => response.end('other'));
    const own = await localServer((request, response) => {
      const location = request.url === '/a' ? '/b' : `${other.url}/c?k=sk-very-secret`;
      response.writeHead(302, { location }).end('moved');
    });
    const page = await get({ url: `${own.url}/a`, key }, { env });
    expect(JSON.stringify(page)).not.toContain('secret');
    expect(own.headers.map((headers) => headers['x-api-key'])).toEqual(['sk-very-secret', 'sk-very-secret']);
    expect(other.headers.map((headers) => headers['x-api-key'])).toEqual([undefined]);
    expect(page).toMatchObject({ body: 'other', url: `${other.url}/c?k={X_KEY}` });
  });
});

describe('redirects', () => {
  it('turn a POST into a GET by 303 and keep it by 307', async () => {
    const { url, hits } = await localServer((request, response) => {
      const status = request.url === '/303' ? 303 : request.url === '/307' ? 307 : 200;
      response.writeHead(status, { location: '/end' });
      request.pipe(response);
    });
    expect((await get({ url: `${url}/303`, method: 'POST', body: 'x' })).body).toBe('');
    expect((await get({ url: `${url}/307`, method: 'POST', body: 'x' })).body).toBe('x');
    expect(hits).toEqual(['POST /303', 'GET /end', 'POST /307', 'POST /end']);
  });

  it('close the connection they came by, read or not', async () => {
    let closed = false;
    const { url } = await localServer((request, response) => {
      if (request.url === '/end') return response.end('[]');
      response.on('close', () => (closed = true));
      return response.writeHead(302, { location: '/end' }).write('moved, and more to come');
    });
    expect((await get({ url })).body).toBe('[]');
    await expect.poll(() => closed).toBe(true);
  });

  it.each([
    ['/loop', 'more than 10 redirects'],
    ['file:///etc/passwd', 'a redirect to no web address'],
    ['http://[', 'a redirect to no web address'],
  ])('to %s end as an error', async (location, says) => {
    const { url, host } = await localServer((_, response) => response.writeHead(302, { location }).end());
    const error = await failure(get({ url }));
    expect(error).toMatchObject({ kind: 'http', transient: false, url });
    expect(error.message).toContain(`${host}: ${says}`);
  });
});

describe('a name that is looked up as a private address', () => {
  /** All names but those of `inside` are this machine, which is a private address too. */
  const lookup: Lookup = (hostname, { all }, callback) => {
    const address = hostname.startsWith('inside') ? '10.0.0.5' : '127.0.0.1';
    return all ? callback(null, [{ address, family: 4 }]) : callback(null, address, 4);
  };

  const redirecting = async (location: (port: string) => string) => {
    const server = await localServer((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: location(portOf(server.url).toString()) });
      response.end('[]');
    });
    return { ...server, start: `http://prices.example:${portOf(server.url)}/a` };
  };

  it('is not asked where a redirect leads there', async () => {
    const { start, hits } = await redirecting(() => 'http://inside.example/latest/meta-data/');
    const error = await failure(get({ url: start }, { lookup }));
    expect(error).toMatchObject({ kind: 'http', transient: false, unreachable: false, url: start });
    expect(error.message).toMatch(
      /^prices\.example:\d+: it leads to inside\.example, which is the private address 10\.0\.0\.5: not followed, the address may have moved$/,
    );
    expect(hits).toEqual(['GET /a']);
  });

  it('is not asked, be it this machine', async () => {
    const { start, hits } = await redirecting((port) => `http://other.example:${port}/b`);
    expect((await failure(get({ url: start }, { lookup }))).message).toContain('is the private address 127.0.0.1');
    expect(hits).toEqual(['GET /a']);
  });

  it('is not asked where a page names it', async () => {
    const { start, hits } = await redirecting(() => '/b');
    const error = await failure(get({ url: start, isNamed: true }, { lookup }));
    expect(error.message).toContain('is the private address 127.0.0.1');
    expect(hits).toEqual([]);
  });

  it('is asked where we name it, also after a redirect on it', async () => {
    const { start, hits } = await redirecting(() => '/b');
    expect((await get({ url: start }, { lookup })).body).toBe('[]');
    expect(hits).toEqual(['GET /a', 'GET /b']);
  });

  it('is a proxy’s business where there is one', async () => {
    const { server, host, start, hits } = await redirecting(() => 'http://inside.example/b');
    server.on('connect', (_, socket) => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.emit('connection', socket);
    });
    expect((await get({ url: start }, { env: { http_proxy: `http://${host}` }, lookup })).body).toBe('[]');
    expect(hits).toEqual(['GET /a', 'GET /b']);
  });

  it('is a mirror’s business where there is one', async () => {
    const { url, hits } = await localServer((request, response) => {
      if (request.url?.endsWith('/a')) response.writeHead(302, { location: 'https://inside.example/b' });
      response.end('[]');
    });
    expect((await get({ url: 'https://prices.example/a' }, { mirror: url, lookup })).body).toBe('[]');
    expect(hits).toEqual(['GET /prices.example/a', 'GET /inside.example/b']);
  });

  it('is nobody’s in a private network of one’s own', async () => {
    const { url, hits } = await redirecting((port) => `http://other.example:${port}/b`);
    expect((await get({ url: `${url}/a` }, { lookup })).body).toBe('[]');
    expect(hits).toEqual(['GET /a', 'GET /b']);
  });
});

describe('a redirect that is not followed', () => {
  /** A mirror of `https://api.x.ai` that redirects to such an address. */
  const mirroring = (location: string) =>
    localServer((request, response) => {
      if (request.url === '/api.x.ai/v1') response.writeHead(302, { location });
      response.end('[]');
    });

  it.each([
    ['http://cdn.x.ai/v1', 'from https to plain http (cdn.x.ai)'],
    ['http://api.x.ai/v1', 'from https to plain http (api.x.ai)'],
    ['https://127.0.0.1/', 'to the private address 127.0.0.1'],
    ['https://[::ffff:10.0.0.1]:8443/', 'to the private address [::ffff:a00:1]:8443'],
    ['https://169.254.169.254/latest/meta-data/', 'to the private address 169.254.169.254'],
    ['https://2130706433/', 'to the private address 127.0.0.1'],
    ['https://metadata.google.internal/', 'to the private address metadata.google.internal'],
  ])('leads to %s, also by a mirror elsewhere', async (location, says) => {
    // The mirror counts as one elsewhere by its name; its proxy brings us here.
    const { server, hits, host } = await mirroring(location);
    server.on('connect', (_, socket) => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.emit('connection', socket);
    });
    const env = { http_proxy: `http://${host}` };
    const error = await failure(get({ url: 'https://api.x.ai/v1' }, { mirror: 'http://mirror.example', env }));
    expect(error).toMatchObject({ kind: 'http', transient: false, url: 'https://api.x.ai/v1' });
    expect(error.message).toBe(
      `api.x.ai (mirror mirror.example): a redirect ${says} is not followed: the address may have moved`,
    );
    expect(hits).toEqual(['GET /api.x.ai/v1']);
  });

  it('leads by a mirror here from https to plain http', async () => {
    const { url, hits } = await mirroring('http://cdn.x.ai/v1');
    const error = await failure(get({ url: 'https://api.x.ai/v1' }, { mirror: url }));
    expect(error.message).toContain('a redirect from https to plain http (cdn.x.ai) is not followed');
    expect(hits).toEqual(['GET /api.x.ai/v1']);
  });

  it('is none that a mirror here makes to itself or to this machine', async () => {
    for (const location of ['/api.x.ai/v2', 'http://localhost:1/v2']) {
      const { url, hits } = await mirroring(location);
      expect((await get({ url: 'https://api.x.ai/v1' }, { mirror: url })).body).toBe('[]');
      expect(hits[1]).toBe(location.startsWith('/') ? `GET ${location}` : 'GET /localhost:1/v2');
    }
  });
});

describe('an HTTP error', () => {
  it.each([
    [503, true, 'try again later'],
    [408, true, 'try again later'],
    [429, true, 'too many requests'],
    [404, false, 'the address may have moved'],
    [401, false, 'it wants a key'],
    [304, false, 'not taken'],
  ])('%i is transient: %s', async (status, transient, says) => {
    const { url, host } = await localServer((_, response) => response.writeHead(status).end());
    const error = await failure(get({ url }));
    expect(error).toMatchObject({ kind: 'http', status, transient, retryAfterMs: undefined });
    expect(error.message).toMatch(`${host} answered ${status}: `);
    expect(error.message).toContain(says);
  });

  it('names the key where the key may be wrong', async () => {
    const { url } = await localServer((_, response) => response.writeHead(403).end('sk-secret'));
    const error = await failure(get({ url, key: { env: ['X_KEY'] } }, { env: { X_KEY: 'sk-secret' } }));
    expect(error.message).toMatch(/answered 403: check X_KEY$/);
  });

  it.each([
    ['120', 120_000],
    ['Thu, 01 Jan 2026 00:00:09 GMT', 9_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['soon', undefined],
  ])('with Retry-After %s asks to wait %s ms, a date by the clock of the server', async (retryAfter, expected) => {
    const headers = { 'retry-after': retryAfter, date: 'Thu, 01 Jan 2026 00:00:00 GMT' };
    const { url } = await localServer((_, response) => response.writeHead(429, headers).end());
    expect((await failure(get({ url }))).retryAfterMs).toBe(expected);
  });
});

describe('a body', () => {
  it('above the limit is refused, counted unpacked', async () => {
    const { url } = await localServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(5_000)));
    });
    expect(await failure(get({ url }, { maxBytes: 4_999 }))).toMatchObject({ kind: 'too-large', transient: false });
    expect((await get({ url }, { maxBytes: 5_000 })).bytes).toBe(5_000);
  });

  it.each([
    ['a longer content-length', { 'content-length': '100' }],
    ['chunks', { 'transfer-encoding': 'chunked' }],
    ['packed chunks', { 'transfer-encoding': 'chunked', 'content-encoding': 'gzip' }],
  ])('that breaks off is an error, with %s', async (_, headers) => {
    const half = 'content-encoding' in headers ? gzipSync('half a body').subarray(0, -4) : 'half a body';
    const { url } = await localServer((__, response) => {
      response.writeHead(200, headers).write(half, () => setTimeout(() => response.socket?.destroy(), 20));
    });
    expect(await failure(get({ url }))).toMatchObject({ kind: 'network', transient: true, unreachable: false });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('packed by %s is read whole or not at all', async (encoding, pack) => {
    const text = Array.from({ length: 5_000 }, (_, i) => `model-${i} costs ${i}`).join('\n');
    const packed = pack(text);
    let end = packed.length;
    const { url } = await localServer((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(packed.subarray(0, end));
    });
    expect((await get({ url })).body).toBe(text);
    for (end of [10, packed.length >> 1, packed.length - 1]) {
      expect(await failure(get({ url }))).toMatchObject({ kind: 'network', transient: true, unreachable: false });
    }
  });

  it.each(['identity', 'constructor'])('is taken as it is where its encoding is %s', async (encoding) => {
    const { url } = await localServer((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end('[]');
    });
    expect((await get({ url })).body).toBe('[]');
  });

  it('that can not be unpacked is an error', async () => {
    const { url } = await localServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('<html>not gzip</html>');
    });
    expect(await failure(get({ url }))).toMatchObject({ kind: 'network' });
  });
});

describe('a host that can not be reached', () => {
  it('says so', async () => {
    const local = await localServer(() => undefined);
    local.stop();
    const refused = await failure(get({ url: local.url }));
    expect(refused).toMatchObject({ kind: 'network', transient: true, unreachable: true });
    expect(refused.message).toContain('ECONNREFUSED');
    const unknown = await failure(get({ url: 'https://no-such-host.invalid/models' }));
    expect(unknown).toMatchObject({ kind: 'network', transient: true, unreachable: true });
    expect(unknown.message).toMatch(/^no-such-host\.invalid: .+ \((ENOTFOUND|EAI_AGAIN)\)$/);
  });

  it('or answers no HTTP is an error of one line', async () => {
    const server = net.createServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as net.AddressInfo;
    const url = `http://127.0.0.1:${port}/{ACCOUNT}`;
    const error = await failure(get({ url }, { env: { ACCOUNT: 'acct-77' } }));
    server.close();
    expect(error).toMatchObject({ kind: 'network', transient: false, url });
    expect(error.message).toContain('{ACCOUNT}');
    expect(error.message).not.toContain('acct-77');
  });
});

describe('a mirror', () => {
  it('stands in for the host, also after a redirect, and is not shown', async () => {
    const { url, hits } = await localServer((request, response) => {
      if (request.url === '/api.x.ai/v1/models?a=1') {
        response.writeHead(301, { location: 'https://cdn.x.ai/models.json' }).end();
      } else response.end('[]');
    });
    const page = await get({ url: 'https://api.x.ai/v1/models?a=1' }, { mirror: `${url}/` });
    expect(hits).toEqual(['GET /api.x.ai/v1/models?a=1', 'GET /cdn.x.ai/models.json']);
    expect(page).toMatchObject({ via: 'mirror', url: 'https://cdn.x.ai/models.json', body: '[]' });
  });

  it('on this machine gets the key, for its own host alone', async () => {
    const { url, headers } = await localServer((request, response) => {
      if (request.url === '/api.x.ai/v1') response.writeHead(302, { location: 'https://evil.example/' });
      response.end();
    });
    await get({ url: 'https://api.x.ai/v1', key: { env: ['K'] } }, { mirror: url, env: { K: 'k-1' } });
    expect(headers.map(({ authorization }) => authorization)).toEqual(['Bearer k-1', undefined]);
  });

  it('elsewhere gets none', async () => {
    const keyed = { url: 'https://api.x.ai/v1', key: { env: ['K'] } };
    const error = await failure(get(keyed, { mirror: 'http://mirror.invalid', env: { K: 'k' } }));
    expect(error).toMatchObject({ kind: 'no-key' });
  });
});

describe('a proxy', () => {
  const proxyTo = async (port: () => number, accept: (url: string) => boolean = () => true) => {
    const proxy = await localServer((_, response) => response.writeHead(500).end());
    proxy.server.on('connect', (request, socket) => {
      proxy.hits.push(`CONNECT ${request.url ?? ''}`);
      proxy.headers.push(request.headers);
      if (!accept(request.url ?? '')) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      const upstream = net.connect(port(), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    return proxy;
  };
  it('of the environment is used, with its credentials', async () => {
    const target = await localServer((_, response) => response.end('through'));
    const proxy = await proxyTo(() => portOf(target.url));
    const env = { HTTP_PROXY: `http://user:pass%21@${proxy.host}` };
    expect((await get({ url: 'http://prices.example/x' }, { env })).body).toBe('through');
    expect(proxy.hits).toEqual(['CONNECT prices.example:80']);
    expect(proxy.headers[0]?.['proxy-authorization']).toBe(`Basic ${btoa('user:pass!')}`);
    expect(target.hits).toEqual(['GET /x']);
  });

  it('is passed by for what NO_PROXY names', async () => {
    const proxy = await proxyTo(() => 0);
    const env = { HTTP_PROXY: proxy.url, NO_PROXY: '.invalid' };
    expect(await failure(get({ url: 'http://prices.invalid/' }, { env }))).toMatchObject({ unreachable: true });
    expect(proxy.hits).toEqual([]);
  });

  it('that refuses is not taken for the host', async () => {
    const proxy = await proxyTo(
      () => 0,
      () => false,
    );
    const error = await failure(get({ url: 'http://prices.example/x' }, { env: { http_proxy: proxy.url } }));
    expect(error).toMatchObject({ kind: 'network', transient: true, unreachable: true, status: undefined });
    expect(error.message).toMatch(/^prices\.example: the proxy would not connect \(502\)/);
  });

  it('that can not be used is an error that does not show its password', async () => {
    const error = await failure(
      get({ url: 'http://prices.example/x' }, { env: { http_proxy: 'socks5://u:secret@h' } }),
    );
    expect(error).toMatchObject({ kind: 'network', transient: false });
    expect(error.message).not.toContain('secret');
  });

  it('that hangs is let go on abort', async () => {
    const proxy = await localServer(() => undefined);
    const closed = new Promise((resolve) => {
      proxy.server.on('connect', (_, socket) => socket.on('end', resolve).resume());
    });
    const controller = new AbortController();
    const page = get({ url: 'http://prices.example/x' }, { env: { http_proxy: proxy.url } }, controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(page).rejects.toThrow();
    await closed;
  });
});
