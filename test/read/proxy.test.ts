import { expect, it } from 'vitest';
import { proxyFor } from '../../src/read/proxy.js';

const proxy = 'http://proxy.example:3128';

it.each([
  ['https://api.x.ai/', { HTTPS_PROXY: proxy }, proxy],
  ['https://api.x.ai/', { https_proxy: proxy, HTTPS_PROXY: 'http://other' }, proxy],
  ['https://api.x.ai/', { HTTP_PROXY: proxy }, undefined],
  ['http://api.x.ai/', { HTTP_PROXY: proxy }, proxy],
  ['https://api.x.ai/', { HTTPS_PROXY: 'proxy.example:3128' }, proxy],
  ['https://api.x.ai/', { HTTPS_PROXY: '' }, undefined],
  ['https://api.x.ai/', {}, undefined],
  ['http://127.0.0.1:8080/', { HTTP_PROXY: proxy }, undefined],
])('%s with %j goes through %s', (url, env, expected) => {
  expect(proxyFor(url, env)).toBe(expected);
});

it.each([
  ['x.ai', true],
  ['.x.ai', true],
  ['*.x.ai', true],
  ['API.X.AI', true],
  ['a.example, x.ai', true],
  ['a.example x.ai:443', true],
  ['x.ai:8443', false],
  ['*', true],
  ['i.x.ai', false],
  ['ai', true],
  ['example', false],
])('NO_PROXY=%s exempts api.x.ai: %s', (noProxy, exempt) => {
  for (const name of ['NO_PROXY', 'no_proxy']) {
    expect(proxyFor('https://api.x.ai/v1', { HTTPS_PROXY: proxy, [name]: noProxy })).toBe(exempt ? undefined : proxy);
  }
});
