import { existsSync, readFileSync } from 'node:fs';
import { readJournal } from '../../../store/copying/erasure-journal.js';
import type { Forgotten } from '../../../store/copying/forgotten.js';
import { readPostgresForgotten } from '../../../store/copying/postgres-forgotten.js';
import { readSqliteForgotten } from '../../../store/copying/sqlite-forgotten.js';
import { UsageError } from '../../command.js';
import { readExistingPlace, type DatabasePlace } from './database-place.js';

/** Who was erased, as that database knows. */
export async function readForgottenAt(place: DatabasePlace): Promise<Forgotten> {
  return place.kind === 'sqlite' ? readSqliteForgotten(place.file) : readPostgresForgotten(place.url);
}

/** As `--erasures-from` names it: a database as DATABASE_URL does, or else the file of a journal. */
export async function readForgottenFrom(reference: string): Promise<Forgotten> {
  if (/^(file|postgres(ql)?):/i.test(reference)) return readForgottenAt(readExistingPlace(reference));
  if (existsSync(reference)) return readJournal(readFileSync(reference, 'utf8'));
  throw new UsageError(
    `There is no file ${reference}. Name a journal that "heyword store erasures" printed, or a database as DATABASE_URL does.`,
  );
}
