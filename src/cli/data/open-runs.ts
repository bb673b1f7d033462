import type { RunPlace } from '../../store/reads.js';
import type { Terminal } from '../command.js';
import { hasDatabase } from './store/database-place.js';
import { withStore } from './with-store.js';

/** Where the open runs of DATABASE_URL stand; null, perhaps with a complaint: there is no database that could tell. */
export async function readOpenRuns(terminal: Terminal): Promise<readonly RunPlace[] | null> {
  if (!hasDatabase(terminal.environment['DATABASE_URL'])) return null;
  let places: readonly RunPlace[] | null = null;
  await withStore(terminal, async (store) => {
    places = await store.runPlaces();
    return 0;
  });
  return places;
}
