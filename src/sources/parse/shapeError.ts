/** The body is not what the source's specification says: an error page, an empty list, a missing table. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  /** Where the page that is to blame was asked for, where a single one is. */
  readonly url: string | undefined;

  constructor(message: string, { url, cause }: { url?: string | undefined; cause?: unknown } = {}) {
    super(message, { cause });
    this.url = url;
  }
}

export const shapeError = (message: string, cause?: unknown): ShapeError => new ShapeError(message, { cause });
