import { describe, expect, it } from 'vitest';
import { flow, ask, keyword, outcome, say } from '../world/flows.js';
import { answering } from '../world/questions.js';
import { World } from '../world/world.js';

const two = flow(
  'two',
  [keyword('two')],
  ask('first', ['First?'], { save: 'first' }),
  ask('second', ['Second?'], { save: 'second' }),
  say('Done.'),
  outcome('done'),
);

function inTheMiddle(): World {
  const world = new World([two], { brand: answering() });
  world.writes('two');
  world.writes('something');
  return world;
}

describe('in each language of a workspace', () => {
  it.each(['back', 'go back', 'zurück', 'geh zurück'])('%j asks the question before again', (text) => {
    const world = inTheMiddle();
    world.writes(text);
    expect(world.said()).toEqual(['First?']);
    expect(world.place).toBe('two › first');
  });

  it.each(['start over', 'restart', 'von vorne', 'nochmal von vorn', 'neu starten'])(
    '%j begins anew',
    (text) => {
      const world = inTheMiddle();
      world.writes(text);
      expect(world.said()).toEqual(['First?']);
      expect(world.answersSoFar).toEqual({});
    },
  );

  it.each([
    'a person please',
    'can I talk to a human?',
    'einen Menschen bitte',
    'kann ich mit einem Mitarbeiter sprechen?',
  ])('%j brings a person', (text) => {
    const world = inTheMiddle();
    world.writes(text);
    expect(world.handoffs).toEqual(['asked']);
    expect(world.owner).toBe('human');
  });
});
