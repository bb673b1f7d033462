import type { PlatformAddress } from './rows.js';

/** Sets of names that are remembered, the last ones. */
const most = 20_000;

/** Every name that an address gives a contact, each once. */
export function namesIn({ contactPlatformId, alsoKnownAs = [] }: PlatformAddress): readonly string[] {
  return [...new Set([contactPlatformId, ...alsoKnownAs])];
}

/** Which names are known to be one contact's: those that always come together are joined once, not with each event. */
export class KnownNames {
  readonly #sets = new Set<string>();

  has(address: PlatformAddress): boolean {
    return this.#sets.has(keyOf(address));
  }

  add(address: PlatformAddress): void {
    const [oldest] = this.#sets;
    if (this.#sets.size >= most && oldest !== undefined) this.#sets.delete(oldest);
    this.#sets.add(keyOf(address));
  }
}

function keyOf(address: PlatformAddress): string {
  return JSON.stringify([address.workspace, address.account, ...[...namesIn(address)].sort()]);
}
