/** The same payload of a later day: every object in it has fields that nobody knows yet, before and after its own. */
export function withNovelty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNovelty);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).map(([key, part]) => [key, withNovelty(part)] as const);
  return Object.fromEntries([['a_novelty', { text: 'x', id: 1 }], ...own, ['z_novelty', [null]]]);
}
