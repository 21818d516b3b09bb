import { lastValueFrom } from 'rxjs';
import { priceFileOf, pricePath } from '../model/priceFile.js';
import { prettyJson, writeAtomically } from '../sinks/writeAtomically.js';
import { helicone } from '../sources/prices/helicone.js';
import { isNamed } from './chooseSources.js';
import type { Command, Surroundings } from './command.js';
import { Failure, usageError } from './failure.js';
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
  run: async (options, surroundings) => {
    const mistake = isPriceList(options) ? mistakeWithPrices(options) : mistakeWithModels(options);
    if (mistake !== undefined) throw usageError(mistake);
    return isPriceList(options) ? downloadPrices(options, surroundings) : runPipeline(options, surroundings, ['raw']);
  },
};

const isPriceList = ({ provider: names = [] }: Options): boolean => names.some((name) => isNamed(name, helicone));

function mistakeWithPrices({ provider: names = [], stdout, limit }: Options): string | undefined {
  const list = `--provider ${helicone.name}`;
  if (!names.every((name) => isNamed(name, helicone)))
    return `${list} fetches the price list alone: download the other providers without it`;
  if (stdout !== undefined) return `the price list goes to a file: leave out --stdout, or ${list}`;
  if (limit !== undefined) return 'the price list is taken whole: leave out --limit';
  return undefined;
}

function mistakeWithModels({ prices, stdout }: Options): string | undefined {
  if (prices !== undefined)
    return `download joins no prices: leave out --prices, add --provider ${helicone.name}, or use \`ratecard run\``;
  if (stdout === 'enriched') return 'download joins no prices: use --stdout raw, or `ratecard run --stdout enriched`';
  return undefined;
}

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
  if (options.strict && error !== null) throw new Failure(`--strict: ${helicone.name}: ${error}`, 1);
  return 0;
}
