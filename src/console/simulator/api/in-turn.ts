/**
 * Runs the jobs of one key one after the other, those of different keys side by side. Parallel requests may overtake
 * each other on their way, and a follower's messages must arrive in the order in which they were written.
 */
export function createTurns(): (key: string, job: () => Promise<void>) => Promise<void> {
  const lasts = new Map<string, Promise<void>>();
  return (key, job) => {
    const next = (lasts.get(key) ?? Promise.resolve()).then(job, job);
    lasts.set(key, next);
    return next;
  };
}
