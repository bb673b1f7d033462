import type { PlatformAddress } from './rows.js';

/** Sets of names that are remembered, the last ones. */
const most = 20_000;

/** Every name that an address gives a contact, each once. */
export function namesIn({ contactPlatformId, alsoKnownAs = [] }: PlatformAddress): readonly string[] {
  return [...new Set([contactPlatformId, ...alsoKnownAs])];
}

/** For so long they are, ms: another process may have erased whose they were. */
const longest = 5 * 60_000;

/** Which names are known to be one contact's: those that always come together are joined now and then, not with each event. */
export class KnownNames {
  readonly #sets = new Map<string, number>();

  /** `now` is our clock, epoch ms. */
  has(address: PlatformAddress, now: number): boolean {
    const since = this.#sets.get(keyOf(address));
    return since !== undefined && Math.abs(now - since) < longest;
  }

  add(address: PlatformAddress, now: number): void {
    const [oldest] = this.#sets.keys();
    if (this.#sets.size >= most && oldest !== undefined) this.#sets.delete(oldest);
    this.#sets.set(keyOf(address), now);
  }

  forget(): void {
    this.#sets.clear();
  }
}

function keyOf(address: PlatformAddress): string {
  return JSON.stringify([address.workspace, address.account, ...[...namesIn(address)].sort()]);
}
