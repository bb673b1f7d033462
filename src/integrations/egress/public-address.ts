import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Where the whole of today's public IPv6 lies. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/** Public by their numbers, and yet the machine's own: Azure's metadata and health service. */
const ownThings: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether an address is one that anybody on the internet could ask. Private, loopback, link-local, shared, reserved and
 * multicast ones are not, nor those that wrap another (mapped, NAT64, 6to4, Teredo): behind them could be anything.
 */
export function isPublicAddress(text: string): boolean {
  // Shortened forms, such as 127.1, are no answer of a resolver.
  if (isIP(text) === 0 || !ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast' || ownThings.has(address.toString())) return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}
