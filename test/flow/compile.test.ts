import { describe, expect, it } from 'vitest';
import { endState } from '../../src/core/flow.js';
import type { FlowEvent } from '../../src/core/flow.js';
import { advanceFlow, enterFlow, timeOutFlow } from '../../src/core/walk.js';
import {
  ask,
  choice,
  end,
  goToFlow,
  goToStep,
  handoff,
  ifAnswered,
  run,
  say,
} from './compile/definitions.js';
import { asks, compile, facts, frameAt, walk, walkFrom } from './compile/walking.js';

describe('a compiled flow', () => {
  it('begins at its first step, which says its text with its link', () => {
    const link = { name: 'guide', label: 'Get the guide', target: 'https://example.com/guide' };
    const stop = enterFlow(compile({ ...say('1-say', 'Hi'), link }));

    expect(stop.step).toBe('1-say');
    expect(stop.isWaiting).toBe(false);
    expect(stop.asks).toMatchObject([
      { kind: 'action', action: { type: 'say', params: { step: '1-say', text: ['Hi'], link } } },
    ]);
  });

  it('walks through its passing steps, in order, to its end', () => {
    const compiled = compile(
      say('1-say'),
      { verb: 'tag', path: '2-tag', tags: ['lead'] },
      {
        verb: 'set',
        path: '3-set',
        fields: [
          { name: 'city', value: ['Berlin'] },
          { name: 'size', value: ['M'] },
        ],
      },
      { verb: 'outcome', path: '4-outcome', outcome: 'delivered' },
      { verb: 'opt_out', path: '5-opt_out', purpose: 'all' },
    );
    const stops = walkFrom(compiled, enterFlow(compiled));

    expect(stops.map(({ step }) => step)).toEqual([
      '1-say',
      '2-tag',
      '3-set',
      '4-outcome',
      '5-opt_out',
      endState,
    ]);
    expect(stops.flatMap(asks)).toEqual([
      'say',
      'addTags',
      'setField',
      'setField',
      'recordOutcome',
      'optOut',
    ]);
    expect(stops.at(-1)?.isDone).toBe(true);
  });

  it('is over at once when it has no steps', () => {
    expect(enterFlow(compile())).toMatchObject({ step: endState, isDone: true, asks: [] });
  });

  it('keeps any path as the name of a state', () => {
    const compiled = compile(ask('size 2.5"'), say('a.b/c-d\\e'), say('constructor'));
    const answered = advanceFlow(compiled, frameAt('size 2.5"'), { type: 'answer', value: 'x' });

    expect(walkFrom(compiled, answered).map(({ step }) => step)).toEqual([
      'a.b/c-d\\e',
      'constructor',
      endState,
    ]);
    expect(timeOutFlow(compiled, frameAt('size 2.5"'))?.step).toBe(endState);
  });

  it('counts the visits of each step', () => {
    const compiled = compile(say('constructor'), goToStep('2-go', 'constructor'));
    const first = enterFlow(compiled);
    const second = advanceFlow(compiled, frameAt(first.step, first.context), walk);
    const third = advanceFlow(compiled, frameAt(second.step, second.context), walk);

    expect(third.step).toBe('constructor');
    expect(third.context.visits).toEqual({ constructor: 2, '2-go': 1 });
  });

  it('tells each step’s verb and question without running it', () => {
    const question = { text: ['Size?'], choices: [choice('s'), choice('m')], retry: null };
    const { steps } = compile(say('1-say'), ifAnswered('2-if', 'x', { then: [ask('size', { question })] }));

    expect([...steps.keys()]).toEqual(['1-say', '2-if', 'size']);
    expect(steps.get('size')).toMatchObject({ path: 'size', verb: 'ask', question });
    expect(steps.get('1-say')?.question).toBeNull();
  });

  it('knows which steps need what only the platform can tell', () => {
    const firstName = { source: 'contact', name: 'first_name', fallback: 'there' } as const;
    const city = { source: 'contact', name: 'city', fallback: '' } as const;
    const { steps } = compile(
      say('named', 'Hi ', firstName),
      say('remembered', 'In ', city),
      ask('retried', { question: { text: ['?'], choices: [], retry: [firstName] } }),
      { verb: 'set', path: 'set', fields: [{ name: 'nick', value: [firstName] }] },
      { ...handoff('handoff'), note: [firstName] },
      ifAnswered('asked', 'x', {
        condition: {
          kind: 'not',
          of: {
            kind: 'any',
            of: [
              {
                kind: 'test',
                subject: { kind: 'contact', name: 'first_name' },
                test: { kind: 'is_known', known: true },
              },
            ],
          },
        },
      }),
    );

    const needing = [...steps.values()].filter(({ needsProfile }) => needsProfile).map(({ path }) => path);
    expect(needing).toEqual(['named', 'retried', 'set', 'handoff', 'asked']);
  });
});

describe('a condition', () => {
  const compiled = compile(
    ifAnswered('1-if', 'project', { then: [say('then')], else: [say('else')] }),
    say('2-say'),
  );

  it('looks at the answers of its own frame', () => {
    expect(advanceFlow(compiled, frameAt('1-if', { answers: { project: 'a shop' } }), walk).step).toBe(
      'then',
    );
    expect(advanceFlow(compiled, frameAt('1-if'), walk).step).toBe('else');
  });

  it('looks at what the event says of the world', () => {
    const onChannel = compile(
      ifAnswered('1-if', 'x', {
        condition: { kind: 'test', subject: { kind: 'channel' }, test: { kind: 'is', value: 'instagram' } },
        then: [say('then')],
      }),
    );
    const onInstagram: FlowEvent = { type: 'walk', facts: { ...facts, channel: 'instagram' } };

    expect(advanceFlow(onChannel, frameAt('1-if'), onInstagram).step).toBe('then');
    expect(advanceFlow(onChannel, frameAt('1-if'), walk).step).toBe(endState);
  });

  it('goes on after its branches, also where a branch is empty', () => {
    expect(advanceFlow(compiled, frameAt('then'), walk).step).toBe('2-say');
    expect(advanceFlow(compiled, frameAt('else'), walk).step).toBe('2-say');
    const empty = compile(ifAnswered('1-if', 'x'), say('2-say'));
    expect(advanceFlow(empty, frameAt('1-if'), walk).step).toBe('2-say');
  });

  it('goes on after the outermost one where branches end inside branches', () => {
    const inner = ifAnswered('inner', 'x', { else: [say('deep')] });
    const nested = compile(ifAnswered('outer', 'x', { else: [inner] }), say('after'));

    expect(advanceFlow(nested, frameAt('deep'), walk).step).toBe('after');
  });
});

describe('a way out of a flow', () => {
  it('runs another flow on top, waits for its return, and goes on', () => {
    const compiled = compile(run('1-run', 'survey'), say('2-say'));
    const stop = enterFlow(compiled);

    expect(stop.isWaiting).toBe(true);
    expect(stop.asks).toMatchObject([
      { action: { type: 'runFlow', params: { step: '1-run', flow: 'survey' } } },
    ]);
    expect(advanceFlow(compiled, frameAt('1-run'), { type: 'returned', answers: {} }).step).toBe('2-say');
    expect(advanceFlow(compiled, frameAt('1-run'), { type: 'miss' }).step).toBe('1-run');
  });

  it.each([
    [goToFlow('leave', 'survey'), 'goToFlow'],
    [handoff('leave'), 'openHandoff'],
    [end('leave'), 'endRun'],
  ] as const)('leaves by $verb', (step, action) => {
    const stop = enterFlow(compile(step, say('never')));

    expect(stop).toMatchObject({ step: 'leave', isDone: true });
    expect(asks(stop)).toEqual([action]);
  });

  it('goes to a step by its path, also back and into a branch', () => {
    const compiled = compile(
      goToStep('1-go', 'then.say'),
      ifAnswered('2-if', 'x', { then: [say('then.say')] }),
      goToStep('3-go', '1-go'),
    );

    expect(advanceFlow(compiled, frameAt('1-go'), walk).step).toBe('then.say');
    expect(advanceFlow(compiled, frameAt('3-go'), walk).step).toBe('1-go');
  });
});
