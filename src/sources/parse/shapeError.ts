/** The body is not what the source's specification says: an error page, an empty list, a missing table. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

export const shapeError = (message: string, cause?: unknown): ShapeError => new ShapeError(message, { cause });
