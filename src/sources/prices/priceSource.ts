import type { z } from 'zod';
import type { Page, Request } from '../../fetch/request.js';
import type { PriceRow } from '../../model/price.js';

/** A price list: data and pure functions, as `Source` is for catalogs. */
export interface PriceSource<Row = unknown> {
  readonly id: string;
  readonly name: string;
  readonly docs: string;
  readonly request: Request;
  /** Splits the page into rows; throws `shapeError` where it is not what it was. */
  readonly rows: (page: Page) => Iterable<unknown>;
  readonly row: z.ZodType<Row>;
  /** Takes prices over as they stand; judging them is `match/plausibility.ts`'s work. */
  readonly normalize: (row: Row) => PriceRow;
}

export const definePriceSource = <Row>(source: PriceSource<Row>): PriceSource => source as unknown as PriceSource;
