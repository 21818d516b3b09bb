import { lastValueFrom } from 'rxjs';
import { priceFileOf, pricePath } from '../model/priceFile.js';
import { prettyJson, writeAtomically } from '../sinks/writeAtomically.js';
import { helicone } from '../sources/prices/helicone.js';
import type { Command, Surroundings } from './command.js';
import { Failure } from './failure.js';
import type { Options } from './options.js';
import { checkOutFolder } from './outFolder.js';
import { openPrices } from './prices.js';
import { runOptions } from './run.js';
import { runPipeline } from './runPipeline.js';
import { openNetworks } from './settings.js';

export const download: Command = {
  name: 'download',
  summary: `download and normalize only; --provider ${helicone.name} fetches the price list alone`,
  options: [...runOptions, 'prices'],
  run: (options, surroundings) =>
    isPriceList(options.provider) ? downloadPrices(options, surroundings) : runPipeline(options, surroundings, ['raw']),
};

const isPriceList = (names: readonly string[] = []): boolean =>
  names.length === 1 && names[0]?.toLowerCase() === helicone.id;

async function downloadPrices(options: Options, surroundings: Surroundings): Promise<number> {
  await checkOutFolder(options);
  const { list, status, error } = await lastValueFrom(openPrices(options, openNetworks(options, surroundings)));
  if (!list) throw new Failure(`${helicone.name}: ${error ?? 'no price list'}`, 1);
  const { out = 'data', dryRun, quiet } = options;
  if (!dryRun) await writeAtomically(out, pricePath(list.source), prettyJson(priceFileOf(list)));
  if (!quiet) {
    const age = status === 'fresh' ? '' : ` of ${list.fetchedAt.slice(0, 10)} (${status}: ${error ?? 'as asked'})`;
    surroundings.stderr.write(
      `${list.rows.length} prices${age}${dryRun ? '' : ` are in ${out}/${pricePath(list.source)}`}\n`,
    );
  }
  return 0;
}
