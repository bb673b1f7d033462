import type { Database } from 'better-sqlite3';

/** Their words come from other tables: where one of them is broken, nothing is lost. */
const wordTables = ['message_words', 'note_words', 'contact_words'] as const;

export type WordTable = (typeof wordTables)[number];

/** The word table that this finding of SQLite's checks is about; undefined: it is about what nothing can give back. */
export function wordTableOf(finding: string): WordTable | undefined {
  return /fts5/i.test(finding) ? wordTables.find((table) => finding.includes(table)) : undefined;
}

/** Makes the index of a word table anew from the words that it keeps beside it. */
export function mendWords(client: Database, table: WordTable): void {
  client.exec(`INSERT INTO ${table} (${table}) VALUES ('rebuild')`);
}
