import { describe, expect, it } from 'vitest';
import { isPublic } from '../../src/read/isPublic.js';
import { redirectFault } from '../../src/read/redirectFault.js';

const hostOf = (url: string): string => new URL(url).hostname;

describe('a host', () => {
  it.each([
    'http://localhost',
    'http://a.localhost',
    'http://router',
    'http://nas.local.',
    'http://127.1',
    'http://0x7f000001',
    'http://0.0.0.0',
    'http://10.1.2.3',
    'http://172.16.0.1',
    'http://192.168.0.1',
    'http://169.254.169.254',
    'http://100.64.0.1',
    'http://224.0.0.1',
    'http://[::1]',
    'http://[::]',
    'http://[fe80::1]',
    'http://[fd00::1]',
    'http://[::ffff:192.168.0.1]',
    'http://[64:ff9b::a00:1]',
    'http://[64:ff9b::7f00:1]',
  ])('%s is not public', (url) => expect(isPublic(hostOf(url))).toBe(false));

  it.each([
    'https://api.x.ai',
    'https://8.8.8.8',
    'https://[2606:4700::1]',
    'https://[64:ff9b::808:808]',
    'https://172.15.0.1',
    'https://EXAMPLE.com.',
  ])('%s is public', (url) => expect(isPublic(hostOf(url))).toBe(true));
});

describe('a redirect', () => {
  it.each([
    ['https://a.example/x', 'https://b.example/y', null],
    ['http://a.example/x', 'http://b.example/y', null],
    ['http://a.example/x', 'https://a.example/x', null],
    ['http://localhost:1/x', 'http://127.0.0.1:2/y', null],
    ['http://10.0.0.1/x', 'http://10.0.0.2/y', null],
    ['https://a.example/x', 'http://a.example/x', 'plain http (a.example)'],
    ['https://10.0.0.1/x', 'http://10.0.0.1/x', 'plain http (10.0.0.1)'],
    ['http://a.example/x', 'http://10.0.0.1:80/y', 'private address 10.0.0.1'],
    ['https://a.example/x', 'https://localhost:8443/y', 'private address localhost:8443'],
  ])('from %s to %s: %s', (from, to, says) => {
    const fault = redirectFault(from, to);
    if (says === null) expect(fault).toBeUndefined();
    else expect(fault).toContain(says);
  });
});
