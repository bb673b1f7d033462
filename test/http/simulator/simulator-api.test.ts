import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createHouse, publicUrl } from '../support/house.js';
import { contactNamed, handoffOf, lineSaying, noon } from '../support/people.js';

const flow = {
  workspace: 'studio',
  brand: 'Studio Nord',
  name: 'guide',
  title: 'The growth guide',
  version: 'v1',
  keywords: ['guide', 'growth guide'],
  refs: ['guide'],
  comments: ['list'],
  buttons: [{ title: 'The guide, please', payload: 'start:guide' }],
};

describe('GET /simulator/info', () => {
  it('says who answers, and to what', async () => {
    const { app, engine } = createHouse();
    engine.flows = [flow, { ...flow, workspace: 'another', name: 'other', keywords: ['other'] }];
    const { body } = await request(app).get('/simulator/info').expect(200);
    expect(body).toEqual({
      brand: 'Studio Nord',
      keywords: [
        { phrase: 'guide', flow: 'guide', title: 'The growth guide' },
        { phrase: 'growth guide', flow: 'guide', title: 'The growth guide' },
      ],
      refs: [{ ref: 'guide', flow: 'guide' }],
      comments: [{ phrase: 'list', flow: 'guide' }],
      buttons: [{ title: 'The guide, please', payload: 'start:guide', flow: 'guide' }],
    });
  });

  it('names the workspace while there is no flow', async () => {
    const { body } = await request(createHouse().app).get('/simulator/info').expect(200);
    expect(body).toEqual({ brand: 'studio', keywords: [], refs: [], comments: [], buttons: [] });
  });
});

describe('GET /simulator/contacts', () => {
  it('lists the simulator’s contacts, newest first, over all pages of the store', async () => {
    const { app, store } = createHouse();
    const names = Array.from({ length: 250 }, (_, index) => `Ana ${index}`);
    names.forEach((name, index) => store.contacts.push({ ...contactNamed(name), updatedAt: noon + index }));
    store.contacts.push({ ...contactNamed('someone else'), account: 'studio_ig' });
    const { body } = await request(app).get('/simulator/contacts').expect(200);
    expect(body.contacts.map(({ name }: { name: string }) => name)).toEqual(names.toReversed());
    expect(body.contacts[0]).toEqual({ name: 'Ana 249', lastAt: noon + 249 });
  });
});

describe('GET /simulator/contacts/:name', () => {
  it('tells the story, oldest first, in the words of the page', async () => {
    const { app, store } = createHouse();
    const ana = contactNamed('Ana & Bo/ü');
    store.contacts.push(ana);
    store.stories.set(ana.conversationId, [
      lineSaying('guide', {
        direction: 'in',
        from: 'contact',
        state: null,
        speaker: null,
        basis: null,
        platformMessageId: 'id-of-the-page',
      }),
      lineSaying('Here it is', {
        body: {
          text: 'Here it is',
          quickReplies: [{ title: 'Yes', payload: 'yes' }],
          link: { label: 'Get the guide', code: 'abc', target: 'https://example.com' },
        },
      }),
      lineSaying('Choose', {
        state: 'queued',
        body: {
          text: 'Choose',
          typing: 2_000,
          media: { kind: 'image', url: 'https://example.com/a.png', alt: 'Our shop' },
          buttons: [
            { kind: 'link', link: { label: 'See', code: 'def', target: 'https://example.com' } },
            { kind: 'call', title: 'Call', phone: '+4930123456' },
          ],
          cards: [
            {
              title: 'One',
              text: '',
              image: null,
              button: { kind: 'postback', title: 'Start', payload: 'start:guide' },
            },
          ],
        },
      }),
      lineSaying('unsubscribed', { speaker: { kind: 'system', rule: 'stop' } }),
      lineSaying('One more thing', { state: 'not_sent', refusal: 'stopped' }),
      lineSaying('Hi, Kim here', {
        state: 'failed',
        explanation: 'The platform refused it.',
        speaker: { kind: 'person', name: 'Kim' },
      }),
    ]);
    const { body } = await request(app)
      .get(`/simulator/contacts/${encodeURIComponent('Ana & Bo/ü')}`)
      .expect(200);
    const line = {
      at: noon,
      direction: 'out',
      state: 'sent',
      stateReason: null,
      quickReplies: [],
      link: null,
      buttons: [],
      media: null,
      cards: [],
      isTyping: false,
      isPublic: false,
    };
    const spokenBy = { kind: 'flow', flow: 'guide', step: '1-say' };
    expect(body).toEqual({
      name: 'Ana & Bo/ü',
      owner: 'bot',
      stopped: false,
      handoff: null,
      messages: [
        { ...line, id: 'id-of-the-page', direction: 'in', text: 'guide', state: null, spokenBy: null },
        {
          ...line,
          id: 'line-Here it is',
          text: 'Here it is',
          quickReplies: [{ title: 'Yes', payload: 'yes' }],
          link: { label: 'Get the guide', url: `${publicUrl}/l/abc` },
          spokenBy,
        },
        {
          ...line,
          id: 'line-Choose',
          text: 'Choose',
          state: 'queued',
          isTyping: true,
          media: { kind: 'image', url: 'https://example.com/a.png', alt: 'Our shop' },
          buttons: [
            { kind: 'link', label: 'See', url: `${publicUrl}/l/def` },
            { kind: 'call', title: 'Call', phone: '+4930123456' },
          ],
          cards: [
            {
              title: 'One',
              text: '',
              image: null,
              button: { kind: 'postback', title: 'Start', payload: 'start:guide' },
            },
          ],
          spokenBy,
        },
        {
          ...line,
          id: 'line-unsubscribed',
          text: 'unsubscribed',
          spokenBy: { kind: 'system', rule: 'stop' },
        },
        {
          ...line,
          id: 'line-One more thing',
          text: 'One more thing',
          state: 'not_sent',
          stateReason: 'The contact said STOP.',
          spokenBy,
        },
        {
          ...line,
          id: 'line-Hi, Kim here',
          text: 'Hi, Kim here',
          state: 'failed',
          stateReason: 'The platform refused it.',
          spokenBy: { kind: 'agent', name: 'Kim' },
        },
      ],
    });
  });

  it('says who has the chat, and why', async () => {
    const { app, store } = createHouse();
    const ana = contactNamed('Ana', {
      ownership: { owner: 'human', epoch: 1, mutedBefore: 1, lastPersonAt: noon },
      consent: { stopped: { occurredAt: noon, receivedAt: noon }, topics: {} },
      handoff: { id: 'handoff-1', team: 'sales', takenBy: 'Kim' },
    });
    store.contacts.push(ana);
    store.handoffs.push(handoffOf(ana));
    const { body } = await request(app).get('/simulator/contacts/Ana').expect(200);
    expect(body).toMatchObject({
      owner: 'human',
      stopped: true,
      handoff: { team: 'sales', reason: 'Runs a shop.' },
    });
  });

  it('gives a handoff without a team or a note words of ours', async () => {
    const { app, store } = createHouse();
    const ana = contactNamed('Ana', { handoff: { id: 'handoff-1', team: null, takenBy: null } });
    store.contacts.push(ana);
    store.handoffs.push(handoffOf(ana, { team: null, note: '', reason: 'asked' }));
    const { body } = await request(app).get('/simulator/contacts/Ana').expect(200);
    expect(body.handoff).toEqual({ team: '', reason: 'The contact asked for a person.' });
  });

  it('knows nobody who has not written', async () => {
    await request(createHouse().app).get('/simulator/contacts/Ana').expect(404);
  });
});

describe('the simulator', () => {
  it.each(['', '/', '/info', '/contacts', '/contacts/Ana', '/events', '/assets/page-abc123.css'])(
    'is not there while it is off: /simulator%s',
    async (path) => {
      await request(createHouse({ simulator: null }).app)
        .get(`/simulator${path}`)
        .expect(404);
    },
  );

  it('keeps what it tells out of caches', async () => {
    const { headers } = await request(createHouse().app).get('/simulator/contacts');
    expect(headers['cache-control']).toBe('no-store');
  });
});
