import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaCommand } from '../../src/cli/schema.js';
import { run } from './memory-terminal.js';

const call = (...args: readonly string[]) => run([schemaCommand], ['schema', ...args]);
const published = (kind: string) =>
  readFileSync(new URL(`../../docs/schema/${kind}.schema.json`, import.meta.url), 'utf8');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heyword-schema-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('heyword schema', () => {
  it('prints the published schema of flow files, or of those that are named', async () => {
    expect(await call()).toMatchObject({ exit: 0, printed: published('flow').trimEnd() });
    expect((await call('test')).printed).toBe(published('test').trimEnd());
    expect((await call('workspace')).printed).toBe(published('workspace').trimEnd());
  });

  it('knows what it has no schema of', async () => {
    expect(await call('flwo')).toMatchObject({
      exit: 2,
      complained: expect.stringContaining('Did you mean "flow"?') as string,
    });
  });

  it('writes all of them beside the files of a folder, and brings old ones up to date', async () => {
    const path = join(folder, '.schema', 'flow.schema.json');
    expect((await call('--write', folder)).printed).toContain(path);
    expect(readFileSync(path, 'utf8')).toBe(published('flow'));

    expect((await call('--write', folder)).printed).toBe('The schemas there are those of this version.');
    writeFileSync(path, 'of an earlier version');
    expect((await call('--write', folder)).printed).toBe(`wrote ${path}`);
    expect(readFileSync(path, 'utf8')).toBe(published('flow'));
  });

  it('makes no folder, and takes no word beside it', async () => {
    expect((await call('--write', join(folder, 'nowhere'))).exit).toBe(2);
    expect((await call('test', '--write', folder)).exit).toBe(2);
  });
});
