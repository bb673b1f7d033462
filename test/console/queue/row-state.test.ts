import { describe, expect, it } from 'vitest';
import { arrivalsIn, shiftOf } from '../../../src/console/pages/queue/state/arrivals.js';
import { countdownsOf } from '../../../src/console/pages/queue/state/countdown.js';
import { piecesOf } from '../../../src/console/pages/queue/state/marked-text.js';
import { createWorld } from '../fake-inbox/create-world.js';
import { hour, minute, momentOf, type QueueItem } from '../fake-inbox/world.js';

const now = 1_700_000_000_000;
const { handoffs } = createWorld({ handoffs: 6, resolved: 0, now: () => now });
const rows = [...handoffs.values()];
const item = (change: Partial<QueueItem>): QueueItem => ({ ...rows[0]!, ...change });

describe('the countdown of a handoff', () => {
  const due = { due_at: momentOf(now + 5 * minute), at_risk_at: momentOf(now), level: 'at_risk' } as const;
  const later = {
    due_at: momentOf(now + hour),
    at_risk_at: momentOf(now + 45 * minute),
    level: 'good',
  } as const;

  it('tells of each promise that runs, and turns late by itself', () => {
    const handoff = item({ first_reply: due, resolution: later });
    expect(countdownsOf(handoff, now).map(({ what, level }) => [what, level])).toEqual([
      ['first_reply', 'at_risk'],
      ['resolution', 'good'],
    ]);
    expect(countdownsOf(handoff, now + 6 * minute)[0]?.level).toBe('late');
    expect(countdownsOf(handoff, now + 50 * minute)[1]?.level).toBe('at_risk');
  });

  it('stands still while the contact is waited for, and ends when the handoff is closed', () => {
    const paused = item({
      first_reply: { due_at: null, at_risk_at: null, level: 'none' },
      resolution: { due_at: null, at_risk_at: null, level: 'paused' },
    });
    expect(countdownsOf(paused, now + 90 * hour)).toEqual([
      { what: 'resolution', dueAt: null, level: 'paused' },
    ]);
    expect(countdownsOf({ ...paused, closed_at: momentOf(now) }, now)).toEqual([]);
  });
});

describe('a list that changes while it is read', () => {
  it('counts what came in since, not what scrolling has loaded', () => {
    const fresh = item({ id: 'h-new', opened_at: momentOf(now + 1), waiting_since: momentOf(now + 1) });
    expect(arrivalsIn(rows.slice(0, 2), [fresh, ...rows], now).map(({ id }) => id)).toEqual(['h-new']);
  });

  it('is moved so that what was at its top stays there, also when that row itself is gone', () => {
    const [a, b, c, d] = rows as [QueueItem, QueueItem, QueueItem, QueueItem];
    expect(shiftOf([a, b, c], [d, a, b, c], 1)).toBe(1);
    expect(shiftOf([a, b, c, d], [b, d], 2)).toBe(-2);
    expect(shiftOf([a, b], [c, d], 0)).toBe(0);
  });
});

describe('an excerpt', () => {
  it('is taken apart at its marks, and is only ever text', () => {
    expect(piecesOf('the <b>\u{E000}gui\u{E001}de')).toEqual([
      { text: 'the <b>', isMarked: false },
      { text: 'gui', isMarked: true },
      { text: 'de', isMarked: false },
    ]);
    expect(piecesOf('cut \u{E000}off')).toEqual([
      { text: 'cut ', isMarked: false },
      { text: 'off', isMarked: true },
    ]);
  });
});
