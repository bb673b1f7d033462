import { useSyncExternalStore } from 'react';
import type { Registry } from './registry.js';

/** What is on offer at the moment, the newest last. */
export function useOffers<T>(registry: Registry<T>): readonly T[] {
  return useSyncExternalStore(registry.watch, registry.list);
}
