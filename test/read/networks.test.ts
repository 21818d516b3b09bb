import { lastValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { openNetwork } from '../../src/read/network.js';
import { openNetworks, type NetworksOptions } from '../../src/read/networks.js';
import { writeRecording } from '../../src/sinks/writeRecording.js';
import { aPage } from '../builders.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { localServer } from './localServer.js';

const request = { url: 'https://acme.example/models' };

/** The networks of a run with one recording, and a mirror whose answers are live. */
const open = async (mode: NetworksOptions['mode'], more: Partial<NetworksOptions> = {}) => {
  const recordingsDir = await temporaryFolder();
  await writeRecording(recordingsDir, 'acme', [aPage('recorded', { request })]);
  const { url, hits } = await localServer((_, response) => response.end('live'));
  return { networks: openNetworks({ mode, mirror: url, env: {}, recordingsDir, ...more }), hits };
};

const bodyFrom = async (network: { fetch: ReturnType<typeof openNetworks>['network']['fetch'] } | undefined) =>
  network === undefined ? undefined : (await lastValueFrom(network.fetch(request, 'acme'))).body;

describe('the networks of a run', () => {
  it('are the live one, and the recordings for where it fails', async () => {
    const { networks, hits } = await open(undefined);
    expect(await bodyFrom(networks.network)).toBe('live');
    expect(await bodyFrom(networks.recordings)).toBe('recorded');
    expect(networks.embedded).toBe(networks.recordings);
    expect(networks.isOffline).toBe(false);
    expect(hits).toEqual(['GET /acme.example/models']);
  });

  it('are the live one alone where no recording may stand in; what is embedded can be read all the same', async () => {
    const { networks } = await open('live');
    expect(await bodyFrom(networks.network)).toBe('live');
    expect(networks.recordings).toBeUndefined();
    expect(await bodyFrom(networks.embedded)).toBe('recorded');
    expect(networks.isOffline).toBe(false);
  });

  it('are the recordings alone offline, where nobody is asked', async () => {
    const { networks, hits } = await open('offline');
    expect(await bodyFrom(networks.network)).toBe('recorded');
    expect(networks.embedded).toBe(networks.network);
    expect(networks.recordings).toBeUndefined();
    expect(networks.isOffline).toBe(true);
    expect(hits).toEqual([]);
  });

  it('ask nothing before a page is subscribed to', async () => {
    const { networks, hits } = await open(undefined);
    networks.network.fetch(request, 'acme');
    expect(hits).toEqual([]);
  });

  it('know the keys of the environment, which recordings need not', async () => {
    const keyed = { ...request, key: { env: ['ACME_API_KEY'] } };
    const { networks } = await open(undefined);
    expect([networks.network.canUse(keyed), networks.embedded.canUse(keyed)]).toEqual([false, true]);
    const { networks: withKey } = await open(undefined, { env: { ACME_API_KEY: 'k' } });
    expect(withKey.network.canUse(keyed)).toBe(true);
  });

  it('wait as long as they are told', async () => {
    const silent = await localServer(() => undefined);
    const { networks } = await open(undefined, { mirror: silent.url, timeoutMs: 60 });
    await expect(lastValueFrom(networks.network.fetch(request, 'acme'))).rejects.toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('more than 0.06 s') as string,
    });
  });
});

it('refuses a mode that nobody knows', () => {
  const env = {};
  expect(() => openNetworks({ mode: 'recording' as 'offline', env, recordingsDir: '' })).toThrow(
    'unknown mode "recording"',
  );
  expect(() => openNetwork({ mode: 'offline' as 'live', env })).toThrow('unknown mode "offline": live or recording');
});
