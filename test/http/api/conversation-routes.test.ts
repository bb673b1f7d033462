import { describe, expect, it } from 'vitest';
import { emptyContext } from '../../../src/core/conversation.js';
import type { ActionResult } from '../../../src/engine/deeds.js';
import { StoreUnavailable } from '../../../src/store/store.js';
import { createApiClient } from '../support/api-client.js';
import { publicUrl } from '../support/house.js';
import { contactNamed, lineSaying, noon } from '../support/people.js';

const at = '2026-11-22T12:00:00.000Z';
const frame = { version: 'v1', context: emptyContext };

describe('GET /conversations/:id', () => {
  it('shows where it stands', async () => {
    const { get, store } = createApiClient();
    const waiting = {
      ...frame,
      flow: 'guide',
      step: 'project',
      context: { ...emptyContext, answers: { size: 'small' } },
    };
    const running = {
      ...frame,
      flow: 'address',
      step: 'city',
      context: { ...emptyContext, answers: { city: 'Kiel' } },
    };
    const ana = contactNamed('Ana', {
      channel: 'instagram',
      lastContactAt: noon - 3_600_000,
      run: { id: 'run-1', startedAt: noon, frames: [waiting, running], outcomes: ['delivered'] },
      consent: { stopped: null, topics: { weekly_tips: { state: 'granted', occurredAt: noon } } },
      handoff: { id: 'handoff-1', team: 'sales', takenBy: null },
      contact: {
        id: 'contact-Ana',
        profile: { firstName: 'Ana', name: 'Ana Sol' },
        tags: ['shop'],
        fields: { city: 'Kiel' },
      },
    });
    store.contacts.push(ana);
    const { body } = await get('/conversations/conversation-of-Ana').expect(200);
    expect(body).toEqual({
      id: 'conversation-of-Ana',
      workspace: 'studio',
      account: 'simulator',
      channel: 'instagram',
      contact: {
        id: 'contact-Ana',
        name: 'Ana Sol',
        tags: ['shop'],
        fields: { city: 'Kiel' },
        is_unreachable: false,
      },
      state: 'in_flow',
      owner: 'bot',
      window: { is_open: true, closes_at: '2026-11-23T11:00:00.000Z' },
      run: {
        id: 'run-1',
        started_at: at,
        flow: 'address',
        version: 'v1',
        step: 'city',
        answers: { size: 'small', city: 'Kiel' },
        outcomes: ['delivered'],
      },
      handoff: { id: 'handoff-1', team: 'sales', taken_by: null },
      consent: { stopped_at: null, topics: [{ topic: 'weekly_tips', state: 'granted', at }] },
    });
  });

  it.each([
    [{}, 'idle'],
    [{ ownership: { owner: 'human', epoch: 1, mutedBefore: 1, lastPersonAt: noon } }, 'with_person'],
    [{ consent: { stopped: { occurredAt: noon, receivedAt: noon }, topics: {} } }, 'stopped'],
  ] as const)('says in a word how it stands: %o is %s', async (change, state) => {
    const { get, store } = createApiClient();
    store.contacts.push(contactNamed('Ana', change));
    expect((await get('/conversations/conversation-of-Ana').expect(200)).body).toMatchObject({
      state,
      run: null,
    });
  });

  it.each([
    ['instagram', null, { is_open: false, closes_at: null }],
    ['instagram', noon - 25 * 3_600_000, { is_open: false, closes_at: '2026-11-22T11:00:00.000Z' }],
    ['simulator', noon, { is_open: true, closes_at: null }],
  ] as const)('shows the reply window of %s, last written at %s', async (channel, lastContactAt, window) => {
    const { get, store } = createApiClient();
    store.contacts.push(contactNamed('Ana', { channel, lastContactAt }));
    expect((await get('/conversations/conversation-of-Ana').expect(200)).body.window).toEqual(window);
  });

  it('answers 404 to one that is not there', async () => {
    await createApiClient().get('/conversations/nothing').expect(404);
    await createApiClient().get('/conversations/nothing/story').expect(404);
  });
});

describe('GET /conversations/:id/story', () => {
  it('shows of each line who said it, what permitted it, what became of it, and why', async () => {
    const { get, store } = createApiClient();
    const ana = contactNamed('Ana');
    store.contacts.push(ana);
    store.stories.set(ana.conversationId, [
      lineSaying('guide', {
        direction: 'in',
        from: 'contact',
        state: null,
        speaker: null,
        basis: null,
        attachments: [
          { type: 'image', url: 'https://cdn.example.com/secret', mimeType: 'image/png', name: 'a.png' },
          { type: 'audio', url: null, mediaId: '7' },
          { type: 'location', url: null, details: { latitude: '54.3' } },
        ],
      }),
      lineSaying('Here it is', {
        state: 'not_sent',
        refusal: 'window_closed',
        body: {
          text: 'Here it is',
          quickReplies: [{ title: 'Yes', payload: 'yes' }],
          link: { label: 'Open', code: 'abc', target: 'https://example.com' },
          buttons: [{ kind: 'postback', title: 'Start', payload: 'start:guide' }],
        },
      }),
      lineSaying('Sorry to see you go', {
        speaker: { kind: 'person', name: 'Kim' },
        basis: { kind: 'person_after_stop', answers: 'event-9' },
        eventId: 'event-that-was-erased',
      }),
    ]);
    store.traces.set(ana.conversationId, [
      {
        eventId: 'event-1',
        kind: 'messageReceived',
        occurredAt: noon,
        receivedAt: noon + 1,
        disposition: 'handled',
        trace: [{ rule: 'keyword', result: 'guide' }],
      },
    ]);
    const { body } = await get('/conversations/conversation-of-Ana/story').expect(200);
    const event = {
      id: 'event-1',
      kind: 'messageReceived',
      occurred_at: at,
      received_at: '2026-11-22T12:00:00.001Z',
      disposition: 'handled',
      trace: [{ rule: 'keyword', result: 'guide' }],
    };
    const line = {
      at,
      attachments: [] as readonly unknown[],
      public: false,
      quick_replies: [],
      link: null,
      buttons: [],
      media: null,
      cards: [],
      refusal: null,
      reason: null,
    };
    const flow = { kind: 'flow', flow: 'guide', version: 'v1', step: '1-say', run_id: 'run-1' };
    expect(body).toEqual({
      conversation_id: 'conversation-of-Ana',
      lines: [
        {
          ...line,
          id: 'line-guide',
          direction: 'in',
          from: 'contact',
          text: 'guide',
          attachments: [
            { type: 'image', name: 'a.png', mime_type: 'image/png', has_content: true },
            { type: 'audio', name: null, mime_type: null, has_content: true },
            { type: 'location', name: null, mime_type: null, has_content: false },
          ],
          state: null,
          basis: null,
          speaker: null,
          platform_message_id: 'platform-guide',
          event,
        },
        {
          ...line,
          id: 'line-Here it is',
          direction: 'out',
          from: null,
          text: 'Here it is',
          quick_replies: [{ title: 'Yes', payload: 'yes' }],
          link: { label: 'Open', url: `${publicUrl}/l/abc`, leads_to: 'https://example.com' },
          buttons: [{ kind: 'postback', label: 'Start', payload: 'start:guide' }],
          state: 'not_sent',
          refusal: 'window_closed',
          reason: expect.stringContaining('reply window had closed'),
          basis: { kind: 'reply_window' },
          speaker: flow,
          platform_message_id: 'platform-Here it is',
          event,
        },
        {
          ...line,
          id: 'line-Sorry to see you go',
          direction: 'out',
          from: null,
          text: 'Sorry to see you go',
          state: 'sent',
          basis: { kind: 'person_after_stop', answers: 'event-9' },
          speaker: { kind: 'person', name: 'Kim', id: null },
          platform_message_id: 'platform-Sorry to see you go',
          event: null,
        },
      ],
    });
  });
});

const kim = { name: 'Kim', id: null };

describe('what a person does to a conversation', () => {
  it('reaches the engine as it was said', async () => {
    const { post, engine } = createApiClient();
    await post('/conversations/c1/take', { person: 'Kim' }).expect(200);
    await post('/conversations/c1/reply', { person: 'Kim', text: 'Hi', request_id: 'r1' }).expect(200);
    await post('/conversations/c1/resolve', { person: 'Kim', outcome: 'booked' }).expect(200);
    await post('/conversations/c1/hand-back', { person: 'Kim', flow: 'guide' }).expect(200);
    expect(engine.deeds).toEqual([
      ['takeOver', 'c1', kim],
      ['reply', 'c1', kim, { text: 'Hi', media: [] }, 'r1'],
      ['resolve', 'c1', kim, { outcome: 'booked', asksForRating: true }],
      ['handBack', 'c1', kim, { flow: 'guide', step: null }],
    ]);
  });

  it.each([
    ['not_found', 404],
    ['stopped', 409],
    ['window_closed', 409],
    ['no_open_handoff', 409],
    ['unknown_flow', 422],
    ['unknown_step', 422],
    ['unknown_purpose', 422],
    ['blocked', 409],
    ['nothing_to_say', 422],
  ] as const)('is answered in the engine’s own words when it is %s', async (reason, status) => {
    const { post, engine } = createApiClient();
    const refused: ActionResult = { ok: false, reason, message: 'Because of this.' };
    engine.deedResult = refused;
    const { body } = await post('/conversations/c1/take', { person: 'Kim' }).expect(status);
    expect(body).toEqual({ error: { code: reason, message: 'Because of this.' } });
  });

  it('is answered 503 when it cannot be saved', async () => {
    const { post, engine } = createApiClient();
    engine.takeOver = () => Promise.reject(new StoreUnavailable('The disk is full.'));
    await post('/conversations/c1/take', { person: 'Kim' }).expect(503).expect('Retry-After', '5');
  });
});
