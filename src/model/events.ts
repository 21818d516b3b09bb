/** A row that should be a model and could not be read: kept, with the reason. */
export interface DeadLetter {
  readonly provider: string;
  readonly stage: 'validate' | 'normalize';
  readonly reason: string;
  /** Where in the row, dotted; empty for the row as a whole. */
  readonly path: string;
  readonly row: unknown;
}
