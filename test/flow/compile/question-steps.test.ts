import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../src/core/conversation.js';
import { endState } from '../../../src/core/flow.js';
import { advanceFlow, enterFlow, timeOutFlow } from '../../../src/core/walk.js';
import { ask, askConsent, say, tips } from './definitions.js';
import { asks, compile, frameAt, walk } from './walking.js';

describe('a question', () => {
  const compiled = compile(
    ask('size', {
      save: 'size',
      branches: { s: [say('small')], m: [] },
      tries: 3,
      patience: { within: 72_000_000, otherwise: [say('no-hurry')] },
    }),
    say('after'),
  );

  it('waits, under a timer of its own', () => {
    const stop = enterFlow(compiled);

    expect(stop).toMatchObject({ step: 'size', isWaiting: true, isDone: false });
    expect(asks(stop)).toEqual(['ask', 72_000_000]);
  });

  it('saves the answer, drops the timer, and takes the branch of the choice', () => {
    const stop = advanceFlow(compiled, frameAt('size'), { type: 'answer', value: 's' });

    expect(stop.step).toBe('small');
    expect(stop.context.answers).toEqual({ size: 's' });
    expect(asks(stop)).toEqual(['cancel', 'say']);
  });

  it('goes on where the choice has no branch, or an empty one', () => {
    for (const value of ['m', 'xl', 'constructor']) {
      expect(advanceFlow(compiled, frameAt('size'), { type: 'answer', value }).step).toBe('after');
    }
    expect(advanceFlow(compiled, frameAt('small'), walk).step).toBe('after');
  });

  it('keeps answers under any name, beside the earlier ones', () => {
    const named = compile(ask('1-ask', { save: '__proto__' }));
    const { context } = advanceFlow(named, frameAt('1-ask', { answers: { project: 'thesis' } }), {
      type: 'answer',
      value: 'x',
    });

    expect(Object.entries(context.answers)).toEqual([
      ['project', 'thesis'],
      ['__proto__', 'x'],
    ]);
  });

  it('keeps nothing of an answer that is not to be saved', () => {
    const stop = advanceFlow(compile(ask('1-ask')), frameAt('1-ask'), { type: 'answer', value: 'x' });

    expect(stop.context.answers).toEqual({});
  });

  it('is asked again after a miss, without a new visit or a new timer', () => {
    const { context } = enterFlow(compiled);
    const stop = advanceFlow(compiled, frameAt('size', context), { type: 'miss' });

    expect(stop).toMatchObject({ step: 'size', isWaiting: true });
    expect(stop.context).toEqual({ answers: {}, visits: { size: 1 }, misses: 1 });
    expect(asks(stop)).toEqual(['askAgain']);
  });

  it('loses patience at the last try', () => {
    const stop = advanceFlow(compiled, frameAt('size', { misses: 2 }), { type: 'miss' });

    expect(stop.step).toBe('no-hurry');
    expect(asks(stop)).toEqual(['cancel', 'say']);
  });

  it('forgets misses when another step is entered', () => {
    const stop = advanceFlow(compiled, frameAt('size', { misses: 2 }), { type: 'answer', value: 's' });

    expect(stop.context.misses).toBe(0);
  });

  it('goes its other way when its time has passed, and on from there', () => {
    const stop = timeOutFlow(compiled, frameAt('size'));

    expect(stop?.step).toBe('no-hurry');
    expect(advanceFlow(compiled, frameAt('no-hurry'), walk).step).toBe('after');
  });

  it('ends the run where there is no other way', () => {
    const impatient = compile(ask('1-ask', { tries: 1 }), say('after'));

    for (const stop of [
      timeOutFlow(impatient, frameAt('1-ask')),
      advanceFlow(impatient, frameAt('1-ask'), { type: 'miss' }),
    ]) {
      expect(stop).toMatchObject({ step: endState, isDone: true });
      expect(asks(stop)).toEqual(['cancel', 'endRun']);
    }
  });

  it('answers from a place that was stored as JSON', () => {
    const { step, context } = enterFlow(compiled);
    const stored = JSON.parse(JSON.stringify(frameAt(step, context))) as Frame;

    expect(advanceFlow(compiled, stored, { type: 'answer', value: 's' }).context).toEqual({
      answers: { size: 's' },
      visits: { size: 1, small: 1 },
      misses: 0,
    });
  });
});

describe('a question about consent', () => {
  const compiled = compile(askConsent('consent', { yes: [say('lovely')], no: [say('fine')] }), say('after'));
  const recorded = (value: string): unknown => {
    const stop = advanceFlow(compiled, frameAt('consent'), { type: 'answer', value });
    return [stop.step, ...stop.asks.flatMap((ask) => (ask.kind === 'action' ? [ask.action] : []))];
  };

  it('records a yes before its branch speaks', () => {
    expect(recorded('yes')).toMatchObject([
      'lovely',
      { type: 'recordConsent', params: { step: 'consent', topic: tips, change: 'granted' } },
      { type: 'say' },
    ]);
  });

  it('records a no', () => {
    expect(recorded('no')).toMatchObject([
      'fine',
      { type: 'recordConsent', params: { step: 'consent', topic: tips, change: 'refused' } },
      { type: 'say' },
    ]);
  });

  it('takes nothing else for an answer', () => {
    expect(recorded('maybe')).toEqual(['consent']);
  });
});
