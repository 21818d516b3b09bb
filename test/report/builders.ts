import type { Model } from '../../src/model/model.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import type { ReportData } from '../../src/report/reportData.js';
import { reportOf, type Written } from '../../src/report/reportOf.js';
import { aModel, anOrigin, day2 } from '../builders.js';

/** The file of a made-up provider with these offers. */
export const aFile = (
  id: string,
  models: readonly Partial<Model>[],
  more: Partial<ProviderFile> = {},
): ProviderFile => ({
  schemaVersion: 2,
  provider: { id, name: id.toUpperCase(), kind: 'host', docs: `https://${id}.example/docs`, env: [] },
  endpoint: 'api',
  sources: { api: anOrigin({ url: `https://${id}.example/api` }) },
  models: models.map((model, i) => aModel(`m${i}`, { ...model, provider: id })),
  ...more,
});

/** What a folder holds of such providers and nothing else. */
export const aWritten = (table: readonly ProviderFile[], more: Partial<Written> = {}): Written => ({
  ...{ version: '1.2.3', table, run: undefined, models: [], history: [], changes: [], rejected: [] },
  ...more,
});

/** The data of a page of such providers, made on the second day. */
export const aReport = (table: readonly ProviderFile[], more: Partial<Written> = {}): ReportData =>
  reportOf(aWritten(table, more), Date.parse(day2));
