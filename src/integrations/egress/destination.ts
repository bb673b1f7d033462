import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Why a request was not made. */
export type Refusal =
  'bad_address' | 'not_https' | 'credentials_in_address' | 'port' | 'host_not_declared' | 'private_address';

export type Admission =
  | { readonly kind: 'admitted'; readonly url: URL; readonly mayBePrivate: boolean }
  | { readonly kind: 'refused'; readonly reason: Refusal };

export interface AdmissionRules {
  /** Names of hosts that the workspace declares. */
  readonly hosts: ReadonlySet<string>;
  /** `host:port` that the operator vouches for, wherever they are: then http and any port are right, too. */
  readonly allowed: ReadonlySet<string>;
  /** Those that may be asked without that. */
  readonly ports: ReadonlySet<number>;
}

/** Looks at an address as it will be dialled, whatever it looked like before it was parsed. */
export function admit(address: string, { hosts, allowed, ports }: AdmissionRules): Admission {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/u.test(url.protocol)) return refused('bad_address');
  if (url.username !== '' || url.password !== '') return refused('credentials_in_address');
  if (!hosts.has(url.hostname)) return refused('host_not_declared');
  const mayBePrivate = allowed.has(`${url.hostname}:${portOf(url)}`);
  if (mayBePrivate) return { kind: 'admitted', url, mayBePrivate };
  if (url.protocol !== 'https:') return refused('not_https');
  if (!ports.has(portOf(url))) return refused('port');
  // undici asks no resolver about one of these, so nothing later would look at it.
  const literal = literalAddress(url);
  if (literal !== null && !isPublicAddress(literal)) return refused('private_address');
  return { kind: 'admitted', url, mayBePrivate };
}

/** The host where it is an address itself; null: it is a name. */
export function literalAddress({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/gu, '');
  return isIP(bare) === 0 ? null : bare;
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

function refused(reason: Refusal): Admission {
  return { kind: 'refused', reason };
}
