import { isPublic } from './isPublic.js';

/** Why a redirect from one URL to another is not followed, in one line, or undefined where it is. */
export function redirectFault(from: string, to: string): string | undefined {
  const astray = leadsAstray(from, to);
  return astray && `a redirect ${astray} is not followed: the address may have moved`;
}

/**
 * Whether what a host says leads where nobody would go by himself: from encrypted to plain, where everybody on the way could
 * put in prices; or from a public host to an address of a private network, which a stranger could have us ask in his name.
 * Gives how, in words; undefined where it does not, or where one of the URLs is still a template.
 */
export function leadsAstray(from: string, to: string): string | undefined {
  if (!URL.canParse(from) || !URL.canParse(to)) return undefined;
  const [source, target] = [new URL(from), new URL(to)];
  if (source.protocol === 'https:' && target.protocol !== 'https:')
    return `from https to plain ${target.protocol.slice(0, -1)} (${target.host})`;
  return isPublic(source.hostname) && !isPublic(target.hostname) ? `to the private address ${target.host}` : undefined;
}

/** Whether a URL is of another host than that which named it; false where one of them is still a template. */
export const leadsElsewhere = (from: string, to: string): boolean =>
  URL.canParse(from) && URL.canParse(to) && new URL(from).hostname !== new URL(to).hostname;
