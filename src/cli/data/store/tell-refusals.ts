import { CannotOpenStore } from '../../../store/cannot-open.js';
import { CopyRefused } from '../../../store/copying/copy-refused.js';
import { JournalUnreadable } from '../../../store/copying/erasure-journal.js';
import { FileExists } from '../../../store/copying/whole-file.js';
import { StoreUnavailable } from '../../../store/store.js';
import type { ExitCode, Terminal } from '../../command.js';

/** What is wrong with the databases and files, and not with us; each says in its message what to do. */
const refusals = [CannotOpenStore, CopyRefused, FileExists, JournalUnreadable, StoreUnavailable];

/** Does the work of a command; says what was refused to it. */
export async function tellRefusals({ complain }: Terminal, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !refusals.some((refusal) => error instanceof refusal)) throw error;
    complain(error.message);
    return 1;
  }
}
