import { describe, expect, it } from 'vitest';
import { ask, flow, keyword, postback, say } from '../world/flows.js';
import { World } from '../world/world.js';

const welcome = flow('welcome', [postback('GET_STARTED')], say('Welcome!'));
const prices = flow('prices', [postback('start:prices')], say('From 10 euros.'));
const talk = flow('talk', [keyword('talk')], ask('topic', 'About what?'), say('Good.'));

const types = (world: World, title: string, payload: string) =>
  world.happens({
    kind: 'postbackReceived',
    platformMessageId: '7',
    title,
    payload,
    referral: null,
    isTyped: true,
  });

describe('a press that is typed, such as a command of a bot', () => {
  it('starts what the button starts', () => {
    const world = new World([welcome]);
    types(world, '/start', 'GET_STARTED');
    expect(world.said()[0]).toBe('Welcome!');
  });

  it('starts it in the middle of a question', () => {
    const world = new World([talk, prices]);
    world.writes('talk');
    types(world, '/prices', 'start:prices');
    expect(world.said()[0]).toBe('From 10 euros.');
  });

  it('is an answer where no flow starts by it', () => {
    const world = new World([talk]);
    world.writes('talk');
    types(world, '/weather', 'start:weather');
    expect(world.said()[0]).toBe('Good.');
  });

  it('is STOP where its words are', () => {
    const world = new World([welcome]);
    types(world, '/stop', 'start:stop');
    expect(world.isStopped).toBe(true);
  });

  it('undoes STOP by START, and keeps the words as proof', () => {
    const world = new World([welcome]);
    world.writes('stop');
    types(world, '/start', 'GET_STARTED');
    expect(world.isStopped).toBe(false);
    expect(world.ledger.at(-1)).toMatchObject({ change: 'granted', words: '/start', platformMessageId: '7' });
  });

  it('undoes no STOP by anything else', () => {
    const world = new World([prices]);
    world.writes('stop');
    types(world, '/prices', 'start:prices');
    expect([world.isStopped, world.said()]).toEqual([true, []]);
  });

  it('stands in the story as what was typed', () => {
    const world = new World([welcome]);
    types(world, '/start', 'GET_STARTED');
    expect(world.effects).toContainEqual(
      expect.objectContaining({ kind: 'recordMessage', message: expect.objectContaining({ via: 'text' }) }),
    );
  });
});

describe('a press of a button', () => {
  it('that is titled "Start" undoes no STOP', () => {
    const world = new World([welcome]);
    world.writes('stop');
    world.presses('GET_STARTED', 'Start');
    expect(world.isStopped).toBe(true);
  });
});
