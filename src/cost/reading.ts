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
  /** How this API counts where no total tells. */
  readonly inside: Inside;
}

/** Parts of the input, then of the output. */
export type Part = 'cache' | 'inputAudio' | 'inputImage' | 'reasoning' | 'outputAudio' | 'outputImage';

/** Of each part, whether it is counted in its whole; else it stands beside it. */
export type Inside = Readonly<Record<Part, boolean>>;

/** The habit of most. */
export const allInside: Inside = {
  ...{ cache: true, inputAudio: true, inputImage: true },
  ...{ reasoning: true, outputAudio: true, outputImage: true },
};

/** Who answered, and through which API, as far as that is known. */
export interface About {
  readonly provider?: string | undefined;
  readonly api?: string | undefined;
}
