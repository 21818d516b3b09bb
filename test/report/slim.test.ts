import { describe, expect, it } from 'vitest';
import { slimOf, wholeOf } from '../../src/report/slim.js';
import { offlineTable } from '../contract/enrichedRun.js';
import { aModel } from '../builders.js';

describe('a slim record', () => {
  it('holds nothing that is not known', () => {
    expect(slimOf(aModel('m'))).toEqual({ id: 'm', pricing: { status: 'unknown', source: null } });
  });

  it('says the same as the record, for every offer of a run', async () => {
    for (const model of (await offlineTable()).flatMap(({ models }) => models)) {
      const sent = JSON.parse(JSON.stringify(slimOf(model))) as ReturnType<typeof slimOf>;
      expect(wholeOf(sent, model.provider)).toEqual({ ...model, from: {} });
    }
  });
});
