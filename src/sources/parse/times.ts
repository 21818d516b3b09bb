import type { Draft } from '../../model/draft.js';
import { multiple } from './money.js';

type Cost = NonNullable<Draft['cost']>;

/** All prices of a model at so many times as much, such as in another currency or at a level of service. */
export const times = (cost: Cost, rate: unknown): Cost =>
  Object.fromEntries(Object.entries(cost).map(([field, price]) => [field, multiple(price, rate)]));
