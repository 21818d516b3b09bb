import { isLoopback } from './mirror.js';
import type { Request } from '../model/request.js';
import { type Env, resolveSecrets } from './secrets.js';

/** What decides whether a request's secrets may travel. */
export interface Route {
  readonly env: Env;
  /** Base URL of the mirror that stands in for all hosts. */
  readonly mirror?: string | undefined;
}

/**
 * Why a request can't be made, in one line, or undefined where it can: a key or a placeholder's value is missing, or
 * would travel to somebody else than the provider. A mirror gets secrets only where it runs on this machine, and so
 * does a plain `http:` host, where everybody on the way could read them.
 */
export function refusal(request: Request, { env, mirror }: Route): string | undefined {
  const { url, missing, keyHeader } = resolveSecrets(request, env);
  if (missing.length > 0) return `needs ${missing.join(' and ')}: set it in the environment`;
  const hasSecret = Object.keys(keyHeader).length > 0 || url !== request.url;
  if (!hasSecret) return undefined;
  if (mirror !== undefined) {
    return isLoopback(mirror)
      ? undefined
      : 'needs a key, which only a mirror on this machine may see: leave --mirror out';
  }
  return url.startsWith('https:') || isLoopback(url)
    ? undefined
    : 'needs a key, which is never sent unencrypted: use https';
}
