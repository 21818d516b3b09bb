import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastValueFrom, NEVER, type Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/model/page.js';
import type { Request } from '../../src/model/request.js';
import type { Network } from '../../src/read/network.js';
import { withFile } from '../../src/read/withFile.js';
import { after, aPage } from '../builders.js';
import { marbles } from '../marbles.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';

/** A network of which every request is answered so. */
const answering = (page: Observable<Page>, more: Partial<Network> = {}): Network => ({
  fetch: () => page,
  canUse: () => false,
  isDown: false,
  ...more,
});

const fileOf = async (text: string): Promise<string> => {
  const path = join(await temporaryFolder(), 'prices.json');
  await writeFile(path, text);
  return path;
};

const read = (path: string) => lastValueFrom(withFile(answering(NEVER), path).fetch({ url: path }, 'acme'));

describe('a network with a file', () => {
  it('answers its path with the file', async () => {
    const path = await fileOf('{"data":["é"]}');
    const page = await read(path);
    expect(page).toEqual({
      ...{ request: { url: path }, url: path, body: '{"data":["é"]}', sha256: aPage('{"data":["é"]}').sha256 },
      ...{ bytes: 15, via: 'file', attempts: 1, fetchedAt: expect.any(String) as string },
    });
    expect(page.fetchedAt).toBe(new Date(page.fetchedAt).toISOString());
    expect(Date.now() - Date.parse(page.fetchedAt)).toBeLessThan(5_000);
  });

  it('reads nothing before it is subscribed to', async () => {
    const path = await fileOf('before');
    const page = withFile(answering(NEVER), path).fetch({ url: path }, 'acme');
    await writeFile(path, 'after');
    expect((await lastValueFrom(page)).body).toBe('after');
  });

  it('reads the file once for all who ask, as a network does: what a pipe gives comes only once', async () => {
    const path = await fileOf('first');
    const network = withFile(answering(NEVER), path);
    const page = await lastValueFrom(network.fetch({ url: path }, 'acme'));
    await writeFile(path, '');
    expect(await lastValueFrom(network.fetch({ url: path, headers: { accept: '*/*' } }, 'other'))).toBe(page);
    expect(page.body).toBe('first');
  });

  it('does not look again for a file that could not be read', async () => {
    const path = join(await temporaryFolder(), 'prices.json');
    const page = withFile(answering(NEVER), path).fetch({ url: path }, 'acme');
    await expect(lastValueFrom(page)).rejects.toMatchObject({ kind: 'file' });
    await writeFile(path, 'late');
    await expect(lastValueFrom(page)).rejects.toMatchObject({ kind: 'file' });
  });

  it.each([
    ['is not there', 'ENOENT', () => Promise.resolve()],
    ['is a folder', 'EISDIR', (path: string) => mkdir(path)],
  ])('says in one line that the file can not be read where it %s', async (_, code, make) => {
    const path = join(await temporaryFolder(), 'prices.json');
    await make(path);
    await expect(read(path)).rejects.toMatchObject({
      ...{ name: 'SourceError', kind: 'file', url: path, transient: false },
      message: `${path} can't be read (${code})`,
    });
  });

  it('says nothing once it is unsubscribed', async () => {
    const path = await fileOf('text');
    const seen: unknown[] = [];
    const see = (value: unknown) => void seen.push(value);
    withFile(answering(NEVER), path)
      .fetch({ url: path }, 'acme')
      .subscribe({ next: see, error: see, complete: () => see('end') })
      .unsubscribe();
    await after(30);
    expect(seen).toEqual([]);
  });

  it('hands every other request on to the network, in the name of who asks', () =>
    marbles(({ cold, expectObservable, expectSubscriptions, flush }) => {
      const page = aPage('of the network', { request: { url: 'https://acme.example/models' } });
      const network = cold('--(p|)', { p: page });
      const asked: unknown[] = [];
      const fetch: Network['fetch'] = (request, source) => {
        asked.push([request, source]);
        return network;
      };
      const both = withFile(answering(network, { fetch }), 'prices.json');
      expectObservable(both.fetch(page.request, 'acme')).toBe('--(p|)', { p: page });
      expectObservable(both.fetch({ url: './prices.json' }, 'acme'), '^!').toBe('-');
      expectSubscriptions(network.subscriptions).toBe(['^-!', '^!']);
      flush();
      expect(asked).toEqual([
        [page.request, 'acme'],
        [{ url: './prices.json' }, 'acme'],
      ]);
    }));

  it('passes the error of the network on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const network = cold<Page>('--#');
      expectObservable(withFile(answering(network), 'prices.json').fetch({ url: 'other' }, 'acme')).toBe('--#');
      expectSubscriptions(network.subscriptions).toBe('^-!');
    }));

  it('may use its file, and else what the network may use', () => {
    const canUse = ({ url }: Request) => url === 'usable';
    const both = withFile(answering(NEVER, { canUse }), 'prices.json');
    expect(['prices.json', 'usable', 'other'].map((url) => both.canUse({ url }))).toEqual([true, true, false]);
  });

  it('is down when the network is, from then on', () => {
    let isDown = false;
    const network: Network = {
      ...{ fetch: () => NEVER, canUse: () => true },
      get isDown() {
        return isDown;
      },
    };
    const both = withFile(network, 'prices.json');
    expect(both.isDown).toBe(false);
    isDown = true;
    expect(both.isDown).toBe(true);
  });
});
