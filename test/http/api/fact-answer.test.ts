import { describe, expect, it } from 'vitest';
import { showFact } from '../../../src/http/api/fact-answer.js';
import { consultation } from '../../core/world/studio.js';
import { Brand } from '../../core/world/brand.js';
import { day, World } from '../../core/world/world.js';

const mia = { person: 'Mia', personId: 'mia' };

/** What the story tells of a snooze until then, or of its end, in a world where this was decided. */
function told(world: World, until: number | null): string | null {
  const event = { kind: 'handoffSnoozed', ...mia, until } as const;
  world.happens(event);
  const { now, decision } = world;
  const happened = { ...event, id: 'event', occurredAt: now, receivedAt: now };
  const { trace = [] } = decision ?? {};
  return showFact({ of: 'event', event: happened, trace, isPoison: false })?.fact ?? null;
}

describe('the fact of a snooze', () => {
  it('is told when it begins, when it is put off, and when somebody ends it, but not where it came to nothing', () => {
    const world = new World([consultation], { brand: new Brand() });
    world.writes('consultation');
    expect(told(world, world.now + day)).toBe('handoff_snoozed');
    expect(told(world, world.now + 2 * day)).toBe('handoff_snoozed');
    expect(told(world, null)).toBe('handoff_woken');
    expect(told(world, null)).toBeNull();
    world.resolves();
    expect(told(world, world.now + day)).toBeNull();
  });
});
