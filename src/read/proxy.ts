import { isLoopback } from './mirror.js';
import type { Env } from './secrets.js';

/**
 * The proxy for a URL by the environment's `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (either case, lower first, as
 * curl has it), or undefined for a direct connection. Loopback is always direct, because another machine's loopback
 * is another place. `NO_PROXY` lists hosts, each with its subdomains and perhaps a port; `*` means all.
 */
export function proxyFor(url: string, env: Env): string | undefined {
  const target = new URL(url);
  const proxy = either(target.protocol === 'https:' ? 'https_proxy' : 'http_proxy', env);
  if (!proxy || isLoopback(url) || exempt(target, either('no_proxy', env))) return undefined;
  return /^\w+:\/\//.test(proxy) ? proxy : `http://${proxy}`;
}

const either = (name: string, env: Env): string => (env[name] ?? env[name.toUpperCase()] ?? '').trim();

function exempt(target: URL, noProxy: string): boolean {
  const port = target.port || (target.protocol === 'https:' ? '443' : '80');
  const host = target.hostname.replace(/^\[|\]$/g, '');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = entry, onlyPort = port] = /^(.*[^:]):(\d+)$/.exec(entry) ?? [];
      const domain = name.replace(/^\*?\./, '').replace(/^\[|\]$/g, '');
      return onlyPort === port && (host === domain || host.endsWith(`.${domain}`));
    });
}
