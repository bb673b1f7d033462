import { describe, expect, it } from 'vitest';
import { createApiClient } from '../support/api-client.js';
import { contactNamed, handoffOf, noon } from '../support/people.js';

const ana = contactNamed('Ana');

describe('GET /handoffs', () => {
  it('lists handoffs as they are shown to the outside', async () => {
    const { get, store } = createApiClient();
    store.handoffs.push(handoffOf(ana));
    const { body } = await get('/handoffs').expect(200);
    expect(body).toEqual({
      items: [
        {
          id: 'handoff-1',
          conversation_id: 'conversation-of-Ana',
          workspace: 'studio',
          account: 'simulator',
          channel: 'simulator',
          contact_name: 'Ana',
          team: 'sales',
          reason: 'flow',
          note: 'Runs a shop.',
          priority: 'normal',
          reference: null,
          state: 'open',
          taken_by: null,
          opened_at: '2026-11-22T12:00:00.000Z',
          first_reply_at: null,
          first_reply_due_at: '2026-11-22T14:00:00.000Z',
          resolve_due_at: null,
          closed_at: null,
        },
      ],
      next: null,
    });
  });

  it('asks the store for what is wanted, page by page', async () => {
    const { get, store } = createApiClient();
    for (const number of [1, 2, 3]) store.handoffs.push(handoffOf(ana, { id: `handoff-${number}` }));
    const first = await get('/handoffs?state=open&team=sales&limit=2').expect(200);
    expect(first.body.next).toBe('2');
    const second = await get('/handoffs?limit=2&cursor=2').expect(200);
    expect(second.body).toMatchObject({ items: [{ id: 'handoff-3' }], next: null });
    expect(store.questions).toEqual([
      { filter: { state: 'open', team: 'sales' }, page: { after: null, limit: 2 } },
      { filter: {}, page: { after: '2', limit: 2 } },
    ]);
  });

  it('shows fifty unless told otherwise', async () => {
    const { get, store } = createApiClient();
    await get('/handoffs').expect(200);
    expect(store.questions).toEqual([{ filter: {}, page: { after: null, limit: 50 } }]);
  });

  it.each([
    [
      '?state=closed',
      ['open', 'taken', 'snoozed', 'resolved', 'handed_back', 'spam'],
      'query.state must be one of open, taken',
    ],
    ['?limit=0', undefined, 'query.limit must be a whole number from 1 to 100'],
    ['?limit=1.5', undefined, 'query.limit must be a whole number from 1 to 100'],
    ['?limit=many', undefined, 'query.limit must be a whole number from 1 to 100'],
    ['?cursor=', undefined, 'query.cursor must be a text of 1 to 500 characters'],
    ['?team=a&team=b', undefined, 'query.team must be a text'],
    [
      '?stat=open',
      ['state', 'team', 'cursor', 'limit'],
      'query takes state, team, cursor, limit, but not stat',
    ],
  ])('says what is allowed instead of %s', async (query, allowed, words) => {
    const { body } = await createApiClient().get(`/handoffs${query}`).expect(400);
    expect(body.error.code).toBe('invalid_request');
    expect(body.error.message).toContain(words);
    expect(body.error.allowed).toEqual(allowed);
  });
});

describe('GET /handoffs/:id', () => {
  it('reads one', async () => {
    const { get, store } = createApiClient();
    store.handoffs.push(handoffOf(ana));
    expect((await get('/handoffs/handoff-1').expect(200)).body).toMatchObject({
      id: 'handoff-1',
      state: 'open',
    });
  });

  it('answers 404 to one that is not there', async () => {
    const { body } = await createApiClient().get('/handoffs/nothing').expect(404);
    expect(body).toEqual({ error: { code: 'not_found', message: 'There is no such handoff.' } });
  });
});

const kim = { name: 'Kim', id: null };

describe('what a person does with a handoff', () => {
  it.each([
    ['take', { person: 'Kim' }, ['takeOver', 'conversation-of-Ana', kim]],
    [
      'reply',
      { person: ' Kim ', text: 'Hello!', request_id: 'r1' },
      ['reply', 'conversation-of-Ana', kim, { text: 'Hello!', media: [] }, 'r1'],
    ],
    [
      'resolve',
      { person: 'Kim', ask_for_rating: false },
      ['resolve', 'conversation-of-Ana', kim, { outcome: null, asksForRating: false }],
    ],
    [
      'resolve',
      { person: 'Kim', outcome: 'booked' },
      ['resolve', 'conversation-of-Ana', kim, { outcome: 'booked', asksForRating: true }],
    ],
    ['hand-back', { person: 'Kim' }, ['handBack', 'conversation-of-Ana', kim, { flow: null, step: null }]],
    [
      'hand-back',
      { person: 'Kim', flow: 'guide', step: 'project' },
      ['handBack', 'conversation-of-Ana', kim, { flow: 'guide', step: 'project' }],
    ],
  ])('reaches the engine: %s %o', async (deed, body, recorded) => {
    const { post, store, engine } = createApiClient();
    store.handoffs.push(handoffOf(ana, { state: 'taken' }));
    const answer = await post(`/handoffs/handoff-1/${deed}`, body).expect(200);
    expect(answer.body).toEqual({ event_id: 'event-1' });
    expect(engine.deeds).toEqual([recorded]);
  });

  it.each(['resolved', 'handed_back'] as const)('ends with the handoff: %s', async (state) => {
    const { post, store, engine } = createApiClient();
    store.handoffs.push(handoffOf(ana, { state, closedAt: noon }));
    const { body } = await post('/handoffs/handoff-1/take', { person: 'Kim' }).expect(409);
    expect(body.error).toMatchObject({ code: 'handoff_closed', allowed: ['open', 'taken', 'snoozed'] });
    expect(engine.deeds).toEqual([]);
  });

  it('needs a handoff', async () => {
    await createApiClient().post('/handoffs/nothing/take', { person: 'Kim' }).expect(404);
  });

  it('is refused with every mistake at once', async () => {
    const { post, store, engine } = createApiClient();
    store.handoffs.push(handoffOf(ana));
    const { body } = await post('/handoffs/handoff-1/reply', { person: ' ', admin: true }).expect(400);
    expect(body.error).toEqual({
      code: 'invalid_request',
      message:
        'body.person must be a text of 1 to 100 characters; ' +
        'body.request_id must be a text of 1 to 100 characters; ' +
        'body takes person, text, uploads, request_id, seen, but not admin.',
      allowed: ['person', 'text', 'uploads', 'request_id', 'seen'],
    });
    expect(engine.deeds).toEqual([]);
  });

  it('needs to be told by a program who it is', async () => {
    const { post, store, engine } = createApiClient();
    store.handoffs.push(handoffOf(ana));
    const { body } = await post('/handoffs/handoff-1/take', {}).expect(400);
    expect(body.error).toMatchObject({ code: 'invalid_request', allowed: ['person'] });
    expect(engine.deeds).toEqual([]);
  });
});
