import { expect, it } from 'vitest';
import { refusal } from '../../src/read/refusal.js';

const keyed = { url: 'https://api.x.ai/v1/{ACCOUNT}/models', key: { env: ['X_KEY', 'XAI_KEY'] } };

it.each([
  [{}, undefined, 'needs ACCOUNT and X_KEY or XAI_KEY: set it in the environment'],
  [{ X_KEY: 'k', ACCOUNT: 'a' }, undefined, undefined],
  [{ X_KEY: 'k', ACCOUNT: 'a' }, 'http://127.0.0.1:1', undefined],
  [
    { X_KEY: 'k', ACCOUNT: 'a' },
    'https://mirror.example',
    'needs a key, which only a mirror on this machine may see: leave --mirror out',
  ],
])('with %j and mirror %s: %s', (env, mirror, expected) => {
  expect(refusal(keyed, { env, mirror })).toBe(expected);
});

it('never lets a key travel unencrypted', () => {
  expect(refusal({ url: 'http://a.example', key: { env: ['K'] } }, { env: { K: 'k' } })).toContain('use https');
});

it('refuses a base that is no address', () => {
  expect(refusal({ url: '{BASE}/models' }, { env: { BASE: 'nonsense' } })).toContain('use https');
});

it('needs nothing for a request without secrets, by whatever mirror', () => {
  expect(refusal({ url: 'https://a.example' }, { env: {}, mirror: 'https://mirror.example' })).toBeUndefined();
});
