import { expect, it } from 'vitest';
import { requestKey } from '../../src/read/requestKey.js';

const url = 'https://acme.example/models';

it.each([
  ['a GET that says so', { url, method: 'GET' }],
  ['other headers, another key and another folder', { url, headers: { a: 'b' }, key: { env: ['K'] }, recordedBy: 'x' }],
  ['an empty body', { url, body: '' }],
] as const)('is the same with %s', (_, request) => expect(requestKey(request)).toBe(requestKey({ url })));

it('tells method, URL and body apart, wherever one ends', () => {
  const requests = [
    { url },
    { url: `${url}?` },
    { url, method: 'POST' },
    { url, method: 'PUT' },
    { url, method: 'POST', body: '1' },
    { url, method: 'POST', body: '2' },
    { url: `${url}1`, method: 'POST' },
  ] as const;
  expect(new Set(requests.map(requestKey)).size).toBe(7);
});
