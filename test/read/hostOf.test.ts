import { expect, it } from 'vitest';
import { hostOf } from '../../src/read/hostOf.js';

it.each([
  ['https://api.x.ai/v1/models?a=1', 'api.x.ai'],
  ['http://127.0.0.1:8080/x', '127.0.0.1:8080'],
  ['https://user:secret@api.x.ai/v1', 'api.x.ai'],
  ['https://api.x.ai?at=a@b', 'api.x.ai'],
  ['https://{RESOURCE}.openai.azure.com/models', '{RESOURCE}.openai.azure.com'],
  ['HTTPS://api.x.ai', 'api.x.ai'],
  ['{BASE}/models', '{BASE}/models'],
  ['prices.json', 'prices.json'],
])('of %s is %s', (url, host) => expect(hostOf(url)).toBe(host));
