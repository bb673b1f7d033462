import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { FakeAccount } from '../../platforms/meta-payloads.js';
import { root } from './build-once.js';

export type ChannelName = 'instagram' | 'messenger';

/** The small one that belongs to the tests, and the one that is shipped. */
const workspaces = { studio: 'test/studio', shipped: 'flows' };
export type WorkspaceName = keyof typeof workspaces;

/** An account of the test's workspace. */
export interface Account extends FakeAccount {
  readonly name: string;
}

export const accounts: Readonly<Record<ChannelName, Account>> = {
  instagram: { object: 'instagram', id: '17841400000000001', name: 'studio_ig' },
  messenger: { object: 'page', id: '100200300400500', name: 'studio_page' },
};

const connected = [
  {
    channel: 'instagram',
    name: accounts.instagram.name,
    id: accounts.instagram.id,
    token: '$INSTAGRAM_TOKEN',
    secret: '$META_APP_SECRET',
  },
  {
    channel: 'messenger',
    name: accounts.messenger.name,
    id: accounts.messenger.id,
    token: '$PAGE_TOKEN',
    secret: ['$META_APP_SECRET', '$OLD_APP_SECRET'],
  },
];

/** A folder of flows that a test may edit while a server reads it. */
export class WorkspaceFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** A copy of one of the workspaces, connected to both accounts, or to none: then it has the simulator. */
  static async copyOf(
    workspace: WorkspaceName,
    path: string,
    { isConnected = true } = {},
  ): Promise<WorkspaceFolder> {
    await cp(join(root, workspaces[workspace]), path, { recursive: true });
    const folder = new WorkspaceFolder(path);
    const document = parseDocument(await folder.read('workspace.yaml'));
    if (isConnected) document.set('accounts', connected);
    else document.delete('accounts');
    // Always open: what a test sees does not depend on when it is run.
    document.delete('hours');
    await folder.write('workspace.yaml', document.toString());
    return folder;
  }

  read(file: string): Promise<string> {
    return readFile(join(this.path, file), 'utf8');
  }

  write(file: string, text: string): Promise<void> {
    return writeFile(join(this.path, file), text);
  }

  async edit(file: string, change: (text: string) => string): Promise<void> {
    await this.write(file, change(await this.read(file)));
  }

  remove(file: string): Promise<void> {
    return rm(join(this.path, file));
  }
}
