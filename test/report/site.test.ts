import { describe, expect, it } from 'vitest';
import { offersByModel } from '../../src/book/offersOf.js';
import { exports } from '../../src/exports/index.js';
import { modelPath, type SiteFile, siteFiles } from '../../src/report/site/siteFiles.js';
import { aModel, day1, priced } from '../builders.js';
import { aFile } from './builders.js';

const identity = (key: string) => ({ key, line: key, facets: {} });

describe('the path of a model', () => {
  it.each([
    ['meta/llama-3.3-70b-instruct', 'models/meta/llama-3.3-70b-instruct/index.html'],
    ['lab/../../x', 'models/lab/~2e~~2e~/~2e~~2e~/x/index.html'],
    ['lab/a b%?#', 'models/lab/a~20~b~25~~3f~~23~/index.html'],
    ['lab/<img>', 'models/lab/~3c~img~3e~/index.html'],
  ])('%s is %s', (key, path) => expect(modelPath(key)).toBe(path));
});

describe('a site', () => {
  const dear = aModel('dear', {
    ...priced(aModel('dear')),
    cost: { ...aModel().cost, input: 0.002, output: 0.003 },
    model: identity('lab/<b>'),
  });
  const cheap = aModel('<img src=x>', {
    ...priced(aModel('cheap')),
    id: '<img src=x>',
    cost: { ...aModel().cost, input: 0.00015, output: 0.0006 },
    model: identity('lab/<b>'),
  });
  const table = [aFile('acme', [dear, cheap, aModel('unnamed')])];
  const files = async () => {
    const models = offersByModel({ offers: table.flatMap((file) => file.models), kindOf: () => 'host' });
    const site = siteFiles({
      page: '<p>',
      table,
      history: [],
      exports: exports.slice(0, 2),
      models,
      asTheyAre: [{ path: 'schemas/model.json', content: '{}' }],
      madeAt: day1,
    });
    const found: SiteFile[] = [];
    for await (const file of site) found.push(file);
    return found;
  };

  it('is the schemas, the exports, a page for each model, a list of these, and the page of all, last', async () => {
    expect((await files()).map(({ path }) => path)).toEqual([
      'schemas/model.json',
      ...exports.slice(0, 2).map(({ path }) => `exports/${path}`),
      'models/lab/~3c~b~3e~/index.html',
      'models/index.json',
      '.nojekyll',
      'index.html',
    ]);
  });

  it('has the offers of a model, the cheapest first, and the way to the page of all, as text', async () => {
    const page = String((await files()).find(({ path }) => path.startsWith('models/lab'))?.content);
    const cells = [...page.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);
    expect(cells).toEqual([
      ...['acme/&lt;img src=x&gt;', '0.15', '0.6', '', 'helicone'],
      ...['acme/dear', '2', '3', '', 'helicone'],
    ]);
    expect(page).toContain('href="../../../index.html#/model/lab/%3Cb%3E"');
    expect(page).not.toMatch(/<img|<b>/);
  });
});
