import { describe, expect, it } from 'vitest';
import { answer, ask, end, flow, goToFlow, keyword, outcome, say } from '../world/flows.js';
import { guide, order, patient } from '../world/studio.js';
import { hour, World } from '../world/world.js';

describe('a new version of a flow', () => {
  const renamed = flow(
    'order',
    [keyword('order')],
    ask('size', 'How big?', { save: 'size' }),
    say('Another ', answer('size')),
  );

  it('is for the runs that begin with it; an open one ends as it began', () => {
    const world = new World([order]);
    world.writes('order');
    const { version } = world.conversation.run!.frames[0]!;
    world.serves(renamed);
    world.writes('huge');
    expect(world.said()).toEqual(['Sorry, I did not get that.\nWhich size?']);

    world.writes('small');
    expect(world.said()).toEqual(['One small, noted.']);
    expect(world.messages.at(-1)?.speaker).toMatchObject({ version });

    world.writes('order');
    expect(world.said()).toEqual(['How big?']);
  });

  it('is not seen by a run that began before and goes to it', () => {
    const here = flow('here', [keyword('here')], ask('q', 'Go?'), goToFlow('there'));
    const there = (text: string) => flow('there', [], say(text), outcome('there'));
    const world = new World([here, there('Old.')]);
    world.writes('here');
    world.serves(here, there('New.'));
    world.writes('yes');
    expect(world.said()).toEqual(['Old.']);

    world.writes('here');
    world.writes('yes');
    expect(world.said()).toEqual(['New.']);
  });

  it('does not stop the time-outs of the old one', () => {
    const world = new World([patient]);
    world.writes('patient');
    world.serves(flow('patient', [keyword('patient')], say('All new.'), end));
    world.waits(hour);

    expect(world.said()).toEqual(['No hurry.', 'Second?']);
  });

  it('that has no such flow any more leaves the open run alone', () => {
    const world = new World([order]);
    world.writes('order');
    world.serves(guide);
    world.writes('small');

    expect(world.said()).toEqual(['One small, noted.']);
  });
});
