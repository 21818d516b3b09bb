import { lastValueFrom } from 'rxjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Request } from '../../src/model/request.js';
import { requestKey } from '../../src/read/requestKey.js';
import { modelsDev } from '../../src/sources/catalog.js';
import { catalogSources } from '../../src/sources/catalogSources.js';
import { sources } from '../../src/sources/index.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { fromRecordings } from '../sources/harness.js';
import { broken } from './broken.js';
import { random } from './random.js';
import { type PageFault, pageFaults } from './recordedLive.js';
import { type AnySource, now, withFaults, type World, worldsOf } from './worlds.js';

const all = [...sources, ...priceLists] as unknown as readonly AnySource[];

/** Where a source has more pages than these, so many of them fail, each in one way, and the ways take turns: the others are alike. */
const mostInEachWay = 12;

/** The pages of a world that fail, with their places: all, or of many some that are equally far apart. */
const pagesOf = ({ pages }: World): [number, Request][] => {
  const step = Math.ceil(pages.length / mostInEachWay);
  return [...pages.entries()].filter(([i]) => i % step === 0).map(([i, page]) => [i / step, page]);
};

const seed = 20_260_821;
const pairsOfTwo = 120;

/** The ways in which page number `i` of a world fails: refused for good, refused for now, and not what it was. */
const waysOf = ({ pages }: World, i: number): readonly PageFault[] =>
  pages.length > mostInEachWay
    ? [pageFaults[i % pageFaults.length] as PageFault]
    : ['answers 404', 'answers 429', i % 2 === 0 ? 'is HTML' : 'is empty'];

/** What does not hold where these pages fail. */
async function brokenBy(
  world: World,
  failing: readonly (readonly [Request, PageFault])[],
  hasThen = true,
): Promise<string[]> {
  const faults = new Map(failing.map(([page, way]) => [requestKey(page), way]));
  const outcome = await withFaults(world, faults, hasThen);
  const what = broken(
    world,
    failing.map(([page]) => page),
    outcome,
  );
  const which = failing.map(([{ url }, way]) => `${url} ${way}`).join(', ');
  const some = what.slice(0, 5).join('\n    ').slice(0, 1_500);
  return what.length === 0 ? [] : [`${world.title}: ${which}: ${what.length}\n    ${some}`];
}

async function brokenByEach(world: World): Promise<string[]> {
  const found: string[] = [];
  for (const [i, page] of pagesOf(world))
    for (const way of waysOf(world, i)) found.push(...(await brokenBy(world, [[page, way]], way === 'answers 404')));
  return found;
}

describe('a page that fails', { timeout: 60_000 }, () => {
  const worlds = new Map<string, World[]>();
  const knownOf = async (source: AnySource): Promise<World[]> => {
    const known = worlds.get(source.id) ?? (await worldsOf(source));
    worlds.set(source.id, known);
    return known;
  };
  const pairs = new Set<string>();

  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  it.each(all.map((source) => [source.id, source] as const))(
    'of %s is named, and costs nothing that was known',
    async (id, source) => {
      const found: string[] = [];
      for (const world of await knownOf(source)) {
        for (const [, page] of pagesOf(world)) pairs.add(`${id} ${requestKey(page)}`);
        found.push(...(await brokenByEach(world)));
      }
      expect(found.join('\n')).toBe('');
    },
  );

  it('is one of all that are asked for', () => {
    console.info(`${pairs.size} pages of ${worlds.size} sources, each failing in 404, 429 and a body that is none`);
    expect(pairs.size).toBeGreaterThanOrEqual(189);
  });

  it('costs none of the catalog’s providers anything', async () => {
    const page = await lastValueFrom(fromRecordings('modelsdev')(modelsDev));
    const found: string[] = [];
    for (const source of catalogSources(page, sources) as unknown as AnySource[])
      for (const world of await worldsOf(source)) found.push(...(await brokenBy(world, [[modelsDev, 'answers 404']])));
    expect(found.join('\n')).toBe('');
  });

  it(`costs nothing with another one of its source, ${pairsOfTwo} times (seed ${seed})`, async () => {
    const next = random(seed);
    const one = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
    const several = (await Promise.all(all.map(knownOf))).flat().filter(({ pages }) => pages.length > 1);
    const found: string[] = [];
    for (let i = 0; i < pairsOfTwo; i++) {
      const world = one(several);
      const page = one(world.pages);
      const other = one(world.pages.filter((another) => another !== page));
      found.push(
        ...(await brokenBy(world, [
          [page, one(pageFaults)],
          [other, one(pageFaults)],
        ])),
      );
    }
    expect(found.join('\n')).toBe('');
  });
});
