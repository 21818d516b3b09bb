import ipaddr from 'ipaddr.js';

/**
 * Whether a host name, as a URL has it, may be somebody's on the internet: not this machine's, not one of a private network by
 * its address (private, link-local, carrier's, multicast, reserved; IPv4 within IPv6 too) or by a name that only such networks
 * know. A name says nothing of the address that it is looked up as.
 */
export function isPublic(hostname: string): boolean {
  const host = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (ipaddr.isValid(host)) return isOpen(ipaddr.process(host));
  return host.includes('.') && !localNames.some((name) => host.endsWith(name));
}

/** Where IPv4 is reached over IPv6 alone (64:ff9b::/96), it is the IPv4 address within that counts. */
const isOpen = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  (address.range() === 'rfc6052' ? ipaddr.fromByteArray(address.toByteArray().slice(-4)) : address).range() ===
  'unicast';

const localNames = [
  '.localhost',
  '.local',
  '.internal',
  '.intranet',
  '.lan',
  '.home',
  '.corp',
  '.private',
  '.home.arpa',
];
