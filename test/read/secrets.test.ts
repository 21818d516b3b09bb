import { expect, it } from 'vitest';
import { resolveSecrets } from '../../src/read/secrets.js';

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
  const { hide } = resolveSecrets(keyed, { XAI_KEY: 'sk-1', ACCOUNT: 'a/b' });
  expect(hide('GET https://h/a%2Fb a/b with sk-1')).toBe('GET https://h/{ACCOUNT} {ACCOUNT} with {XAI_KEY}');
});

it('names what a body must not hold: the key, and values that are no words', () => {
  const secretsOf = (ACCOUNT: string) =>
    resolveSecrets(keyed, { XAI_KEY: 'sk-1', ACCOUNT }).secrets.map(({ name }) => name);
  expect(secretsOf('us-east-1')).toEqual(['XAI_KEY']);
  expect(secretsOf('0123456789abcdef')).toEqual(['XAI_KEY', 'ACCOUNT']);
});
