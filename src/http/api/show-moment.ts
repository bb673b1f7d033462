/** A moment as answers show it: ISO 8601, UTC. */
export function showMoment(at: number): string {
  return new Date(at).toISOString();
}

export function showMomentOrNull(at: number | null): string | null {
  return at === null ? null : showMoment(at);
}
