import type { Request } from '../model/request.js';
import type { Endpoint } from './define.js';
import { listEndpoint, type Reading } from './listEndpoint.js';

/**
 * The endpoints to one list that may be asked for in several ways, such as with a key and without: by name, the best
 * first. The others stand in for it and, saying the same, fill nothing in.
 */
export const sameList = <Row>({
  ways,
  ...reading
}: Reading<Row> & { readonly ways: Readonly<Record<string, Request>> }): Endpoint[] =>
  Object.entries(ways).map(([name, list], i) => ({
    ...listEndpoint(name, { list, ...reading }),
    ...(i > 0 && { fills: false }),
  }));
