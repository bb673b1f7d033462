// The sessions of all peers: one table in one SQLite file, as durable as Heyword's (WAL, synchronous=FULL) and with its
// statements prepared. better-sqlite3 is the one that Heyword itself brings.

import Database from 'better-sqlite3';

/** Keeps values as JSON by a key; each write is on the disk when it returns. */
export class SessionStore {
  #read;
  #write;
  #remove;

  constructor(file) {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(
      'CREATE TABLE IF NOT EXISTS sessions (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID',
    );
    this.#read = database.prepare('SELECT value FROM sessions WHERE key = ?').pluck();
    this.#write = database.prepare(
      'INSERT INTO sessions (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    this.#remove = database.prepare('DELETE FROM sessions WHERE key = ?');
  }

  read(key) {
    const value = this.#read.get(key);
    return value === undefined ? undefined : JSON.parse(value);
  }

  write(key, value) {
    this.#write.run(key, JSON.stringify(value));
  }

  delete(key) {
    this.#remove.run(key);
  }
}
