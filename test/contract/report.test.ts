import { beforeAll, describe, expect, it } from 'vitest';
import { offersByModel, offersOf } from '../../src/book/offersOf.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { modelPath } from '../../src/report/site/siteFiles.js';
import { slimOf, wholeOf } from '../../src/report/slim.js';
import { offlineTable } from './enrichedRun.js';

describe('what the page holds of an offline run', () => {
  let table: readonly ProviderFile[] = [];
  beforeAll(async () => {
    table = await offlineTable();
  });

  it('says of every offer what its record says', () => {
    for (const model of table.flatMap(({ models }) => models)) {
      const sent = JSON.parse(JSON.stringify(slimOf(model))) as ReturnType<typeof slimOf>;
      expect(wholeOf(sent, model.provider)).toEqual({ ...model, from: {} });
    }
  });

  it('has the offers of a model in the order in which the command line has them', () => {
    const all = { offers: table.flatMap(({ models }) => models), kindOf: () => null };
    const models = offersByModel(all);
    for (const key of ['meta/llama-3.3-70b-instruct', 'openai/gpt-4o'])
      expect(models.get(key)).toEqual(offersOf(all, key));
  });

  it('has no two models at one path, in any spelling', () => {
    const keys = new Set(table.flatMap(({ models }) => models.flatMap(({ model }) => model?.key ?? [])));
    expect(new Set([...keys].map((key) => modelPath(key).toLowerCase())).size).toBe(keys.size);
  });
});
