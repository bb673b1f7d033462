import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Stage } from './stage.js';

/**
 * Where these words are in what a stage's server keeps: on SQLite the files that have them among their bytes, on PostgreSQL
 * the tables, of whatever schema, that have them in a row.
 */
export function findTraces(stage: Stage, words: readonly string[]): Promise<readonly string[]> {
  return inject('engine') === 'sqlite'
    ? findInFiles(stage.dataFolder, words)
    : findInTables(stage.databaseUrl, words);
}

async function findInFiles(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    found.push(...words.filter((word) => bytes.includes(word)).map((word) => `${word} in ${file}`));
  }
  return found;
}

async function findInTables(url: string, words: readonly string[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ word: string }>(
        `select word from unnest($1::text[]) as word
         where exists (select from ${name} as line where position(word in line::text) > 0)`,
        [words],
      );
      found.push(...rows.map(({ word }) => `${word} in ${name}`));
    }
    return found;
  } finally {
    await client.end();
  }
}
