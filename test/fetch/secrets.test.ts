import { expect, it } from 'vitest';
import { refusal } from '../../src/fetch/refusal.js';
import { resolveSecrets } from '../../src/fetch/secrets.js';

const keyed = { url: 'https://api.x.ai/v1/{ACCOUNT}/models', key: { env: ['X_KEY', 'XAI_KEY'] } };

it('fills placeholders and the first key that is set in', () => {
  const { url, keyHeader, missing } = resolveSecrets(keyed, { X_KEY: ' ', XAI_KEY: 'sk-1\n', ACCOUNT: 'a/b' });
  expect({ url, keyHeader, missing }).toEqual({
    url: 'https://api.x.ai/v1/a%2Fb/models',
    keyHeader: { authorization: 'Bearer sk-1' },
    missing: [],
  });
});

it('uses the header and prefix a provider wants', () => {
  const key = { env: ['K'], header: 'X-Api-Key', prefix: '' };
  expect(resolveSecrets({ url: 'https://a.example', key }, { K: 'k' }).keyHeader).toEqual({ 'x-api-key': 'k' });
});

it('lets a placeholder name a host with its port', () => {
  expect(resolveSecrets({ url: 'https://{HOST}/v1' }, { HOST: 'h.example:8443' }).url).toBe(
    'https://h.example:8443/v1',
  );
});

it('puts names in the place of values, plain and encoded', () => {
  const { hide, hideKey } = resolveSecrets(keyed, { XAI_KEY: 'sk-1', ACCOUNT: 'a/b' });
  expect(hide('GET https://h/a%2Fb a/b with sk-1')).toBe('GET https://h/{ACCOUNT} {ACCOUNT} with {XAI_KEY}');
  expect(hideKey('a/b sk-1')).toBe('a/b {XAI_KEY}');
});

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
