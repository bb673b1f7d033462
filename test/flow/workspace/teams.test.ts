import { describe, expect, it } from 'vitest';
import { readFiles } from '../reading.js';

const hour = 3_600_000;

function definitionOf(lines: string) {
  const { workspaces, issues } = readFiles({ 'workspace.yaml': `brand: Studio Nord\n${lines}\n` });
  expect(issues).toEqual([]);
  return workspaces[0]?.definition;
}

describe('workspace.yaml', () => {
  it('may say of a team where, when and how it works', () => {
    const lines = [
      'timezone: Europe/Berlin',
      'teams:',
      '  sales: { hours: { mon: "08:00-12:00" }, timezone: America/New_York, assign: round_robin, reassign_after: 10m }',
    ];
    const nothing = Object.fromEntries([2, 3, 4, 5, 6, 7].map((day) => [day, []]));
    expect(definitionOf(lines.join('\n'))?.teams).toEqual([
      {
        name: 'sales',
        title: 'Sales',
        firstReply: null,
        resolve: null,
        timezone: 'America/New_York',
        hours: { 1: [{ from: 480, to: 720 }], ...nothing },
        assign: 'round_robin',
        reassignAfter: hour / 6,
      },
    ]);
  });

  it('may name the flow that asks for a mark, which then is started by something', () => {
    const rate = 'flow: thanks\nsteps:\n  - rate: How did we do?\n    within: 20h\n    otherwise: end\n';
    const { workspaces, issues } = readFiles({
      'workspace.yaml': 'brand: Studio Nord\nrating: thanks\n',
      'thanks.yaml': rate,
    });
    expect(issues).toEqual([]);
    expect(workspaces[0]?.definition).toMatchObject({ rating: 'thanks' });
  });
});
