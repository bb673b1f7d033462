import { describe, expect, it } from 'vitest';
import { createApiClient } from '../support/api-client.js';
import { noon } from '../support/people.js';

const path = '/conversations/c1/outcomes';
const report = { outcome: 'booked', source: 'calendar', request_id: 'r1' };

describe('POST /conversations/:id/outcomes', () => {
  it('reports what was reached outside, with what it is worth', async () => {
    const { post, engine } = createApiClient();
    await post(path, { ...report, value: 49.9, currency: 'EUR' }).expect(200, { event_id: 'event-1' });
    await post(path, report).expect(200);
    expect(engine.deeds).toEqual([
      [
        'reportOutcome',
        'c1',
        { outcome: 'booked', source: 'calendar', value: 49.9, currency: 'EUR', requestId: 'r1' },
      ],
      [
        'reportOutcome',
        'c1',
        { outcome: 'booked', source: 'calendar', value: null, currency: null, requestId: 'r1' },
      ],
    ]);
  });

  it.each([
    [{ ...report, value: '49.90' }, 'body.value must be a number'],
    [{ ...report, value: 1, currency: 'euro' }, 'body.currency must be a code of ISO 4217'],
    [{ ...report, currency: 'EUR' }, 'body.currency needs a value beside it'],
    [{ ...report, request_id: '' }, 'body.request_id must be a text'],
    [[], 'body must be an object'],
  ])('says what is wrong with %o', async (body, words) => {
    const { post, engine } = createApiClient();
    const answer = await post(path, body).expect(400);
    expect(answer.body.error.message).toContain(words);
    expect(engine.deeds).toEqual([]);
  });
});

describe('POST /outcomes', () => {
  const byLink = { link: 'code1', source: 'calendar', request_id: 'r1' };

  it('reports it of the conversation that the link was sent in; a booking knows its own outcome', async () => {
    const { post, engine, store } = createApiClient();
    store.sentLinks.set('code1', { conversationId: 'c7', outcome: 'booked' });
    await post('/outcomes', byLink).expect(200);
    await post('/outcomes', { ...byLink, outcome: 'cancelled', value: 1, currency: 'EUR' }).expect(200);
    const common = { source: 'calendar', requestId: 'r1' };
    expect(engine.deeds).toEqual([
      ['reportOutcome', 'c7', { ...common, outcome: 'booked', value: null, currency: null }],
      ['reportOutcome', 'c7', { ...common, outcome: 'cancelled', value: 1, currency: 'EUR' }],
    ]);
  });

  it('asks for the outcome where the link is no booking’s', async () => {
    const { post, engine, store } = createApiClient();
    store.sentLinks.set('code1', { conversationId: 'c7', outcome: null });
    const { body } = await post('/outcomes', byLink).expect(422);
    expect(body.error.code).toBe('outcome_missing');
    expect(engine.deeds).toEqual([]);
  });

  it('knows no other links', async () => {
    const { post, engine } = createApiClient();
    await post('/outcomes', byLink).expect(404);
    expect(engine.deeds).toEqual([]);
  });
});

describe('GET /outcomes', () => {
  it('lists outcomes, those of one name if wanted', async () => {
    const { get, store } = createApiClient();
    const reached = { conversationId: 'c1', at: noon, runId: 'run-1', value: null, currency: null };
    store.outcomes.push(
      {
        ...reached,
        id: 'o1',
        name: 'delivered',
        source: { kind: 'flow', flow: 'guide', version: 'v1', step: '2-outcome' },
      },
      {
        ...reached,
        id: 'o2',
        name: 'booked',
        source: { kind: 'outside', name: 'calendar' },
        value: 49.9,
        currency: 'EUR',
      },
    );
    const { body } = await get('/outcomes?name=booked').expect(200);
    const shown = { conversation_id: 'c1', at: '2026-11-22T12:00:00.000Z', run_id: 'run-1' };
    expect(body).toEqual({
      items: [
        {
          ...shown,
          id: 'o1',
          name: 'delivered',
          source: { kind: 'flow', flow: 'guide', version: 'v1', step: '2-outcome' },
          value: null,
          currency: null,
        },
        {
          ...shown,
          id: 'o2',
          name: 'booked',
          source: { kind: 'outside', name: 'calendar' },
          value: 49.9,
          currency: 'EUR',
        },
      ],
      next: null,
    });
    expect(store.questions).toEqual([{ filter: { name: 'booked' }, page: { after: null, limit: 50 } }]);
  });
});
