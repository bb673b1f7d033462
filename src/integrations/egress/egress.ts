import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Client } from 'undici';
import { admit, literalAddress, type Refusal } from './destination.js';
import { isPublicAddress } from './public-address.js';
import { NotJson, TooLarge, readDocument } from './read-document.js';

/** A question to a host on the network. */
export interface EgressRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Names of hosts that whoever wrote the address has declared. */
  readonly hosts: ReadonlySet<string>;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; null: none. */
  readonly body: string | null;
  /** From the first look at the name to the last byte of the answer, ms. */
  readonly timeout: number;
}

/** How a request ended. Words of ours alone: what the other side says goes nowhere but into `document`. */
export type EgressAnswer =
  /** `document` is null where there is nothing to read: no content, or a status that is not 2xx. */
  | { readonly kind: 'answered'; readonly status: number; readonly document: unknown }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | { readonly kind: 'failed'; readonly reason: EgressFailure };

export type EgressFailure =
  /** There was no connection, or it broke. */
  'unreachable' | 'timed_out' | 'redirected' | 'too_large' | 'not_json';

/** The one way by which anything that a workspace declares reaches the network. */
export interface Egress {
  /** Never rejects. */
  ask(request: EgressRequest): Promise<EgressAnswer>;
}

export interface EgressParts {
  /** `host:port` that may be anywhere, also on this machine. */
  readonly allowed?: readonly string[];
  /** All addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
  /** Ports that may be asked; default: 443. */
  readonly ports?: readonly number[];
  /** Most bytes of an answer; default: 256 KiB. */
  readonly mostBytes?: number;
}

const defaultMostBytes = 256 * 1024;
const mostHeaderBytes = 16 * 1024;

/**
 * Every request is admitted by its address, its host's addresses are looked up once and looked at, and the connection goes
 * to the one that was looked at: a name that means something else a moment later changes nothing. Nothing is followed,
 * nothing unpacked, and no proxy that the environment names is used.
 */
export function createEgress(parts: EgressParts = {}): Egress {
  const { resolve = resolveByName, mostBytes = defaultMostBytes } = parts;
  const allowed = new Set(parts.allowed ?? []);
  const ports = new Set(parts.ports ?? [443]);
  return {
    ask: async (request) => {
      const admission = admit(request.url, { hosts: request.hosts, allowed, ports });
      if (admission.kind === 'refused') return admission;
      const { url, mayBePrivate } = admission;
      const signal = AbortSignal.timeout(request.timeout);
      try {
        const addresses = await unlessAborted(signal, addressesOf(url, resolve));
        const [address] = addresses;
        if (address === undefined) return { kind: 'failed', reason: 'unreachable' };
        if (!mayBePrivate && !addresses.every(isPublicAddress))
          return { kind: 'refused', reason: 'private_address' };
        return await exchange(request, { url, address, signal, mostBytes });
      } catch (fault) {
        return { kind: 'failed', reason: reasonOf(fault, signal) };
      }
    },
  };
}

async function resolveByName(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

async function addressesOf(
  url: URL,
  resolve: (name: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const literal = literalAddress(url);
  return literal === null ? resolve(url.hostname) : [literal];
}

interface Connection {
  readonly url: URL;
  readonly address: string;
  readonly signal: AbortSignal;
  readonly mostBytes: number;
}

async function exchange(
  { method, headers, body, timeout }: EgressRequest,
  { url, address, signal, mostBytes }: Connection,
): Promise<EgressAnswer> {
  const client = new Client(url.origin, {
    connect: { lookup: pinTo(address), timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxHeaderSize: mostHeaderBytes,
  });
  try {
    const answer = await client.request({
      method,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, ...ownHeaders(body) },
      body,
      signal,
    });
    const { statusCode: status } = answer;
    // Whatever comes of it is not looked at, and ends with the connection.
    answer.body.on('error', () => undefined);
    if (status >= 300 && status <= 399) return { kind: 'failed', reason: 'redirected' };
    if (status < 200 || status > 299) return { kind: 'answered', status, document: null };
    return { kind: 'answered', status, document: await readDocument(answer, mostBytes) };
  } finally {
    await client.destroy();
  }
}

/** Nothing here tells who asks, or lets the answer come in a form that is larger than it looks. */
function ownHeaders(body: string | null): Readonly<Record<string, string>> {
  return {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'Heyword',
    ...(body === null ? {} : { 'content-type': 'application/json' }),
  };
}

type LookupCallback = (
  error: Error | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void;

/** Answers every question after a name with the address that was looked at. */
function pinTo(address: string) {
  const family = isIP(address);
  return (_name: string, options: { readonly all?: boolean | undefined }, done: LookupCallback): void => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

/** A resolver cannot be told to stop; it is left behind. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new Error('It took too long.'));
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function reasonOf(fault: unknown, signal: AbortSignal): EgressFailure {
  if (signal.aborted) return 'timed_out';
  if (fault instanceof TooLarge) return 'too_large';
  if (fault instanceof NotJson) return 'not_json';
  return codeOf(fault).endsWith('_TIMEOUT') ? 'timed_out' : 'unreachable';
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}
