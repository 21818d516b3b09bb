import { expect, it } from 'vitest';
import { firstHosts } from '../../src/read/firstHosts.js';
import type { Endpoint } from '../../src/sources/define.js';

const endpoint = (url: string, fills?: false): Pick<Endpoint, 'requests' | 'fills'> => ({
  requests: {
    list: { requests: [{ url }], read: () => [] },
    details: { of: {}, requests: [], read: () => [] },
  } as never,
  ...(fills === false && { fills }),
});

it('gives the hosts of the first endpoint and of those that fill, each once, and not of a second way to the same', () => {
  const endpoints = [
    endpoint('https://a.example/list'),
    endpoint('https://b.example/spare', false),
    endpoint('https://c.example/more'),
    endpoint('https://a.example/more'),
  ];
  expect(firstHosts({ endpoints })).toEqual(['a.example', 'c.example']);
});
