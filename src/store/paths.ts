import { isFileName } from '../model/fileName.js';
import type { Dataset } from '../model/providerFile.js';

// Where the files of an output folder are, relative to it.

export const folders: Readonly<Record<Dataset, string>> = { raw: 'providers', enriched: 'providers-enriched' };

/** A provider's models. Throws where its id can't be the name of a file. */
export const providerPath = (dataset: Dataset, id: string): string => `${folders[dataset]}/${fileNameOf(id)}`;

/** A price list. Throws where its id can't be the name of a file. */
export const pricePath = (id: string): string => `prices/${fileNameOf(id)}`;

/** The id of the price list whose file that is; undefined for all other files. */
export const priceListIn = (path: string): string | undefined => /^prices\/([^/]+)\.json$/.exec(path)?.[1];

function fileNameOf(id: string): string {
  if (!isFileName(id)) throw new Error(`the id ${JSON.stringify(id)} can't be the name of a file`);
  return `${id}.json`;
}

/** Rows that could not be read. */
export const rejectedPath = 'rejected.jsonl';

/** What the next run's readings are held against. */
export const baselinesPath = 'baselines.json';

/** Which models the offers are. */
export const modelsPath = 'models.json';

/** What each run found changed, a line a change. */
export const changesPath = 'changes.jsonl';

/** The same as an Atom feed of prices. */
export const feedPath = 'changes.xml';

/** The manifest of the last run. */
export const runPath = 'run.json';

/** What people corrected, written by them. */
export const overridesPath = 'overrides.yaml';

/** The differences between witnesses that somebody has looked at. */
export const acknowledgedPath = 'acknowledged.json';

/** The page to look at. */
export const reportPath = 'report.html';

/** The folder of the exports. */
export const exportsPath = 'exports';

/** The folder of the bodies that the other files were read from. */
export const bodiesPath = 'bodies';

/** What that folder holds. */
export const bodyIndexPath = `${bodiesPath}/index.json`;

/** How each source was read. */
export const readingsPath = `${bodiesPath}/readings.json`;

/** A body, packed, by the sha256 of its text. */
export const bodyPath = (text: string): string => `${bodiesPath}/${text}.gz`;

/** The lock of the run that is writing there, a folder; gone when none is. */
export const lockPath = '.lock';

/** The history of prices: the lines of this month, and how they are closed. */
export const historyPath = 'history/prices.jsonl';

/** The history of an earlier month. */
export const closedHistoryPath = (month: string): string => `history/prices-${month}.jsonl`;
