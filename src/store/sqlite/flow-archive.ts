import { flows } from './schema/flows.js';
import type { StoredFlow } from '../reads.js';
import { rowOf, type Drizzle } from './binding.js';

/** Keeps flows for the runs that will be pinned to them. A version says what it contains, so one known already is passed over. */
export function prepareSaveFlows(db: Drizzle): (all: readonly StoredFlow[]) => void {
  const insert = db.insert(flows).values(rowOf(flows)).onConflictDoNothing().prepare();
  return (all) => {
    for (const flow of all) insert.run({ ...flow });
  };
}
