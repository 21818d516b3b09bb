import { version } from './version.js';

/** What we call ourselves to hosts, the header `user-agent`. */
export const agent = `ratecard/${version}`;
