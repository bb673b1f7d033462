import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentExportCommand } from '../../../src/cli/data/consent-export.js';
import { consentVerifyCommand } from '../../../src/cli/data/consent-verify.js';
import { contactEraseCommand } from '../../../src/cli/data/contact-erase.js';
import { contactExportCommand } from '../../../src/cli/data/contact-export.js';
import { decide } from '../../../src/core/decide.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { workspaceOf } from '../../flow/transcript/workspace.js';
import { run } from '../memory-terminal.js';
import type { Run } from '../memory-terminal.js';

const commands = [consentVerifyCommand, consentExportCommand, contactExportCommand, contactEraseCommand];
const reference = 'simulator/ada';
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heyword-data-'));
  await tellStop();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const databaseFile = (): string => join(folder, 'heyword.db');

function call(...args: readonly string[]): Promise<Run> {
  return run(commands, args, { environment: { DATABASE_URL: `file:${databaseFile()}` } });
}

/** Ada writes STOP, in words that would be known again. */
async function tellStop(): Promise<void> {
  const store = openSqliteStore({ path: databaseFile(), newId: randomUUID });
  const workspace = workspaceOf([]);
  await store.apply(
    [
      {
        address: {
          kind: 'platform',
          workspace: 'main',
          account: 'simulator',
          channel: 'simulator',
          contactPlatformId: 'ada',
        },
        key: 'mid.1',
        content: {
          kind: 'messageReceived',
          occurredAt: 1_000,
          receivedAt: 1_001,
          platformMessageId: 'mid.1',
          text: 'please stop messaging me',
          quickReply: null,
          storyReply: null,
          replyTo: null,
          referral: null,
          attachments: [],
        },
      },
    ],
    (conversation, event) => decide(workspace, conversation, event),
  );
  await store.close();
}

describe('heyword consent verify', () => {
  it('finds that an untouched ledger holds', async () => {
    expect(await call('consent', 'verify')).toEqual({
      exit: 0,
      printed: '1 contact, 1 entry: all of it holds.',
      complained: '',
    });
  });

  it('finds where one was changed', async () => {
    tamper();
    const { exit, complained } = await call('consent', 'verify');

    expect(exit).toBe(1);
    expect(complained).not.toBe('');
  });
});

describe('heyword consent export', () => {
  it('shows what was withdrawn, in whose words, and its place in the chain', async () => {
    const { exit, printed } = await call('consent', 'export', reference);
    const evidence = JSON.parse(printed);

    expect(exit).toBe(0);
    expect(evidence.contact).toMatchObject({
      account: 'simulator',
      channel: 'simulator',
      platformIds: ['ada'],
    });
    expect(evidence.consent.stopped).toEqual({ occurredAt: 1_000, receivedAt: 1_001 });
    expect(evidence.ledger).toMatchObject([
      {
        sequence: expect.any(Number) as number,
        entry: { change: 'withdrawn', words: 'please stop messaging me' },
      },
    ]);
  });
});

describe('heyword contact export', () => {
  it('shows everything, by either reference', async () => {
    const { exit, printed } = await call('contact', 'export', reference);
    const everything = JSON.parse(printed);

    expect(exit).toBe(0);
    expect(everything.story[0].body.text).toBe('please stop messaging me');
    expect((await call('contact', 'export', everything.contact.id)).printed).toBe(printed);
  });
});

describe('heyword contact erase', () => {
  it('erases nothing without --yes', async () => {
    expect(await call('contact', 'erase', reference)).toMatchObject({ exit: 2 });
    expect((await call('contact', 'export', reference)).printed).toContain('please stop');
  });

  it('forgets the contact, remembers the STOP, and leaves a ledger that holds', async () => {
    const { exit, printed } = await call('contact', 'erase', reference, '--yes');

    expect(exit).toBe(0);
    expect(printed).toMatch(/^Erased .*: 2 messages, .*1 ledger entry.*\nThey had said STOP/s);
    expect(await call('contact', 'export', reference)).toMatchObject({ exit: 2 });
    expect(await call('consent', 'verify')).toMatchObject({ exit: 0 });
  });
});

describe('a data command', () => {
  it('names the contact that it does not know', async () => {
    expect((await call('contact', 'export', 'simulator/bob')).complained).toContain(
      'no contact "simulator/bob"',
    );
    expect((await call('contact', 'export')).complained).toContain('Which contact?');
  });

  it('makes no database where there is none', async () => {
    const nowhere = `file:${join(folder, 'nowhere.db')}`;
    const refused = await run(commands, ['consent', 'verify'], { environment: { DATABASE_URL: nowhere } });

    expect(refused).toMatchObject({
      exit: 2,
      complained: expect.stringContaining('no database at') as string,
    });
    expect(() => new Sqlite(join(folder, 'nowhere.db'), { fileMustExist: true })).toThrow();
  });

  it('says what is wrong with a file that is no database, or not ours', async () => {
    rmSync(databaseFile());
    new Sqlite(databaseFile()).exec('CREATE TABLE theirs (id INTEGER)').close();

    expect(await call('consent', 'verify')).toMatchObject({
      exit: 1,
      complained: expect.stringMatching(/\S/) as string,
    });
  });

  it('names what is wrong with the environment', async () => {
    const refused = await run(commands, ['consent', 'verify'], {
      environment: { DATABASE_URL: 'mysql://x' },
    });

    expect(refused).toMatchObject({ exit: 2, complained: expect.stringContaining('DATABASE_URL') as string });
  });
});

/** Puts other words into the contact's mouth, behind the store's back. */
function tamper(): void {
  const database = new Sqlite(databaseFile());
  database.prepare('UPDATE ledger_words SET words = ?').run('please go on');
  database.close();
}
