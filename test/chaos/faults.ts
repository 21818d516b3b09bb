import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { altered, prices, rows } from './alter.js';

/**
 * What a fault may do to what is known:
 * - `none`: the page is as good as ever, once it came.
 * - `unread`: the page can't be read. Nothing of it changes, and it is named.
 * - `rows`: some rows can't be read, or are gone. What goes is named.
 * - `prices`: it states prices that can't be. None of them is written without a word.
 */
export type Harm = 'none' | 'unread' | 'rows' | 'prices';

/** Answers a request in its way, in place of the body that is recorded. `times` counts the requests for the page, from 1. */
export interface ChaosFault {
  readonly harm: Harm;
  readonly answer: (asked: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly body: string;
    readonly times: number;
  }) => void;
}

type Answer = ChaosFault['answer'];

const unread = (answer: Answer): ChaosFault => ({ harm: 'unread', answer });
const status = (code: number, headers: Record<string, string> = {}): Answer => {
  return ({ response }) => response.writeHead(code, headers).end('no');
};
const says = (text: string | Buffer, headers: Record<string, string> = {}): Answer => {
  return ({ response }) => response.writeHead(200, headers).end(text);
};
const whole: Answer = ({ response, body }) => response.writeHead(200).end(body);
/** The fault so many times, then the page. */
const first = (count: number, answer: Answer): ChaosFault => ({
  harm: 'none',
  answer: (asked) => (asked.times <= count ? answer(asked) : whole(asked)),
});
const made = (harm: Harm, make: (body: string) => string | Buffer): ChaosFault => ({
  harm,
  answer: ({ response, body }) => response.writeHead(200).end(make(body)),
});

const statuses = [400, 401, 402, 403, 404, 409, 410, 418, 429, 451, 500, 502, 503, 504, 520];
const transient = [429, 500, 502, 503, 504];
const soon = { 'retry-after': '1' };
const waits = ['3600', 'Wed, 21 Oct 2099 07:28:00 GMT', '0', '-5', 'soon', '1e9', '0x10', ''];

/** What goes wrong on the way. */
const http: Readonly<Record<string, ChaosFault>> = {
  ...Object.fromEntries(statuses.map((code) => [`always ${code}`, unread(status(code))])),
  ...Object.fromEntries(transient.map((code) => [`once ${code}`, first(1, status(code, soon))])),
  ...Object.fromEntries(transient.map((code) => [`twice ${code}`, first(2, status(code, soon))])),
  ...Object.fromEntries(
    waits.map((wait) => [`429, retry-after "${wait}"`, unread(status(429, { 'retry-after': wait }))]),
  ),
  'a refused connection': unread(({ request }) => request.socket.destroy()),
  'a reset': unread(({ request }) => request.socket.resetAndDestroy()),
  'a reset, once': first(1, ({ request }) => request.socket.resetAndDestroy()),
  'no answer': unread(() => undefined),
  'a body that stalls': unread(({ response, body }) => {
    response.writeHead(200, { 'content-length': `${Buffer.byteLength(body) + 1}` }).write(body.slice(0, 100));
  }),
  'a body that is cut': unread(({ response, body }) => {
    response.writeHead(200, { 'content-length': `${Buffer.byteLength(body) + 1}` });
    response.write(body, () => response.destroy());
  }),
  'a body that drips': {
    harm: 'none',
    answer: ({ response, body }) => {
      response.writeHead(200);
      const size = Math.ceil(body.length / 8);
      for (let part = 0; part < 8; part++)
        setTimeout(() => response.write(body.slice(part * size, (part + 1) * size)), part * 20);
      setTimeout(() => response.end(), 180);
    },
  },
  'a redirect to itself': unread(({ request, response }) =>
    response.writeHead(302, { location: request.url ?? '/' }).end(),
  ),
  'a redirect without an address': unread(status(302)),
  'a redirect to nowhere': unread(status(301, { location: 'http://' })),
  'a redirect to another protocol': unread(status(301, { location: 'file:///etc/passwd' })),
  'a redirect to plain http elsewhere': unread(status(301, { location: 'http://192.0.2.1/list.json' })),
  '204': unread(status(204)),
};

const bracket = 100_000;

/** What a body may hold in place of what is expected. */
const bodies: Readonly<Record<string, ChaosFault>> = {
  HTML: unread(says('<!doctype html><html><body>Sign in</body></html>', { 'content-type': 'text/html' })),
  nothing: unread(says('')),
  '{}': unread(says('{}')),
  '[]': unread(says('[]')),
  null: unread(says('null')),
  'an error object': unread(says('{"error":{"message":"quota","code":429}}')),
  'other JSON': unread(says('{"hello":["world"],"n":1}')),
  // Of a page of words the half is a page as well.
  'half of it': made('rows', (body) => body.slice(0, body.length / 2)),
  'gzip that is none': unread(says('no gzip at all', { 'content-encoding': 'gzip' })),
  'gzip that breaks off': unread(({ response, body }) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body).subarray(0, -12)),
  ),
  'a bomb': unread(says(gzipSync(Buffer.alloc(66 * 2 ** 20, 32)), { 'content-encoding': 'gzip' })),
  brackets: unread(says('['.repeat(bracket) + ']'.repeat(bracket))),
  braces: unread(says('{"a":'.repeat(bracket) + '1' + '}'.repeat(bracket))),
  'a byte order mark': made('none', (body) => `\uFEFF${body}`),
  'bytes that are no UTF-8': made('rows', (body) => altered(body, rows.undecodable)),
  'a tenth of the rows broken': made('rows', (body) => altered(body, rows.broken)),
  'a tenth of the rows left': made('rows', (body) => altered(body, rows.fewer)),
  'rows of other types': made('rows', (body) => altered(body, rows.retyped)),
  'every row twice': made('none', (body) => altered(body, rows.twice)),
  'prices of -1': made('prices', (body) =>
    altered(
      body,
      prices(() => -1),
    ),
  ),
  'prices of 1e308': made('prices', (body) =>
    altered(
      body,
      prices(() => 1e308),
    ),
  ),
  'prices "NaN"': made('prices', (body) =>
    altered(
      body,
      prices(() => 'NaN'),
    ),
  ),
  'prices x 1,000': made('prices', (body) =>
    altered(
      body,
      prices((price) => price * 1000),
    ),
  ),
};

/** Every fault by its name. */
export const faults: Readonly<Record<string, ChaosFault>> = { ...http, ...bodies };
