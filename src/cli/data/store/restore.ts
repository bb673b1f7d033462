import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Forgotten } from '../../../store/copying/forgotten.js';
import { restoreBackup, type RestoreReport } from '../../../store/copying/restore-backup.js';
import { UsageError, type Command } from '../../command.js';
import { count } from '../../count.js';
import { parseCall } from '../../parse-call.js';
import { complainOfLedger, describeCopy } from './copy.js';
import { readPlace, type DatabasePlace } from './database-place.js';
import { openTarget } from './open-ends.js';
import { ProgressLine, type ProgressStream } from './progress-line.js';
import { readForgottenFrom } from './read-forgotten.js';
import { tellRefusals } from './tell-refusals.js';

const options = { 'erasures-from': { type: 'string' }, 'no-erasures': { type: 'boolean' } } as const;

const askForErasures = [
  'Whom shall it forget again? A backup still has whoever was erased after it was made.',
  'Name the database that is replaced, or a journal of "heyword store erasures", by --erasures-from.',
  'If nobody was erased since, say --no-erasures.',
].join('\n');

export function createStoreRestoreCommand(progress: ProgressStream): Command {
  return {
    name: 'store restore',
    usage: 'FILE --erasures-from DATABASE|JOURNAL | --no-erasures',
    summary:
      'Makes the database DATABASE_URL, empty so far, out of a backup, and erases again who was erased since.',
    run: async (args, terminal) => {
      const { values, positionals } = parseCall(args, options, 1);
      const file = readFile(positionals[0]);
      const to = readPlace(terminal.environment['DATABASE_URL']);
      const reference = values['erasures-from'];
      if ((reference === undefined) === (values['no-erasures'] !== true))
        throw new UsageError(askForErasures);
      return tellRefusals(terminal, async () => {
        const forgotten = reference === undefined ? null : await readForgottenFrom(reference);
        const report = await restore({ file, to, forgotten }, progress);
        terminal.print(`${describeCopy(report, to)}\n${describeErasures(report, forgotten)}`);
        return complainOfLedger(report, terminal);
      });
    },
  };
}

function readFile(file: string | undefined): string {
  if (file === undefined) throw new UsageError('From which file?');
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  return file;
}

interface Restoration {
  readonly file: string;
  readonly to: DatabasePlace;
  readonly forgotten: Forgotten | null;
}

async function restore({ file, to, forgotten }: Restoration, stream: ProgressStream): Promise<RestoreReport> {
  const line = new ProgressLine(stream);
  const target = await openTarget(to);
  const folder = makeWorkingFolder(to);
  try {
    return await restoreBackup({
      backup: file,
      folder,
      target,
      forgotten,
      now: Date.now(),
      newId: randomUUID,
      onProgress: line.show,
    });
  } finally {
    line.end();
    rmSync(folder, { recursive: true, force: true });
    await target.close();
  }
}

/** Beside the new database, where there must be room for it anyway; that of PostgreSQL is on another machine. */
function makeWorkingFolder(to: DatabasePlace): string {
  const parent = to.kind === 'sqlite' ? dirname(to.file) : tmpdir();
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'heyword-restoring-'));
}

function describeErasures({ erasedAgain }: RestoreReport, forgotten: Forgotten | null): string {
  if (forgotten === null) return 'Nobody was erased again, as you said.';
  const known = count(forgotten.erasures.length, 'contact');
  return `Erased again: ${count(erasedAgain, 'contact')} (${known} were erased in all). What was said after the backup is gone, a STOP too.`;
}
