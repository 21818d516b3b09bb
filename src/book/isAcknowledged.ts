import type { Acknowledgement, Contest } from '../model/acknowledged.js';
import type { Prices } from '../settle/law.js';
import { pricesIn } from '../settle/prices.js';

/** Whether an acknowledgement holds: the taken values and those of each dissenter are the same to the digit. */
export const isAcknowledged = (contest: Contest, known: Acknowledgement | undefined): boolean =>
  known !== undefined && textOf(contest) === textOf(known);

const textOf = ({ taken, differ, refused }: Contest): string =>
  JSON.stringify([
    sorted(taken),
    differ.map(({ witness, cost }) => JSON.stringify([witness, sorted(cost)])).sort(),
    refused.toSorted(),
  ]);

const sorted = (cost: Prices) => pricesIn(cost).sort(([a], [b]) => (a < b ? -1 : 1));
