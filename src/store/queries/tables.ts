import type { sqliteTables } from '../sqlite/tables.js';

/**
 * The tables that reads look at, as an engine brings them. Written down as SQLite's; PostgreSQL's have the same columns
 * with the same JavaScript types.
 */
export type Tables = typeof sqliteTables;
