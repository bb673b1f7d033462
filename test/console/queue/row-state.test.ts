import { describe, expect, it } from 'vitest';
import { arrivalsIn, shiftOf } from '../../../src/console/pages/queue/state/arrivals.js';
import { countdownsOf } from '../../../src/console/pages/queue/state/countdown.js';
import { createWorld } from '../fake-inbox/create-world.js';
import { hour, minute, momentOf, type QueueItem } from '../fake-inbox/world.js';

const now = 1_700_000_000_000;
const { handoffs } = createWorld({ handoffs: 6, resolved: 0, now: () => now });
const rows = [...handoffs.values()];
const item = (change: Partial<QueueItem>): QueueItem => ({ ...rows[0]!, ...change });

describe('the countdown of a handoff', () => {
  const due = (inMs: number) => ({
    due_at: momentOf(now + inMs),
    at_risk_at: momentOf(now + inMs - 10 * minute),
    level: 'good' as const,
  });
  const nothing = { due_at: null, at_risk_at: null };

  it('tells of each promise that runs, which becomes at risk and late by itself', () => {
    const handoff = item({ first_reply: due(20 * minute), resolution: due(hour) });
    const levels = (later: number) => countdownsOf(handoff, now + later).map(({ level }) => level);
    expect(levels(0)).toEqual(['good', 'good']);
    expect(levels(11 * minute)).toEqual(['at_risk', 'good']);
    expect(levels(21 * minute)).toEqual(['late', 'good']);
  });

  it('stands still while the contact is waited for, and ends when the handoff is closed', () => {
    const paused = item({
      first_reply: { ...nothing, level: 'none' },
      resolution: { ...nothing, level: 'paused' },
    });
    const [standing] = countdownsOf(paused, now + 90 * hour);
    expect(standing).toEqual({ what: 'resolution', dueAt: null, level: 'paused' });
    expect(countdownsOf({ ...paused, closed_at: momentOf(now) }, now)).toEqual([]);
  });
});

describe('a list that changes while it is read', () => {
  it('counts what came in, not what scrolling has loaded, nor what it has shown before', () => {
    const fresh = item({ id: 'h-new' });
    const shown = new Set(rows.slice(0, 2).map(({ id }) => id));
    expect(arrivalsIn(shown, [fresh, ...rows], false)).toEqual(['h-new']);
    expect(arrivalsIn(shown, [...rows.slice(0, 2), fresh], false)).toEqual([]);
    expect(arrivalsIn(shown, [...rows.slice(0, 2), fresh], true)).toEqual(['h-new']);
    expect(arrivalsIn(new Set([...shown, 'h-new']), [fresh, ...rows], false)).toEqual([]);
  });

  it('is moved so that what was at its top stays there, also when that row itself is gone', () => {
    const [a, b, c, d] = rows as [QueueItem, QueueItem, QueueItem, QueueItem];
    expect(shiftOf([a, b, c], [d, a, b, c], 1)).toBe(1);
    expect(shiftOf([a, b, c, d], [b, d], 2)).toBe(-2);
    expect(shiftOf([a, b], [c, d], 0)).toBe(0);
  });
});
