import { describe, expect, it } from 'vitest';
import { VirtualChat } from '../../../src/flow/transcript/virtual-chat.js';
import type { StepDefinition } from '../../../src/flow/definition.js';
import { ask, choice, end, flow, goToStep, say } from '../compile/definitions.js';
import { workspaceOf } from './workspace.js';

function chatAbout(...steps: readonly StepDefinition[]): VirtualChat {
  const guide = {
    ...flow('guide', steps),
    start: [{ kind: 'keyword', phrases: ['guide'], match: 'exact' } as const],
  };
  const contact = { firstName: null, tags: [], fields: {} };
  return new VirtualChat(workspaceOf([guide]), { channel: 'simulator', startsAt: 0, contact });
}

const texts = (said: ReturnType<VirtualChat['pass']>): readonly string[] => said.map(({ body }) => body.text);

describe('a virtual chat', () => {
  it('cancels what was queued by the decision that withdraws everything', () => {
    const chat = chatAbout(say('farewell'), { verb: 'opt_out', path: 'out', purpose: 'all' });
    const said = chat.happen({ kind: 'me', text: 'guide' });

    expect(texts(said)).toEqual([expect.stringContaining('unsubscribed')]);
    expect(chat.store.unsaid).toMatchObject([
      { message: { body: { text: 'farewell' } }, refusal: 'stopped' },
    ]);
  });

  it('lets timers come due in their order, each at its own time', () => {
    const patience = { within: 60_000, otherwise: [say('again'), goToStep('back', 'ask')] };
    const chat = chatAbout(ask('ask', { patience }), end('end'));
    chat.happen({ kind: 'me', text: 'guide' });

    expect(texts(chat.pass(59_999))).toEqual([]);
    expect(texts(chat.pass(1))).toEqual(['again', 'ask']);
    expect(texts(chat.pass(121_000))).toEqual(['again', 'ask', 'again', 'ask']);
    expect(chat.now).toBe(1_000 + 60_000 + 121_000);
  });

  it('fires no timer of a question that was answered', () => {
    const chat = chatAbout(
      ask('ask', { patience: { within: 60_000, otherwise: [say('late')] } }),
      end('end'),
    );
    chat.happen({ kind: 'me', text: 'guide' });
    chat.happen({ kind: 'me', text: 'yes' });

    expect(texts(chat.pass(120_000))).toEqual([]);
  });

  it('offers the choices of the last question', () => {
    const question = { text: ['Size?'], choices: [choice('Small'), choice('Large')], retry: null };
    const chat = chatAbout(ask('size', { question }), say('fine'), end('end'));
    expect(chat.offered).toEqual([]);
    chat.happen({ kind: 'me', text: 'guide' });

    expect(chat.offered.map(({ title }) => title)).toEqual(['Small', 'Large']);
    expect(texts(chat.happen({ kind: 'tap', reply: chat.offered[1]! }))).toEqual(['fine']);
  });

  it('reads an outcome and the team of a handoff in the order in which they came', () => {
    const chat = chatAbout(
      { verb: 'outcome', path: '1', outcome: 'asked' },
      { verb: 'outcome', path: '2', outcome: 'qualified' },
      { verb: 'handoff', path: '3', team: null, note: [] },
    );
    chat.happen({ kind: 'me', text: 'guide' });

    expect(chat.store.outcomes).toEqual(['asked', 'qualified']);
    expect(chat.store.handoffTeams).toEqual(['sales']);
  });

  it('goes on from a fork as it would have gone on itself, and knows nothing of it', () => {
    const patience = { within: 60_000, otherwise: [say('late')] };
    const chat = chatAbout(
      ask('ask', { patience }),
      { verb: 'outcome', path: 'won', outcome: 'won' },
      end('end'),
    );
    chat.happen({ kind: 'me', text: 'guide' });
    const fork = chat.fork();
    fork.happen({ kind: 'me', text: 'yes' });

    expect(fork.store.outcomes).toEqual(['won']);
    expect(chat.store.outcomes).toEqual([]);
    expect(fork.pass(60_000)).toEqual([]);
    expect(texts(chat.fork().pass(60_000))).toEqual(['late']);
    expect(texts(chat.pass(60_000))).toEqual(['late']);
  });
});
