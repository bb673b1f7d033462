import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { LiveEventName } from '../../contract/live.js';
import { useLine } from './live-context.js';
import type { LineState, LiveEvent } from './live-line.js';

/** Calls the listener with each live event of this name, as long as the component is on the page. */
export function useLive<N extends LiveEventName>(name: N, listener: (event: LiveEvent<N>) => void): void {
  const line = useLine();
  const tell = useEffectEvent(listener);
  useEffect(() => line.on(name, (event) => tell(event)), [line, name]);
}

/** Whether changes appear by themselves at this moment. */
export function useLineState(): LineState {
  const line = useLine();
  return useSyncExternalStore(line.watch, () => line.state);
}
