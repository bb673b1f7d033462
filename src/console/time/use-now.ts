import { useSyncExternalStore } from 'react';

const everyMs = 5_000;
const watchers = new Set<() => void>();
let ticking: number | undefined;
let now = Date.now();

/** Our clock in steps of some seconds, epoch ms, the same for everything on the page, so that it is drawn together. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => now);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  if (ticking === undefined) {
    tick();
    ticking = window.setInterval(tick, everyMs);
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    window.clearInterval(ticking);
    ticking = undefined;
  };
}

function tick(): void {
  now = Date.now();
  for (const watcher of watchers) watcher();
}
