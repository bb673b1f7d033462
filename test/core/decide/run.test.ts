import { describe, expect, it } from 'vitest';
import { Brand, tips, weekdays } from '../world/brand.js';
import {
  answer,
  ask,
  askConsent,
  contact,
  end,
  flow,
  goToFlow,
  keyword,
  outcome,
  run,
  say,
  set,
  tag,
  test,
  when,
} from '../world/flows.js';
import { guide, order } from '../world/studio.js';
import { day, hour, minute, World } from '../world/world.js';

describe('a run', () => {
  it('moves on with each answer, and keeps it', () => {
    const world = new World([order]);
    world.writes('order');
    world.taps('Small');

    expect(world.said()).toEqual(['One small, noted.']);
    expect(world.outcomes).toEqual(['ordered']);
    expect(world.conversation.run).toBeNull();
  });

  it('names the flow, version, step and run that speak', () => {
    const world = new World([guide]);
    world.writes('guide');

    expect(world.messages[0]).toMatchObject({
      id: '0000000000000001.1',
      eventId: '0000000000000001',
      basis: { kind: 'reply_window' },
      speaker: {
        kind: 'flow',
        flow: 'guide',
        version: world.workspace.flows.get('guide')?.version,
        step: '1-say',
        runId: '0000000000000001.run',
      },
    });
  });

  it('remembers fields and tags with the contact, each tag once', () => {
    const remember = flow(
      'remember',
      [keyword('remember')],
      set('city', 'Oslo'),
      set('home', contact('city'), '!'),
      tag('lead', 'vip'),
      tag('vip'),
      outcome('kept'),
    );
    const world = new World([remember]);
    world.writes('remember');

    expect(world.conversation.contact).toMatchObject({
      fields: { city: 'Oslo', home: 'Oslo!' },
      tags: ['lead', 'vip'],
    });
  });

  it('records an outcome with its place', () => {
    const world = new World([guide]);
    world.writes('guide');

    expect(world.asked('recordOutcome')).toMatchObject([
      {
        outcome: {
          name: 'delivered',
          at: world.now,
          source: { kind: 'flow', flow: 'guide', step: '2-outcome' },
          runId: '0000000000000001.run',
        },
      },
    ]);
  });
});

describe('a flow that runs another', () => {
  const survey = flow('survey', [], ask('happy', 'Happy?', { save: 'happy' }), outcome('asked'));

  it('goes on where it left when that has ended, with its own answers', () => {
    const outer = flow(
      'outer',
      [keyword('outer')],
      ask('name', 'Name?', { save: 'name' }),
      run('survey'),
      say('Thanks, ', answer('name'), answer('happy', '.')),
    );
    const world = new World([outer, survey]);
    world.writes('outer');
    world.writes('Ada');
    expect(world.said()).toEqual(['Happy?']);
    expect(world.place).toBe('survey › happy');

    world.writes('very');
    expect(world.said()).toEqual(['Thanks, Ada.']);
    expect(world.place).toBeNull();
  });

  it('goes on also where that leads to a third', () => {
    const outer = flow('outer', [keyword('outer')], run('middle'), say('Back.'), outcome('back'));
    const middle = flow('middle', [], goToFlow('survey'));
    const world = new World([outer, middle, survey]);
    world.writes('outer');
    world.writes('yes');

    expect(world.said()).toEqual(['Back.']);
  });

  it('may do so twice, each time with timers and outcomes of its own', () => {
    const outer = flow('outer', [keyword('outer')], run('survey'), run('survey'), say('Done.'));
    const world = new World([outer, survey]);
    world.writes('outer');
    const [first] = world.timers.keys();
    world.writes('yes');
    const [second] = world.timers.keys();
    world.writes('yes');

    expect(second).not.toBe(first);
    expect(world.outcomes).toEqual(['asked', 'asked']);
    expect(world.said()).toEqual(['Done.']);
  });

  it('may name its steps like that one', () => {
    const inner = flow('inner', [], outcome('inner'));
    const outer = flow('outer', [keyword('outer')], outcome('outer'), run('inner'));
    const world = new World([outer, inner]);
    world.writes('outer');

    expect(world.outcomes).toEqual(['outer', 'inner']);
  });

  it('ends with that one where that one says so', () => {
    const inner = flow('inner', [], say('That is all.'), end);
    const outer = flow('outer', [keyword('outer')], run('inner'), say('Never said.'));
    const world = new World([outer, inner]);
    world.writes('outer');

    expect(world.said()).toEqual(['That is all.']);
    expect(world.place).toBeNull();
  });

  it('ends with that one where its question runs out of time', () => {
    const outer = flow('outer', [keyword('outer')], run('survey'), say('Never said.'));
    const world = new World([outer, survey]);
    world.writes('outer');
    world.waits(20 * hour);

    expect(world.said()).toEqual([]);
    expect(world.timers.size).toBe(0);
  });

  it('is given to a person where it runs itself for ever', () => {
    const world = new World([flow('self', [keyword('self')], run('self'))]);
    world.writes('self');

    expect(world.handoffs).toEqual(['failed']);
  });
});

describe('a flow that goes to another', () => {
  it('is over, and the other begins with answers of its own', () => {
    const here = flow(
      'here',
      [keyword('here')],
      ask('name', 'Name?', { save: 'name' }),
      goToFlow('there'),
      say('No.'),
    );
    const there = flow('there', [], say('There, ', answer('name', 'nobody'), '.'), ask('q', 'And?'));
    const world = new World([here, there]);
    world.writes('here');
    world.writes('Ada');

    expect(world.said()).toEqual(['There, nobody.', 'And?']);
    expect(world.conversation.run?.frames).toHaveLength(1);
    expect(world.place).toBe('there › q');
  });

  it('keeps the outcomes that were reached before', () => {
    const here = flow('here', [keyword('here')], outcome('reached'), goToFlow('there'));
    const there = flow('there', [], say('There.'));
    const world = new World([here, there]);
    world.writes('here');

    expect(world.handoffs).toEqual([]);
  });
});

describe('a condition', () => {
  function asking(condition: Parameters<typeof when>[0]) {
    return flow('asking', [keyword('asking')], when(condition, [say('yes')], [say('no')]), outcome('asked'));
  }

  it('looks at the hour', () => {
    const brand = new Brand({ hours: weekdays });
    const flows = [asking(test({ kind: 'office_hours' }, { kind: 'is', value: 'yes' }))];
    const monday = new World(flows, { brand });
    monday.writes('asking');
    expect(monday.said()).toEqual(['yes']);

    const sunday = new World(flows, { brand, startsAt: Date.UTC(2026, 0, 11, 12) });
    sunday.writes('asking');
    expect(sunday.said()).toEqual(['no']);
  });

  it('looks at consent, tags, fields, name and channel', () => {
    const world = new World([
      flow(
        'all',
        [keyword('all')],
        tag('lead'),
        set('city', 'Oslo'),
        askConsent(tips),
        when(
          {
            kind: 'all',
            of: [
              test({ kind: 'consent', topic: tips.name }, { kind: 'is', value: 'yes' }),
              test({ kind: 'tag', name: 'lead' }, { kind: 'is', value: 'yes' }),
              test({ kind: 'contact', name: 'city' }, { kind: 'is', value: 'oslo' }),
              test({ kind: 'contact', name: 'first_name' }, { kind: 'is', value: 'ada' }),
              test({ kind: 'contact', name: 'name' }, { kind: 'is', value: 'ada lovelace' }),
              test({ kind: 'channel' }, { kind: 'is', value: 'instagram' }),
              test({ kind: 'reply_window' }, { kind: 'is', value: 'open' }),
            ],
          },
          [say('All true.')],
        ),
        outcome('told'),
      ),
    ]);
    world.writes('all');
    world.happens({
      kind: 'profileFetched',
      requestId: '0000000000000001.profile',
      firstName: 'Ada',
      name: 'Ada Lovelace',
    });
    world.writes('yes');

    expect(world.said()).toEqual(['All true.']);
  });

  it('sees the reply window close', () => {
    const late = flow(
      'late',
      [keyword('late')],
      ask('q', 'Q?', {
        within: 30 * minute,
        otherwise: [
          when(
            test({ kind: 'reply_window' }, { kind: 'is', value: 'closed' }),
            [tag('too_late')],
            [tag('in_time')],
          ),
          end,
        ],
      }),
    );
    const world = new World([late]);
    world.writes('late');
    world.isDownFor(day);

    expect(world.conversation.contact.tags).toEqual(['too_late']);
  });
});
