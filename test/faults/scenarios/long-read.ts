import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import type { Scenario } from '../scenario.js';
import type { Scene } from '../scene.js';
import { type Trouble, trouble } from './troubled.js';

/** Bytes that somebody writes beside the server, which has the log outgrow what it may have (64 MB). */
const written = 80_000_000;
/** The server looks at its log every five seconds, and believes the second look; ms. */
const slowestWord = 30_000;
/** By then the server has seen that it is small again, ms. */
const betweenLooks = 6_000;
const words = /cannot shrink/g;

/** Figures of all times that it happened. */
interface Measured {
  readonly logs: number[];
  readonly checkpoints: number[];
}

/** Somebody reads the file, for a backup perhaps, and takes their time; meanwhile much is written. */
function reader({ logs, checkpoints }: Measured): Trouble {
  let file: Sqlite.Database | null = null;
  return {
    strike: (scene) => {
      file = new Sqlite(pathOf(scene), { readonly: true, timeout: 10_000 });
      file.exec('BEGIN');
      file.prepare('SELECT count(*) FROM messages').get();
      write(
        scene,
        `CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(${String(written)}))`,
      );
    },
    look: async (scene) => {
      const from = scene.server.output.mark;
      await scene.server.output.waitFor(words, { from, within: slowestWord }).catch(() => '');
      logs.push(logOf(scene));
      const times = scene.server.output.text.slice(from).match(words)?.length ?? 0;
      const shown = await figureOf(scene);
      return [
        ...(times === 1 ? [] : [`the server said ${String(times)} times that its log cannot shrink`]),
        ...(shown > written ? [] : [`a log of ${String(logOf(scene))} bytes was shown as ${String(shown)}`]),
      ];
    },
    lift: async (scene) => {
      file?.exec('COMMIT');
      file?.close();
      write(scene, 'DROP TABLE filler');
      const began = performance.now();
      while (!isEmptied(scene)) await pause(10);
      checkpoints.push(performance.now() - began);
      await pause(betweenLooks);
    },
    lasts: 0,
  };
}

function write(scene: Scene, sql: string): void {
  const file = new Sqlite(pathOf(scene), { timeout: 10_000 });
  file.exec(sql);
  file.close();
}

/** Whether all of the log could be moved to its place; the server may be in between with a commit. */
function isEmptied(scene: Scene): boolean {
  const file = new Sqlite(pathOf(scene), { timeout: 10_000 });
  const busy = file.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
  file.close();
  return busy === 0;
}

function logOf(scene: Scene): number {
  return statSync(`${pathOf(scene)}-wal`).size;
}

async function figureOf({ server }: Scene): Promise<number> {
  const figures = await (await fetch(`${server.address}/metrics`)).text();
  return Number(/^heyword_database_log_bytes\S* (\S+)$/m.exec(figures)?.[1] ?? 0);
}

function pathOf({ databaseUrl }: Scene): string {
  return fileURLToPath(new URL(databaseUrl));
}

export const longRead: Scenario = {
  name: 'long-read',
  rows: [8],
  title:
    'A long read keeps the write-ahead log from being reset while much is written: the server says so, and goes on',
  engines: ['sqlite'],
  trials: { few: 2, record: 20 },
  run: async (setting) => {
    const measured: Measured = { logs: [], checkpoints: [] };
    const outcome = await trouble(setting, { troubles: [reader(measured)], isFelt: false });
    const facts = {
      wal_max_mb: Math.round(Math.max(...measured.logs) / 1e6),
      checkpoint_ms: Math.round(Math.max(...measured.checkpoints)),
    };
    return { ...outcome, facts: { ...outcome.facts, ...facts } };
  },
};
