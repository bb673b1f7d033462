import type { Flow } from '../../core/flow.js';
import { noteActions } from './notes.js';
import type { Watch } from './notes.js';

/**
 * The same flow, watched while it runs: where it goes and what it keeps, also of runs that a single decision begins and
 * ends. Its machine is made when it is first needed.
 */
export function watchFlow(flow: Flow, watch: Watch): Flow {
  let machine: Flow['machine'] | undefined;
  return {
    ...flow,
    get machine() {
      return (machine ??= flow.machine.provide({ actions: noteActions(watch) }));
    },
  };
}
