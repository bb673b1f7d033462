import { describe, expect, it } from 'vitest';
import { createApiClient } from '../support/api-client.js';
import { contactNamed, noon } from '../support/people.js';

const at = '2026-11-22T12:00:00.000Z';
const shown = {
  id: 'contact-Ana',
  conversation_id: 'conversation-of-Ana',
  workspace: 'studio',
  account: 'simulator',
  channel: 'simulator',
  platform_ids: ['Ana'],
  name: null,
  tags: [],
  fields: {},
  consent: { stopped_at: null, topics: [] },
  created_at: at,
  updated_at: at,
};

describe('GET /contacts', () => {
  it('lists contacts, those of one account if wanted', async () => {
    const { get, store } = createApiClient();
    store.contacts.push(contactNamed('Ana'), { ...contactNamed('Bo'), account: 'studio_ig' });
    const all = await get('/contacts').expect(200);
    expect(all.body.items).toHaveLength(2);
    const some = await get('/contacts?account=simulator&limit=1').expect(200);
    expect(some.body).toEqual({ items: [shown], next: null });
  });
});

describe('GET /contacts/:ref', () => {
  it.each(['contact-Ana', encodeURIComponent('simulator/Ana')])('finds a contact by %s', async (ref) => {
    const { get, store } = createApiClient();
    store.contacts.push(contactNamed('Ana'));
    expect((await get(`/contacts/${ref}`).expect(200)).body).toEqual(shown);
  });

  it.each(['nobody', 'simulator/Ana', '%E0%A4%A'])('does not find one by %s', async (ref) => {
    const { get, store } = createApiClient();
    store.contacts.push(contactNamed('Ana'));
    const { status, body } = await get(`/contacts/${ref}`);
    expect(status).toBe(ref.startsWith('%') ? 400 : 404);
    expect(body.error.message).toEqual(expect.any(String));
  });
});

describe('GET /contacts/:ref/consent', () => {
  it('shows the ledger: what was agreed, how, and what binds it', async () => {
    const { get, store } = createApiClient();
    store.contacts.push(contactNamed('Ana'));
    store.ledgers.set('contact-Ana', [
      {
        contactId: 'contact-Ana',
        sequence: 1,
        entry: {
          change: 'granted',
          purpose: 'weekly_tips',
          occurredAt: noon,
          receivedAt: noon + 1,
          eventId: 'event-1',
          notice: 'One short tip a week?',
          words: 'yes please',
          platformMessageId: 'mid-1',
          actor: 'contact',
          flow: { name: 'guide', version: 'v1', step: '4-ask_consent' },
        },
        commitment: 'c0',
        previousHash: 'h0',
        hash: 'h1',
        erased: false,
      },
    ]);
    const { body } = await get('/contacts/simulator%2FAna/consent').expect(200);
    expect(body).toEqual({
      contact_id: 'contact-Ana',
      lines: [
        {
          sequence: 1,
          change: 'granted',
          purpose: 'weekly_tips',
          occurred_at: at,
          received_at: '2026-11-22T12:00:00.001Z',
          notice: 'One short tip a week?',
          words: 'yes please',
          actor: 'contact',
          flow: { name: 'guide', version: 'v1', step: '4-ask_consent' },
          event_id: 'event-1',
          platform_message_id: 'mid-1',
          commitment: 'c0',
          previous_hash: 'h0',
          hash: 'h1',
          is_erased: false,
        },
      ],
    });
  });
});

describe('POST /contacts/:ref/withdraw', () => {
  it('withdraws for the contact’s conversation', async () => {
    const { post, store, engine } = createApiClient();
    store.contacts.push(contactNamed('Ana'));
    await post('/contacts/contact-Ana/withdraw', { person: 'Kim', purpose: 'all' }).expect(200);
    expect(engine.deeds).toEqual([['withdraw', 'conversation-of-Ana', { name: 'Kim', id: null }, 'all']]);
  });

  it('answers 404 for nobody, and 400 without a purpose', async () => {
    const { post, store } = createApiClient();
    store.contacts.push(contactNamed('Ana'));
    await post('/contacts/nobody/withdraw', { person: 'Kim', purpose: 'all' }).expect(404);
    const { body } = await post('/contacts/contact-Ana/withdraw', { person: 'Kim' }).expect(400);
    expect(body.error.message).toBe('body.purpose must be a text of 1 to 100 characters.');
  });
});
