import { createHash } from 'node:crypto';

/** The first number of our advisory locks, which a database has one space of: who holds one says what it is about. */
export const lockSpace = {
  /** Held while migrations are applied. */
  migrations: 0x4859_0001,
  /** Held by a process as long as it lives. */
  processes: 0x4859_0002,
  /** Held while what is known of an account changes. */
  accountStates: 0x4859_0003,
  /** Held while places for private replies of an account are given out. */
  privateReplies: 0x4859_0004,
  /** Held while anything about those who work here changes. */
  staff: 0x4859_0005,
  /** Held while somebody is given a handoff who takes only so many. */
  rooms: 0x4859_0006,
} as const;

/** The second number of a lock that has a name: its hash, a signed 32-bit integer as PostgreSQL wants it. */
export function lockNumber(name: string): number {
  return createHash('sha256').update(name).digest().readInt32BE(0);
}
