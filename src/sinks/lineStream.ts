/** A stream that lines may be written to; every `Writable` of Node is one. Told without Node's own types, which not all have. */
export interface LineStream {
  write(text: string): boolean;
  on(event: string, listener: (error: Error) => void): unknown;
  readonly destroyed: boolean;
  readonly errored: Error | null;
}
