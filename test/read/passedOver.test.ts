import { describe, expect, it } from 'vitest';
import { passedOver } from '../../src/read/passedOver.js';
import { anEndpoint, aSource } from '../builders.js';

const source = aSource({
  endpoints: [
    anEndpoint({ requests: { list: { url: 'https://acme.example/api', key: { env: ['A_KEY', 'B_KEY'] } } } }),
    anEndpoint({ name: 'account', requests: { list: { url: 'https://{ACME_ACCOUNT}.acme.example' } } }),
    anEndpoint({ name: 'docs' }),
  ],
});

describe('an endpoint that is passed over', () => {
  it('is a fault that names the key', () => {
    const faults = passedOver(source, { canUse: ({ key, url }) => key === undefined && !url.includes('{') });
    expect(faults.map(({ endpoint, kind, request, error }) => [endpoint, kind, request, error])).toEqual([
      [
        'api',
        'no-key',
        null,
        'api, which an earlier run had, needs A_KEY or B_KEY: set it, or run with --accept-shrink to go on without',
      ],
      [
        'account',
        'no-key',
        null,
        'account, which an earlier run had, needs ACME_ACCOUNT: set it, or run with --accept-shrink to go on without',
      ],
    ]);
  });

  it('is none where all keys are there', () => expect(passedOver(source, { canUse: () => true })).toEqual([]));
});
