import type { DeletionRequest } from '../../store/reads.js';
import type { Store } from '../../store/store.js';
import { UsageError } from '../command.js';
import type { Command } from '../command.js';
import { count } from '../count.js';
import { parseCall } from '../parse-call.js';
import { withStore } from './with-store.js';

const options = { done: { type: 'string' }, erased: { type: 'string' } } as const;

/**
 * A platform passes on who wants to be deleted by what its app calls them, which is mostly not what their chats call them:
 * then somebody has to find out who it is, and say when it is done.
 */
export const contactDeletionsCommand: Command = {
  name: 'contact deletions',
  usage: '[--done CODE [--erased COUNT]]',
  summary: 'Lists who asked a platform to have them deleted and still waits; --done says that it was done.',
  run: async (args, terminal) => {
    const { done: code, erased = '0' } = parseCall(args, options, 0).values;
    if (!/^\d{1,6}$/.test(erased))
      throw new UsageError('--erased wants the number of contacts that you erased.');
    return withStore(terminal, async (store) => {
      terminal.print(code === undefined ? await list(store) : await finish(store, code, Number(erased)));
      return 0;
    });
  },
};

async function list(store: Store): Promise<string> {
  const open = await store.openDeletionRequests();
  return open.length === 0 ? 'Nobody waits to be deleted.' : open.map(describe).join('\n');
}

function describe({ code, workspace, userId, requestedAt }: DeletionRequest): string {
  const when = new Date(requestedAt).toISOString();
  return `${code}: since ${when}, ${workspace ?? 'of any workspace'}, known to the app as ${userId ?? 'nobody'}`;
}

/** @throws {UsageError} none of this code is open */
async function finish(store: Store, code: string, erased: number): Promise<string> {
  if (!(await store.finishDeletion(code, erased, Date.now()))) {
    throw new UsageError(`Nobody waits to be deleted under the code "${code}".`);
  }
  return `Done: ${count(erased, 'contact')} erased. Who asked is forgotten; the page that they were given says so.`;
}
