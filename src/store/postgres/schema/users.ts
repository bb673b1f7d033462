import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { json, moment } from './columns.js';

/** People who work here. They stay when they have gone: what they wrote names them. */
export const users = pgTable(
  'users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** In small letters. */
    email: text('email').notNull(),
    role: text('role').notNull(),
    /** Null: all of them. */
    workspaces: json('workspaces').$type<readonly string[]>(),
    /** `workspace/team`. */
    teams: json('teams').$type<readonly string[]>().notNull(),
    capacity: integer('capacity').notNull(),
    /** As argon2 writes it, with its parameters. */
    passwordHash: text('password_hash').notNull(),
    /** The secret of the authenticator; null: there is none. */
    secondFactor: text('second_factor'),
    /** One that is being set up, and has not been tried yet. */
    nextSecondFactor: text('next_second_factor'),
    /** Of the last code that let them in: each does so once. */
    lastCodeStep: moment('last_code_step'),
    /** Hashes of those that have not been used. */
    recoveryCodes: json('recovery_codes').$type<readonly string[]>(),
    availability: text('availability').$type<'available' | 'away'>().notNull(),
    language: text('language').$type<'en' | 'de'>(),
    timeZone: text('time_zone'),
    isDisabled: boolean('is_disabled').notNull(),
    createdAt: moment('created_at').notNull(),
    /** When one of their pages last said that it is open. */
    lastSeenAt: moment('last_seen_at'),
  },
  (table) => [uniqueIndex('users_by_email').on(table.email)],
);

/** Who is signed in where. Only the browser knows the secret. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    secretHash: text('secret_hash').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    standing: text('standing').$type<'signed_in' | 'code_needed' | 'second_factor_needed'>().notNull(),
    userAgent: text('user_agent').notNull(),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('sessions_by_secret').on(table.secretHash),
    index('sessions_by_user').on(table.userId),
    index('sessions_by_expiry').on(table.expiresAt),
  ],
);

/** Links that let somebody in once: the first owner, whoever was invited, whoever has forgotten their password. */
export const invitations = pgTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    kind: text('kind').$type<'owner' | 'invitation' | 'reset'>().notNull(),
    email: text('email'),
    name: text('name'),
    role: text('role').notNull(),
    workspaces: json('workspaces').$type<readonly string[]>(),
    teams: json('teams').$type<readonly string[]>().notNull(),
    capacity: integer('capacity').notNull(),
    /** Of a reset: whose. */
    userId: text('user_id').references(() => users.id),
    invitedBy: text('invited_by'),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('invitations_by_token').on(table.tokenHash),
    index('invitations_by_user').on(table.userId),
  ],
);
