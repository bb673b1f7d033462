import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readFlowFolder } from '../../src/engine/flow-files.js';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'heyword-flows-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function read(
  folder: string,
): Promise<{ readonly files: unknown; readonly issues: readonly string[] }> {
  const found = await readFlowFolder(folder);
  return {
    files: found?.files.map(({ path }) => path),
    issues: (found?.issues ?? []).map(({ file, code, message }) => `${file} ${code}: ${message}`),
  };
}

describe('reading a folder of flows', () => {
  it('takes .yaml and .yml files, also of folders in it, in the order of their paths', async () => {
    const folder = folderOf({
      'workspace.yaml': 'brand: A',
      'b/guide.yml': '',
      'a/guide.YAML': '',
      'notes.md': '',
      'guide.yaml.bak': '',
    });

    expect(await read(folder)).toEqual({
      files: ['a/guide.YAML', 'b/guide.yml', 'workspace.yaml'],
      issues: [],
    });
  });

  it('hands over the text, without a byte order mark', async () => {
    const found = await readFlowFolder(folderOf({ 'guide.yaml': '\uFEFFflow: gr\u00FCn' }));

    expect(found?.files).toEqual([{ path: 'guide.yaml', text: 'flow: grün' }]);
  });

  it('leaves hidden files and folders alone', async () => {
    expect(await read(folderOf({ '.git/x.yaml': '', '.guide.yaml.swp.yaml': '' }))).toEqual({
      files: [],
      issues: [],
    });
  });

  it('knows nothing where there is no folder', async () => {
    const folder = folderOf({ 'guide.yaml': '' });

    expect(await readFlowFolder(join(folder, 'nowhere'))).toBeNull();
    expect(await readFlowFolder(join(folder, 'guide.yaml'))).toBeNull();
  });

  it('reads no more of a huge file than shows that it is one', async () => {
    const found = await readFlowFolder(folderOf({ 'huge.yaml': Buffer.alloc(10_000_000, 'x') }));

    expect(found?.files[0]?.text.length).toBe(300 * 1024);
  });

  it('follows links inside the folder, as a mounted config map has them', async () => {
    const folder = folderOf({ '..2026/guide.yaml': 'flow: guide' });
    symlinkSync('..2026', join(folder, '..data'));
    symlinkSync(join('..data', 'guide.yaml'), join(folder, 'guide.yaml'));

    expect((await readFlowFolder(folder))?.files).toEqual([{ path: 'guide.yaml', text: 'flow: guide' }]);
  });

  it('follows a link to the folder itself', async () => {
    const folder = folderOf({ 'flows/guide.yaml': '' });
    symlinkSync('flows', join(folder, 'link'));

    expect((await read(join(folder, 'link'))).files).toEqual(['guide.yaml']);
  });

  it('does not follow a link out of the folder', async () => {
    const folder = folderOf({ 'secret.yaml': 'token: x', 'flows/guide.yaml': '' });
    symlinkSync('../secret.yaml', join(folder, 'flows/leak.yaml'));
    symlinkSync('/etc/passwd', join(folder, 'flows/passwd.yaml'));

    expect(await read(join(folder, 'flows'))).toEqual({
      files: ['guide.yaml'],
      issues: [
        'leak.yaml unreadable-file: This link leads out of the folder.',
        'passwd.yaml unreadable-file: This link leads out of the folder.',
      ],
    });
  });

  it('says that a link to a folder is not followed', async () => {
    const folder = folderOf({ 'brand/guide.yaml': '' });
    symlinkSync('brand', join(folder, 'other'));

    expect(await read(folder)).toEqual({
      files: ['brand/guide.yaml'],
      issues: ['other unreadable-file: A link to a folder is not followed.'],
    });
  });

  it('says which files cannot be read, and does not wait for those that never end', async () => {
    const folder = folderOf({ 'good.yaml': '' });
    symlinkSync('nowhere', join(folder, 'broken.yaml'));
    expect(spawnSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe.yaml')]).status).toBe(0);

    expect(await read(folder)).toEqual({
      files: ['good.yaml'],
      issues: [
        'broken.yaml unreadable-file: This file cannot be read (ENOENT).',
        'pipe.yaml unreadable-file: This is not a file.',
      ],
    });
  });

  it('says which folders are too deep', async () => {
    expect(await read(folderOf({ 'a/b/c/d/guide.yaml': '', 'a/b/c/guide.yaml': '' }))).toEqual({
      files: ['a/b/c/guide.yaml'],
      issues: ['a/b/c/d unreadable-file: Folders are read 4 levels deep.'],
    });
  });
});
