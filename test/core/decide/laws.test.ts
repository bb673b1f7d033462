import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelNames } from '../../../src/core/channel.js';
import type { TemplateDefinition } from '../../../src/core/resources.js';
import { Brand, weekdays } from '../world/brand.js';
import { blocked } from '../world/happenings.js';
import { histories, houseOfFlows, play } from '../world/histories.js';
import { day, minute, World } from '../world/world.js';

const settings = fc.record({
  channel: fc.constantFrom(...channelNames),
  hours: fc.constantFrom(null, weekdays),
  languages: fc.constantFrom(['en'], ['de', 'en']),
});

const helloAgain: TemplateDefinition = {
  name: 'hello_again',
  platformName: 'hello_again',
  category: 'utility',
  topic: null,
  texts: { en: { language: 'en_US', body: 'Hello again, {{1}}!' } },
};

function worldOf({ channel, ...brand }: typeof settings extends fc.Arbitrary<infer T> ? T : never): World {
  return new World(houseOfFlows(), {
    channel,
    brand: new Brand({ ...brand, rating: 'thanks', templates: [helloAgain] }),
  });
}

/** The laws themselves stand in `world/laws.ts`; the world holds every single decision against them. */
describe('whatever happens, in whatever order', () => {
  it('every decision keeps the laws', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(settings, histories, (setting, history) => {
        const world = worldOf(setting);
        for (const act of history) play(world, act);
      }),
      { numRuns: 300 },
    );
  });

  it(
    'the contact who says STOP is left alone, and the one who says START is answered',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(settings, histories, (setting, history) => {
          const world = worldOf(setting);
          for (const act of history) play(world, act);
          world.blocks(false);
          world.writes('stop');
          expect(world.isStopped).toBe(true);
          expect(world.place).toBeNull();
          expect(world.timers.size).toBe(0);

          world.handsBack();
          world.writes('START');
          world.writes('tips');
          world.waits(minute);
          expect(world.place).toBe('newsletter › weekly_tips');
        }),
        { numRuns: 100 },
      );
    },
  );

  it('the contact who blocks us gets nothing until they say START themselves', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(settings, histories, (setting, history) => {
        const world = worldOf(setting);
        for (const act of history) play(world, act);
        world.blocks(false);
        world.happens(blocked());
        expect(world.sends()).toEqual([]);

        world.happens(blocked(true));
        world.handsBack('guide');
        world.writes('tips');
        world.waits(3 * day);
        expect(world.queue).toEqual([]);
        world.writes('START');
        expect(world.isStopped).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
