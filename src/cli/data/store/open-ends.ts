import type { CopySource, CopyTarget } from '../../../store/copying/copy-ends.js';
import { openPostgresSource } from '../../../store/copying/postgres-source.js';
import { openPostgresTarget } from '../../../store/copying/postgres-target.js';
import { openSqliteSource } from '../../../store/copying/sqlite-source.js';
import { openSqliteTarget } from '../../../store/copying/sqlite-target.js';
import type { DatabasePlace } from './database-place.js';

/** A database to be copied, that no server uses. */
export async function openSource(place: DatabasePlace): Promise<CopySource> {
  return place.kind === 'sqlite' ? openSqliteSource(place.file) : openPostgresSource(place.url);
}

/** An empty database to be copied into, that no server uses. */
export async function openTarget(place: DatabasePlace): Promise<CopyTarget> {
  return place.kind === 'sqlite' ? openSqliteTarget(place.file) : openPostgresTarget(place.url);
}
