import type { CallCost } from '../../cost/callCost.js';
import { costOf } from '../../cost/costOf.js';
import { isRaw, type Raw } from '../../cost/fields.js';
import { instantOf } from '../../cost/records/instant.js';
import { providerIdOf } from '../../cost/records/providerIds.js';
import { recordOf } from '../../cost/records/recordOf.js';
import { withCostAttributes } from '../../cost/records/withCostAttributes.js';
import { BadRecord, type UsageRecord } from '../../cost/records/usageRecord.js';
import type { OfferPrices } from '../../cost/tiers/priceFinder.js';
import type { Surroundings } from '../command.js';
import { filterStdin } from '../lineFilter.js';
import { objectOf } from '../objectOf.js';
import type { Options } from '../options.js';
import { LinePrices, type PricedBy } from '../pricedLines.js';
import { showCosted, UnknownModels } from '../show/costed.js';
import { type LineAnswer, textLines } from '../textLines.js';

/** The prices that a line brings itself. */
const ofLine = (prices: OfferPrices): PricedBy => ({ prices, name: '', from: { from: 'line' } });

/**
 * Usage records, one a line in, the same with `cost` a line out. Models that nobody prices are told once each, and counted at
 * the end.
 */
export function costLines(options: Options, surroundings: Surroundings): Promise<number> {
  const prices = new LinePrices(options, surroundings);
  const unknown = new UnknownModels(options.quiet ? undefined : surroundings.stderr);
  const givenAt = options.at === undefined ? null : instantOf(options.at);
  const write = options.brief ? brief : whole;
  const answer = (line: string): LineAnswer | Promise<LineAnswer> => {
    const given = objectOf(line);
    if (!given) return { why: 'is not a JSON object: each line holds one usage record' };
    return orWhy(() => {
      const record = recordOf(withProvider(given, options));
      const at = givenAt ?? record.at;
      const done = (found: PricedBy, others?: ReadonlyMap<string, PricedBy>): LineAnswer => {
        const priced = then(found, at);
        const cost = costed(record, priced, at, others);
        unknown.count(priced, cost);
        return { text: write(given, record, cost, priced) };
      };
      if (record.prices) return done(ofLine(record.prices));
      const found = prices.of(record);
      const names = record.usage.passes.flatMap(({ model }) => model ?? []);
      if (!(found instanceof Promise) && names.length === 0) return done(found);
      return withOthers(record, found, names, prices).then(([own, others]) => done(own, others));
    });
  };
  return filterStdin(
    { holds: 'usage record', answer: textLines(answer), show: showCosted(unknown) },
    options,
    surroundings,
  );
}

/** A record that can't be read, or is too deep to be written, is no answer. */
function orWhy(work: () => LineAnswer | Promise<LineAnswer>): LineAnswer | Promise<LineAnswer> {
  try {
    return work();
  } catch (error) {
    if (error instanceof BadRecord) return { why: error.message };
    if (error instanceof RangeError) return { why: `can't be answered (${error.message})` };
    throw error;
  }
}

/** The provider that --provider names stands in where a line names none. */
const withProvider = (line: Raw, { provider }: Options): Raw =>
  provider?.[0] === undefined || 'provider' in line || 'log' in line || 'span' in line
    ? line
    : { ...line, provider: providerIdOf(provider[0]) };

async function withOthers(
  { provider }: UsageRecord,
  found: PricedBy | Promise<PricedBy>,
  names: readonly string[],
  prices: LinePrices,
): Promise<[PricedBy, ReadonlyMap<string, PricedBy>]> {
  const others = await Promise.all(
    names.map(async (name) => [name, await prices.of({ provider, models: [name] })] as const),
  );
  return [await found, new Map(others)];
}

function costed(
  { usage, models }: UsageRecord,
  { prices }: PricedBy,
  at: Date | null,
  others?: ReadonlyMap<string, PricedBy>,
): CallCost {
  const pricesOf = (model: string) => {
    const found = others?.get(model);
    const other = found && then(found, at);
    return other?.unknown === undefined ? other?.prices : undefined;
  };
  return costOf(usage, prices, { at, models, pricesOf });
}

/** The prices of when the call was made, where that is known, and where a history knows them. */
const then = (priced: PricedBy, at: Date | null): PricedBy => (at && priced.at?.(at)) ?? priced;

const whole = (line: Raw, { form }: UsageRecord, cost: CallCost, { from }: PricedBy): string => {
  const { basis } = cost;
  const told = {
    ...(form === 'span' ? withCostAttributes(line, cost) : line),
    cost: { ...cost, ...(basis === 'prices' && { prices: from }) },
  };
  return JSON.stringify(told);
};

const brief = ({ name, id }: Raw, _: UsageRecord, cost: CallCost): string =>
  JSON.stringify({ ...(name !== undefined && !isRaw(name) && { name }), ...(id !== undefined && { id }), ...cost });
