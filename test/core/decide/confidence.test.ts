import { describe, expect, it } from 'vitest';
import { ask, contact, flow, keyword, optOut, outcome, say } from '../world/flows.js';
import { World } from '../world/world.js';

describe('a sensitive answer', () => {
  const health = flow(
    'health',
    [keyword('health')],
    ask('how', 'How are you?', { save: 'how', more: { isSensitive: true } }),
    ask('name', 'Your name?', { save: 'name' }),
    ask('more', 'Any more, ', { save: 'more', more: { isSensitive: true, kind: { kind: 'number' } } }),
    say('Thanks, ', contact('nick', 'dear')),
    outcome('told'),
  );

  it('is marked by its name, and stands in no trace', () => {
    const world = new World([health]);
    world.writes('health');
    world.writes('secretly ill');
    expect(JSON.stringify(world.decision?.trace)).not.toContain('secretly');

    world.writes('Ada');
    world.writes('no number 4 or 5');
    expect(JSON.stringify(world.decision?.trace)).not.toContain('4');
    expect(world.conversation.run?.frames[0]?.context.sensitive).toEqual(['how']);
  });

  it('is kept out of the ledger, which the words of a STOP are not', () => {
    const leaving = flow(
      'leaving',
      [keyword('leaving')],
      ask('why', 'Why?', { save: 'why', more: { isSensitive: true } }),
      optOut('weekly_tips'),
      ask('else', 'Anything else?', { save: 'else', more: { isSensitive: true } }),
      outcome('told'),
    );
    const world = new World([leaving]);
    world.writes('leaving');
    world.writes('secretly ill');
    world.writes('please stop messaging me');
    expect(world.ledger.map(({ purpose, words }) => [purpose, words])).toEqual([
      ['weekly_tips', ''],
      ['all', 'please stop messaging me'],
    ]);
  });

  it('is one too where a person is asked for in the same sentence', () => {
    const world = new World([health]);
    world.writes('health');
    world.writes('I am secretly ill, can I talk to a human please');
    expect(world.conversation.handoff).not.toBeNull();
    expect(world.decision?.isSensitive).toBe(true);
  });
});
