import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';

/** The seam to the network: settles with a whole page or rejects with a `SourceError`. Must honour the signal. */
export type Get = (request: Request, signal: AbortSignal) => Promise<Page>;
