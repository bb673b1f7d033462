/** Everything that can be reached from these starts, themselves included. */
export function reachFrom<T>(starts: Iterable<T>, next: (at: T) => Iterable<T>): ReadonlySet<T> {
  const reached = new Set(starts);
  for (const at of reached) for (const to of next(at)) reached.add(to);
  return reached;
}

/**
 * Those of the suspects that no earlier suspect leads to: where a mistake begins, without everything that follows
 * from it.
 */
export function firstOfEach<T>(suspects: Iterable<T>, next: (at: T) => Iterable<T>): readonly T[] {
  const left = new Set(suspects);
  const first: T[] = [];
  for (const suspect of left) {
    first.push(suspect);
    for (const consequence of reachFrom([suspect], (at) => [...next(at)].filter((to) => left.has(to)))) {
      left.delete(consequence);
    }
  }
  return first;
}
