import { expect, it } from 'vitest';
import { isLoopback, mirrored, unmirrored } from '../../src/read/mirror.js';

it.each([
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api.x.ai/v1/models?a=1&b=%2F'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/api.x.ai/v1/models?a=1&b=%2F'],
  ['https://cache.example/npm/', 'https://cache.example/npm/api.x.ai/v1/models?a=1&b=%2F'],
])('puts host, path and query behind %s', (mirror, expected) => {
  const url = 'https://api.x.ai/v1/models?a=1&b=%2F';
  expect(mirrored(url, mirror)).toBe(expected);
  expect(unmirrored(expected, mirror)).toBe(url);
});

it('leaves an address outside the mirror as it is', () => {
  expect(unmirrored('https://elsewhere.example/x', 'http://127.0.0.1:1')).toBe('https://elsewhere.example/x');
});

it.each([
  ['http://localhost:1/x', true],
  ['http://127.1.2.3/', true],
  ['http://[::1]:80/', true],
  ['http://localhost.evil.example/', false],
  ['http://127.0.0.1.evil.example/', false],
  ['http://10.0.0.1/', false],
])('%s is on this machine: %s', (url, expected) => {
  expect(isLoopback(url)).toBe(expected);
});
