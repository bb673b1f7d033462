import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../../../config.js';
import { UsageError } from '../../command.js';

/** Where a database is, as DATABASE_URL says it. */
export type DatabasePlace =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };

/** Reads an address of a call, or DATABASE_URL; throws UsageError. Undefined: where a server keeps it unless told otherwise. */
export function readPlace(address: string | undefined): DatabasePlace {
  const reading = readConfig({ DATABASE_URL: address });
  if (!reading.ok) throw new UsageError(reading.problems.join('\n'));
  const { database } = reading.config;
  return database.kind === 'sqlite' ? database : { kind: 'postgres', url: reading.secrets.databaseUrl ?? '' };
}

/** Whether there is one to open; always true of a server's. */
export function hasDatabase(address: string | undefined): boolean {
  const place = readPlace(address);
  return place.kind !== 'sqlite' || existsSync(place.file);
}

/** As `readPlace`, for a database that is there already. */
export function readExistingPlace(address: string | undefined): DatabasePlace {
  const place = readPlace(address);
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    throw new UsageError(`There is no database at ${place.file}.`);
  }
  return place;
}

/** In words, and without the password. */
export function describePlace(place: DatabasePlace): string {
  if (place.kind === 'sqlite') return place.file;
  if (!URL.canParse(place.url)) return 'PostgreSQL';
  const { host, pathname } = new URL(place.url);
  return `PostgreSQL at ${host}${pathname}`;
}

export function isSamePlace(one: DatabasePlace, other: DatabasePlace): boolean {
  if (one.kind === 'sqlite') return other.kind === 'sqlite' && resolve(one.file) === resolve(other.file);
  return other.kind === 'postgres' && one.url === other.url;
}
