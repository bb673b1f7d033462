import { describe, expect, it } from 'vitest';
import type { EditPolicy } from '../../../src/core/flow.js';
import type { FlowDefinition } from '../../../src/flow/definition.js';
import { ask, end, flow, keyword, outcome, say, type Line } from '../world/flows.js';
import { hour, World } from '../world/world.js';

function quiz(onEdit: EditPolicy, ...lines: readonly Line[]): FlowDefinition {
  return { ...flow('quiz', [keyword('quiz')], ...lines), onEdit };
}

const colour = ask('colour', 'Which colour?', { save: 'colour', otherwise: [say('Never mind.'), end] });
const size = ask('size', 'Which size?', { save: 'size' });
const done = outcome('done');

/** Somebody is asked for a colour, and then the flow is edited. */
function editedWhileAsked(edited: FlowDefinition, before: readonly Line[] = [colour, say('Noted.'), done]) {
  const world = new World([quiz('finish', ...before)]);
  world.writes('quiz');
  world.serves(edited);
  return world;
}

describe('a run whose flow is edited', () => {
  it('finishes as it began, where nothing else is asked for', () => {
    const world = editedWhileAsked(quiz('finish', colour, say('Edited.'), done));
    world.writes('red');
    expect(world.said()).toEqual(['Noted.']);

    world.writes('quiz');
    world.writes('blue');
    expect(world.said()).toEqual(['Edited.']);
  });

  it('migrates to the step of the same id, with what was answered', () => {
    const world = editedWhileAsked(quiz('migrate', say('New here.'), colour, size, done));
    world.writes('red');
    expect(world.said()).toEqual(['Which size?']);
    expect(world.answersSoFar).toEqual({ colour: 'red' });
  });

  it('keeps the timer that runs, and no other', () => {
    const world = editedWhileAsked(quiz('migrate', say('New here.'), colour, size, done));
    const [timer] = [...world.timers];
    world.writes('help');
    expect([...world.timers]).toEqual([timer]);
    world.waits(21 * hour);
    expect(world.place).toBeNull();
    expect(world.timers.size).toBe(0);
    expect(world.messages.at(-1)?.body.text).toBe('Never mind.');
  });

  it('does not migrate where the id is gone', () => {
    const world = editedWhileAsked(quiz('migrate', size, done));
    world.writes('red');
    expect(world.said()).toEqual(['Noted.']);
  });

  it('does not migrate from a step without an id, whose number may be another’s now', () => {
    const unnamed: Line = (place) => ({ ...colour(place), path: `${place}-ask` });
    const world = editedWhileAsked(quiz('migrate', unnamed, size, done), [unnamed, say('Noted.'), done]);
    world.writes('red');
    expect(world.said()).toEqual(['Noted.']);
  });

  it('does not migrate to a step that does something else now', () => {
    const renamed: Line = (place) => ({ ...say('A colour, please.')(place), path: 'colour' });
    const world = editedWhileAsked(quiz('migrate', renamed, done));
    world.writes('red');
    expect(world.said()).toEqual(['Noted.']);
  });

  it('restarts when the contact next writes', () => {
    const world = editedWhileAsked(quiz('restart', size, done));
    world.writes('red');
    expect(world.said()).toEqual(['Which size?']);
    expect(world.answersSoFar).toEqual({});
    expect(world.timers.size).toBe(1);
  });

  it('does not restart while the contact is quiet', () => {
    const world = editedWhileAsked(quiz('restart', size, done));
    world.waits(21 * hour);
    expect(world.messages.at(-1)?.body.text).toBe('Never mind.');
    expect(world.place).toBeNull();
  });

  it('is stopped in any version', () => {
    for (const policy of ['finish', 'migrate', 'restart'] as const) {
      const world = editedWhileAsked(quiz(policy, size, done));
      world.writes('STOP');
      expect(world.place).toBeNull();
      expect(world.timers.size).toBe(0);
    }
  });
});
