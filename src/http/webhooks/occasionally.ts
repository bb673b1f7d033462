/** Speaks at most once in `pause` ms: a hint for the operator must not become a flood that others can cause. */
export function occasionally(pause: number, now: () => number, speak: () => void): () => void {
  let spokeAt = -Infinity;
  return () => {
    if (now() - spokeAt < pause) return;
    spokeAt = now();
    speak();
  };
}
