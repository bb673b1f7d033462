import { describe, expect, it } from 'vitest';
import type { ConnectedAccount } from '../../src/engine/workspaces.js';
import { Workspaces } from '../../src/engine/workspaces.js';

const instagram: ConnectedAccount = {
  workspace: 'main',
  channel: 'instagram',
  name: 'studio',
  id: '1',
  token: 't',
  secrets: [],
};
const messenger: ConnectedAccount = {
  workspace: 'other',
  channel: 'messenger',
  name: 'studio',
  id: '1',
  token: 'u',
  secrets: [],
};

const nothing = { workspaces: new Map(), accounts: [], unaskableLookups: [] };

describe('the accounts that are served', () => {
  it('are known by channel and platform id, and by workspace and name', () => {
    const workspaces = new Workspaces({ ...nothing, accounts: [instagram, messenger] });
    expect(workspaces.accountByPlatformId('instagram', '1')).toBe(instagram);
    expect(workspaces.accountByPlatformId('messenger', '1')).toBe(messenger);
    expect(workspaces.accountByPlatformId('simulator', '1')).toBeUndefined();
    expect(workspaces.accountByName('main', 'studio')).toBe(instagram);
    expect(workspaces.accountByName('other', 'studio')).toBe(messenger);
  });

  it('are replaced as a whole', () => {
    const workspaces = new Workspaces({ ...nothing, accounts: [instagram] });
    workspaces.swap({ ...nothing, accounts: [messenger] });
    expect(workspaces.accountByPlatformId('instagram', '1')).toBeUndefined();
    expect(workspaces.accountByName('other', 'studio')).toBe(messenger);
  });
});

describe('a workspace that is not served', () => {
  it('is named where it is asked for', () => {
    expect(() => new Workspaces(nothing).get('gone')).toThrow(
      expect.objectContaining({ code: 'unknown_workspace', message: expect.stringContaining('"gone"') }),
    );
  });
});

describe('a reload that was rejected', () => {
  it('is remembered until the next swap', () => {
    const workspaces = new Workspaces(nothing);
    expect(workspaces.rejectedReload).toBeNull();
    workspaces.reject('guide.yaml:3:5');
    expect(workspaces.rejectedReload).toBe('guide.yaml:3:5');
    workspaces.swap(nothing);
    expect(workspaces.rejectedReload).toBeNull();
  });
});
