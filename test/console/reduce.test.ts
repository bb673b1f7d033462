import { describe, expect, it } from 'vitest';
import type { Story, StoryMessage } from '../../src/console/simulator/api/contract.js';
import { bubblesOf, offeredQuickReplies } from '../../src/console/simulator/state/bubbles.js';
import { reduce } from '../../src/console/simulator/state/reduce.js';
import {
  initialState,
  type Chat,
  type SimulatorAction,
  type SimulatorState,
} from '../../src/console/simulator/state/simulator-state.js';

const message = (id: string, rest: Partial<StoryMessage> = {}): StoryMessage => ({
  id,
  direction: 'out',
  text: id,
  at: 1_000,
  state: 'sent',
  stateReason: null,
  quickReplies: [],
  link: null,
  buttons: [],
  media: null,
  cards: [],
  isTyping: false,
  isPublic: false,
  spokenBy: null,
  ...rest,
});
const inbound = (id: string, text = id): StoryMessage => message(id, { direction: 'in', state: null, text });

const told = (name: string, ...messages: readonly StoryMessage[]): SimulatorAction => ({
  type: 'storyLoaded',
  name,
  story: { name, owner: 'bot', stopped: false, handoff: null, messages } satisfies Story,
});
const started = (id: string): SimulatorAction => ({
  type: 'sayingStarted',
  name: 'Ana',
  id,
  saying: { way: 'text', text: id },
  at: 2_000,
});
const accepted = (id: string): SimulatorAction => ({ type: 'sayingAccepted', name: 'Ana', id });
const failed = (id: string): SimulatorAction => ({ type: 'sayingFailed', name: 'Ana', id, problem: 'No.' });

const after = (...actions: readonly SimulatorAction[]): SimulatorState =>
  actions.reduce(reduce, initialState('Ana'));
const chatOf = (state: SimulatorState, name = 'Ana'): Chat => {
  const chat = state.chats.get(name);
  if (chat === undefined) throw new Error(`no chat of ${name}`);
  return chat;
};
const shown = (state: SimulatorState): readonly string[] => {
  const { story, said } = chatOf(state);
  return bubblesOf(story, said).map((bubble) => bubble.id);
};

describe('the bubbles of a chat', () => {
  it('show at once what was said, beneath what stood there', () => {
    expect(shown(after(told('Ana', message('hello')), started('one'), started('two')))).toEqual([
      'hello',
      'one',
      'two',
    ]);
  });

  it('show once what the story has come to contain', () => {
    expect(
      shown(after(started('one'), told('Ana', inbound('one'), message('answer')), accepted('one'))),
    ).toEqual(['one', 'answer']);
  });

  it('keep in its place what the server took but does not tell', () => {
    expect(shown(after(told('Ana', message('hello')), started('ref'), accepted('ref')))).toEqual([
      'hello',
      'ref',
    ]);
    const answered = after(
      told('Ana', message('hello')),
      started('ref'),
      accepted('ref'),
      told('Ana', message('hello'), message('answer')),
    );
    expect(shown(answered)).toEqual(['hello', 'ref', 'answer']);
  });

  it('keep the order of writing while only the first is known to the server', () => {
    const state = after(started('one'), started('two'), told('Ana', inbound('one'), message('answer')));
    expect(shown(state)).toEqual(['one', 'two', 'answer']);
  });

  it('move to the end what is said again', () => {
    const state = after(started('one'), failed('one'), started('two'), accepted('two'), started('one'));
    expect(shown(state)).toEqual(['two', 'one']);
    expect(chatOf(state).said.at(-1)).toMatchObject({ progress: 'sending', problem: null });
  });

  it('take the words of this page for what the server tells without words', () => {
    const state = after(
      {
        type: 'sayingStarted',
        name: 'Ana',
        id: 'one',
        saying: { way: 'ref', ref: 'spring' },
        at: 1,
      },
      told('Ana', inbound('one', ''), inbound('older', '')),
    );
    const { story, said } = chatOf(state);
    expect(bubblesOf(story, said)).toMatchObject([
      { text: 'Opened the link “spring”', way: 'ref link' },
      { text: 'Opened the chat', way: null },
    ]);
  });
});

describe('quick replies', () => {
  const quickReplies = [{ title: 'Yes', payload: 'yes' }];
  const asking = message('ask', { quickReplies });
  const offered = (...actions: readonly SimulatorAction[]): number => {
    const { story, said } = chatOf(after(...actions));
    return offeredQuickReplies(bubblesOf(story, said)).length;
  };

  it('stand open until the follower answers', () => {
    expect(offered(told('Ana', asking))).toBe(1);
    expect(offered(told('Ana', asking), started('one'))).toBe(0);
    expect(offered(told('Ana', asking, inbound('one')))).toBe(0);
  });

  it('stand open again when the answer did not get through', () => {
    expect(offered(told('Ana', asking), started('one'), failed('one'))).toBe(1);
  });

  it('go when a newer message arrives, and stay when it does not', () => {
    expect(offered(told('Ana', asking, message('newer')))).toBe(0);
    expect(offered(told('Ana', asking, message('newer', { state: 'cancelled' })))).toBe(1);
  });
});

describe('the list of followers', () => {
  const contacts: SimulatorAction = {
    type: 'contactsLoaded',
    contacts: [
      { name: 'Emre', lastAt: 2_000 },
      { name: 'Dana', lastAt: 1_000 },
    ],
  };
  const names = (state: SimulatorState): readonly string[] => [...state.chats.keys()];

  it('begins with whoever wrote last, or with Ana when nobody did', () => {
    expect(reduce(initialState(undefined), contacts).selected).toBe('Emre');
    expect(reduce(initialState(undefined), { type: 'contactsLoaded', contacts: [] }).selected).toBe('Ana');
    expect(reduce(initialState(undefined), { type: 'contactsFailed', problem: 'No.' }).selected).toBe('Ana');
  });

  it('puts those first whom the server has not heard, and keeps what it knows of the others', () => {
    const state = after(told('Dana', message('hi')), contacts);
    expect(names(state)).toEqual(['Ana', 'Emre', 'Dana']);
    expect(chatOf(state, 'Dana').story?.messages).toHaveLength(1);
  });

  it('holds a follower whose name is a word of JavaScript', () => {
    const state = after({ type: 'followerChosen', name: '__proto__' }, told('constructor', message('hi')));
    expect(names(state)).toEqual(['constructor', '__proto__', 'Ana']);
  });

  it('marks as unread only what the business says to somebody who is not on the screen', () => {
    const state = after(
      told('Ana', message('hi')),
      told('Bela', inbound('one')),
      told('Dana', message('hi')),
    );
    expect(['Ana', 'Bela', 'Dana'].map((name) => chatOf(state, name).isUnread)).toEqual([false, false, true]);
    expect(chatOf(reduce(state, { type: 'followerChosen', name: 'Dana' }), 'Dana').isUnread).toBe(false);
  });
});
