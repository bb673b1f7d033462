import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/core/reference.js';
import type { Escalation } from '../../../src/core/resources.js';
import { support } from '../world/brand.js';
import { answer, ask, contact, escalate, flow, keyword, lookup, outcome } from '../world/flows.js';
import { guide, tracking } from '../world/studio.js';
import { second, World } from '../world/world.js';

/** In which an order has been asked after, and not been found yet. */
function waiting(): World {
  const world = new World([tracking, guide]);
  world.writes('order status');
  world.writes('4711');
  return world;
}

describe('a look-up', () => {
  it('is asked with what the chat knows, and the run waits', () => {
    const world = waiting();

    expect(world.asked('lookUp')).toEqual([
      {
        kind: 'lookUp',
        requestId: '0000000000000002.lookup',
        lookup: 'order_status',
        inputs: { order: '4711' },
        timesOutAt: world.now + 4 * second,
      },
    ]);
    expect(world.conversation.awaiting).toMatchObject({
      kind: 'lookup',
      requestId: '0000000000000002.lookup',
    });
    expect(world.place).toBe('tracking › order_status');
    expect(world.said()).toEqual([]);
  });

  it('gives its results as answers when it has found something', () => {
    const world = waiting();
    world.tellsLookup('found', { status: 'shipped', secret: 'not asked for' });

    expect(world.said()).toEqual(['It is shipped.']);
    expect(world.answersSoFar).toEqual({ number: '4711', order_status: 'shipped' });
  });

  it('knows nothing of a result that did not come', () => {
    const world = waiting();
    world.tellsLookup('found', {});

    expect(world.said()).toEqual(['It is .']);
    expect(world.answersSoFar).toEqual({ number: '4711' });
  });

  it.each([
    ['not_found', ['I do not know that order.']],
    ['failed', ['I cannot look it up.']],
  ] as const)('takes the way of %s', (result, said) => {
    const world = waiting();
    world.tellsLookup(result);

    expect(world.said().slice(0, 1)).toEqual(said);
    expect(world.conversation.awaiting).toBeNull();
  });

  it('has failed when its time is up, and its late answer changes nothing', () => {
    const world = waiting();
    world.waits(4 * second - 1);
    expect(world.said()).toEqual([]);

    world.waits(1);
    expect(world.said()[0]).toBe('I cannot look it up.');
    expect(world.handoffs).toEqual(['flow']);

    world.tellsLookup('found', { status: 'shipped' });
    expect(world.said()).toEqual([]);
    expect(world.decision?.trace).toEqual([
      { rule: 'answer from outside', result: 'nobody waits for it any more' },
    ]);
  });

  it('lets what the contact writes meanwhile wait', () => {
    const world = waiting();
    world.writes('guide');
    expect(world.decision?.disposition).toBe('deferred');
    expect(world.said()).toEqual([]);

    world.tellsLookup('found', { status: 'shipped' });
    expect(world.said()).toEqual(['It is shipped.']);
    world.tellsCoupon('A1');
    expect(world.said()).toEqual(['For your patience: A1', 'Here is the guide.', 'What are you working on?']);
  });

  it.each<[string, (world: World) => void]>([
    ['STOP', (world) => world.writes('stop')],
    ['a take-over', (world) => world.takesOver()],
    ['a person’s answer in another app', (world) => world.answersElsewhere('Hello!')],
  ])('is over when there comes %s', (_, happen) => {
    const world = waiting();
    happen(world);

    expect(world.conversation.awaiting).toBeNull();
    expect(world.place).toBeNull();
    expect(world.timers.size).toBe(0);

    const opened = [...world.handoffs];
    world.tellsLookup('found', { status: 'shipped' });
    expect(world.said()).toEqual([]);
    expect(world.handoffs).toEqual(opened);
  });

  it('tells no more than a paragraph of what somebody wrote', () => {
    const world = new World([
      flow(
        'long',
        [keyword('long')],
        ask('text', 'Well?', { save: 'text' }),
        lookup('echo', { inputs: { text: [answer('text'), answer('text')] } }),
        outcome('done'),
      ),
    ]);
    world.writes('long');
    world.writes('x'.repeat(499));

    expect(world.asked('lookUp')[0]?.inputs['text']).toHaveLength(500);
  });

  it('waits for the profile first where it tells the name', () => {
    const world = new World([
      flow(
        'named',
        [keyword('named')],
        lookup('crm', { inputs: { name: [contact('first_name')] } }),
        outcome('done'),
      ),
    ]);
    world.writes('named');
    expect(world.asked('lookUp')).toEqual([]);

    world.tellsProfile('Ada');
    expect(world.asked('lookUp')[0]?.inputs).toEqual({ name: 'Ada' });
  });
});

/** In which a code has been wished for. */
function wishing(): World {
  const world = waiting();
  world.tellsLookup('found', { status: 'late' });
  return world;
}

describe('a coupon', () => {
  it('is drawn from its list, and read back', () => {
    const world = wishing();
    expect(world.asked('drawCoupon')).toMatchObject([{ list: 'sorry', timesOutAt: world.now + 60 * second }]);

    world.tellsCoupon('THANKS-1');
    expect(world.said()).toEqual(['For your patience: THANKS-1']);
    expect(world.outcomes).toEqual(['answered']);
  });

  it('may be sold out', () => {
    const world = wishing();
    world.tellsCoupon(null);

    expect(world.said()).toEqual(['No code is left.']);
    expect(world.outcomes).toEqual([]);
  });

  it('is not told any more to who says STOP while it is drawn', () => {
    const world = wishing();
    world.writes('STOP');
    expect(world.said()).toEqual([expect.stringContaining('You are unsubscribed')]);
    expect(world.conversation.awaiting).toBeNull();
    expect(world.place).toBeNull();
    expect(world.timers.size).toBe(0);

    world.tellsCoupon('THANKS-1');
    world.waits(60 * second);
    expect(world.said()).toEqual([]);
    expect(world.outcomes).toEqual([]);
    expect(world.handoffs).toEqual([]);
  });

  it('goes to a person where nobody can tell in time', () => {
    const world = wishing();
    world.waits(60 * second);

    expect(world.handoffs).toEqual(['failed']);
    expect(world.conversation.awaiting).toBeNull();
    expect(world.timers.size).toBe(0);
  });
});

const byEmail: Escalation = {
  name: 'complaints',
  team: support,
  by: { kind: 'email', to: 'help@studio.example' },
};
const byPhone: Escalation = { ...byEmail, by: { kind: 'phone', to: '+49 30 1234567' } };
const byTicket: Escalation = { ...byEmail, by: { kind: 'ticket', lookup: 'open_ticket' } };
const ticket = {
  lookup: 'open_ticket',
  inputs: [{ name: 'story', value: [answer('story')] }],
  within: 8 * second,
};

function complaining(escalation: Escalation, opening: typeof ticket | null = null): World {
  const world = new World([
    flow(
      'complaint',
      [keyword('complaint')],
      ask('story', 'What happened?', { save: 'story' }),
      escalate(escalation, ['Says: ', answer('story')], opening),
    ),
  ]);
  world.writes('complaint');
  world.writes('It broke.');
  return world;
}

describe('an escalation', () => {
  it('opens a handoff with the note, the priority and a reference, which the contact is told', () => {
    const world = complaining(byEmail);
    const reference = referenceOf('0000000000000002');

    expect(world.asked('openHandoff')[0]?.handoff).toMatchObject({
      team: 'support',
      reason: 'escalated',
      note: 'Says: It broke.',
      priority: 'high',
      reference,
    });
    expect(world.said()).toEqual([
      `Please write to help@studio.example and mention ${reference}: Support can see our chat, so you need not tell it all again.`,
    ]);
    expect(world.place).toBeNull();
    expect(world.conversation.ownership.owner).toBe('human');
  });

  it('names a number to call', () => {
    expect(complaining(byPhone).said()[0]).toMatch(/^Please call \+49 30 1234567 and mention /u);
  });

  it('opens a ticket with what the chat knows, and tells its number', () => {
    const world = complaining(byTicket, ticket);
    expect(world.asked('lookUp')).toMatchObject([{ lookup: 'open_ticket', inputs: { story: 'It broke.' } }]);
    expect(world.handoffs).toEqual([]);

    world.tellsLookup('found', { reference: 'T-42' });
    expect(world.asked('openHandoff')[0]?.handoff).toMatchObject({ reason: 'escalated', reference: 'T-42' });
    expect(world.said()).toEqual([
      'We have opened a ticket for you: T-42. Someone from Support will answer you right here, as soon as they can.',
    ]);
    expect(world.place).toBeNull();
  });

  it.each(['failed', 'not_found'] as const)('is a handoff alone where the ticket was %s', (result) => {
    const world = complaining(byTicket, ticket);
    world.tellsLookup(result);

    expect(world.asked('openHandoff')[0]?.handoff).toMatchObject({
      reason: 'escalated',
      note: 'Says: It broke.',
      reference: referenceOf('0000000000000003'),
    });
    expect(world.said()).toEqual(['Someone from Support will answer you right here, as soon as they can.']);
  });

  it('is a handoff alone where the ticket takes too long', () => {
    const world = complaining(byTicket, ticket);
    world.waits(8 * second);

    expect(world.handoffs).toEqual(['escalated']);
  });
});
