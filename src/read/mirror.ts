import { withoutEnd } from '../sources/parse/withoutEnd.js';

/**
 * Where a mirror serves a URL: `https://<host>/<path>?<query>` becomes `<mirror>/<host>/<path>?<query>`.
 * Takes and gives absolute URLs; throws a `TypeError` where one of them is none.
 */
export function mirrored(url: string, mirror: string): string {
  const { host, pathname, search } = new URL(url);
  return new URL(`${root(mirror)}/${host}${pathname}${search}`).href;
}

/** Which URL a mirror's address stands for; an address outside the mirror is given back as it is. */
export function unmirrored(url: string, mirror: string): string {
  const prefix = `${root(mirror)}/`;
  return url.startsWith(prefix) ? `https://${url.slice(prefix.length)}` : url;
}

/** Whether a URL points to this machine, by name or by address: the one mirror that may see keys. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(new URL(url).hostname);
}

const root = (mirror: string): string => withoutEnd(new URL(mirror).href, '/');
