/** The counts of one request as they were sent, where parts may stand in their whole or beside it. */
export interface Reading {
  readonly input?: number | undefined;
  readonly output?: number | undefined;
  readonly total?: number | undefined;
  readonly cacheRead?: number | undefined;
  /** All that was written, for whatever time. */
  readonly cacheWrite?: number | undefined;
  /** Of what was written, by how long it is kept. */
  readonly cacheWrite5m?: number | undefined;
  readonly cacheWrite1h?: number | undefined;
  readonly reasoning?: number | undefined;
  readonly inputAudio?: number | undefined;
  readonly cachedAudio?: number | undefined;
  readonly inputImage?: number | undefined;
  readonly cachedImage?: number | undefined;
  readonly outputAudio?: number | undefined;
  readonly outputImage?: number | undefined;
  /** Goes in beside `input`, at its price. */
  readonly toolUse?: number | undefined;
  readonly audioSeconds?: number | undefined;
  /** Whether the part is counted in its whole (input or output), as this API does it where no total tells. */
  readonly inside: Inside;
}

export interface Inside {
  readonly cache: boolean;
  readonly audio: boolean;
  readonly reasoning: boolean;
}

/** Who answered, and through which API, as far as that is known. */
export interface About {
  readonly provider?: string | undefined;
  readonly api?: string | undefined;
}
