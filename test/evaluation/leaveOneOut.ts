import { familyOf, parseName } from '../../src/match/name.js';
import { openRegistry } from '../../src/store/registry.js';
import { buildPriceIndex } from '../../src/match/priceIndex.js';
import { sellersOf } from '../../src/match/sellers.js';
import type { Kind } from '../../src/match/strategy.js';
import type { PriceRow } from '../../src/model/price.js';
import { isAgreed, isComparable } from '../../src/settle/agreement.js';
import type { PriceList } from '../../src/sources/define.js';

const { modelOf } = await openRegistry();

/** A row that was taken out of its list and looked up in the rest. */
export interface LeftOut {
  readonly row: PriceRow;
  readonly kind: Kind;
  readonly found: PriceRow;
  readonly isSame: boolean;
}

/**
 * Takes rows out, every `step`th of a seller, and looks each up in what is left of the list: the other rows of its seller, and
 * those of its model at others. Who is found is another spelling or snapshot of the same model, and costs the same. A name
 * that the seller prices twice, once so and once so, has no right price: it is passed over.
 */
export function leaveOneOut(list: PriceList, rows: readonly PriceRow[], step = 1): LeftOut[] {
  const { ofRow, sellerOf } = sellersOf(list);
  const sellers = new Map<string, PriceRow[]>();
  for (const row of rows) {
    const own = sellers.get(ofRow(row.provider));
    if (own) own.push(row);
    else sellers.set(ofRow(row.provider), [row]);
  }
  const family = (row: PriceRow): string => familyOf(parseName(row.model));
  const families = new Map<string, PriceRow[]>();
  for (const row of rows) {
    const own = families.get(family(row));
    if (own) own.push(row);
    else families.set(family(row), [row]);
  }
  return [...sellers.values()].flatMap((own) =>
    own.flatMap((row, i) => {
      if (i % step > 0 || row.operator !== 'equals') return [];
      if (isContradicted(row, own)) return [];
      const elsewhere = (families.get(family(row)) ?? []).filter(
        (other) => ofRow(other.provider) !== ofRow(row.provider),
      );
      const rest = [...own.filter((other) => other.model !== row.model), ...elsewhere];
      const finding = buildPriceIndex(list, rest, {}, modelOf).find({
        provider: sellerOf(row.provider),
        id: row.model,
        name: null,
      });
      if (!('match' in finding) || finding.doubt || !isComparable(finding.row.cost, row.cost)) return [];
      return [{ row, kind: finding.kind, found: finding.row, isSame: isAgreed(finding.row.cost, row.cost) }];
    }),
  );
}

/** Whether a seller has the name, however it is spelled, at another price too. */
function isContradicted(row: PriceRow, own: readonly PriceRow[]): boolean {
  const { key } = parseName(row.model);
  return own.some(
    (other) =>
      parseName(other.model).key === key && !isAgreed(other.cost, row.cost) && isComparable(other.cost, row.cost),
  );
}
