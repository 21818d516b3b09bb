import { type Change, changeKind } from '../model/change.js';
import { keyOf } from './facts.js';

const kinds = changeKind.options;

/** The order of changes: by provider, what is about it first, then by offer, by kind, by field and by condition. */
export function byPlace(a: Change, b: Change): number {
  return (
    compared(a.provider, b.provider) ||
    compared(a.id ?? '', b.id ?? '') ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    compared(placeOf(a), placeOf(b))
  );
}

const placeOf = ({ field = '', when }: Change): string => keyOf({ kind: 'price', field, ...(when && { when }) });

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
