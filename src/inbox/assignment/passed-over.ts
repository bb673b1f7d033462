/** How many are remembered. */
const most = 10_000;

/**
 * Whom a handoff was taken from, since they did not answer in time: for a while it is not given to them again. In memory on
 * purpose: where it is forgotten, they only get it sooner.
 */
export class PassedOver {
  readonly #until = new Map<string, Map<string, number>>();

  get size(): number {
    return this.#until.size;
  }

  add(handoffId: string, userId: string, until: number): void {
    const users = this.#until.get(handoffId) ?? new Map<string, number>();
    users.set(userId, until);
    this.#until.set(handoffId, users);
    const [oldest] = this.#until.keys();
    if (this.#until.size > most && oldest !== undefined) this.#until.delete(oldest);
  }

  of(handoffId: string, now: number): ReadonlySet<string> {
    const users = [...(this.#until.get(handoffId) ?? [])];
    return new Set(users.flatMap(([id, until]) => (until > now ? [id] : [])));
  }

  forget(now: number): void {
    for (const [handoffId, users] of this.#until)
      if ([...users.values()].every((until) => until <= now)) this.#until.delete(handoffId);
  }
}
