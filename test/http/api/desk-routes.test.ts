import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HttpDeps } from '../../../src/http/http-app.js';
import type { User } from '../../../src/inbox/identity/signed-in.js';
import type { Store } from '../../../src/store/store.js';
import { everywhere } from '../../store/contract/erasure.js';
import {
  applyOne,
  at,
  doing,
  happens,
  minute,
  noon as begin,
  nothing,
  writes,
} from '../../store/contract/world.js';
import { openAt, scratchPath } from '../../store/sqlite/scratch.js';
import { kim } from '../support/colleagues.js';
import { createHouse, type House } from '../support/house.js';

const people = {
  kim: { ...kim, workspaces: ['nord'] },
  lee: { ...kim, id: 'lee', name: 'Lee', workspaces: null },
  bo: { ...kim, id: 'bo', name: 'Bo', workspaces: ['elsewhere'] },
  may: { ...kim, id: 'may', name: 'May', role: 'marketer' as const, workspaces: null },
};

type Who = keyof typeof people;

describe('what an agent reads', () => {
  let store: Store;
  let house: House;
  let conversationId: string;

  beforeEach(async () => {
    store = openAt(scratchPath());
    ({ conversationId } = await applyOne(store, writes('hello there'), everywhere));
    house = createHouse({
      store,
      identity: {
        findSession: (secret: string) => {
          const user = people[secret as Who] as User | undefined;
          return Promise.resolve(
            user ? { user, sessionId: `s-${secret}`, standing: 'signed_in' as const } : null,
          );
        },
      } as HttpDeps['identity'],
    });
  });

  const get = (who: Who, path: string) =>
    request(house.app).get(`/api/v1${path}`).set('Cookie', `__Host-heyword=${who}`);
  const reply = (who: Who, body: object) =>
    request(house.app)
      .post(`/api/v1/conversations/${conversationId}/reply`)
      .set('Cookie', `__Host-heyword=${who}`)
      .send(body);

  it('is the desk, with what may be written and what they have reached', async () => {
    const { body } = await get('kim', `/conversations/${conversationId}/desk`).expect(200);

    expect(body).toMatchObject({
      conversation_id: conversationId,
      workspace: 'nord',
      contact: { name: 'hello there', platform_ids: ['ada'], is_blocked: false },
      composer: {
        text: { most: 1000, unit: 'bytes' },
        attachments: ['image', 'video', 'audio', 'file'],
        templates: [],
      },
      outcomes: [{ name: 'delivered', by: 'hello there', value: 5 }],
      runs: [{ flow: 'guide', outcomes: ['delivered'], is_open: false }],
      present: [],
      handoff: { team: 'sales', state: 'open', first_reply: { level: 'none' } },
      earlier_handoffs: [],
    });
  });

  it('is the timeline page by page, facts in words for people', async () => {
    const took = { kind: 'personTookOver', person: 'Lee', ...at(begin + minute) } as const;
    await applyOne(store, happens(conversationId, took), nothing);
    const tags = {
      kind: 'tagsChanged',
      person: 'Lee',
      add: ['vip'],
      remove: [],
      ...at(begin + minute),
    } as const;
    await applyOne(store, happens(conversationId, tags), nothing);
    const lost = { kind: 'handoffAssigned', person: 'Lee', to: null, ...at(begin + minute) } as const;
    await applyOne(store, happens(conversationId, lost), (conversation) => ({
      ...{ conversation, effects: [], disposition: 'handled' },
      trace: [{ rule: 'assigned', result: 'somebody else has it by now' }],
    }));
    const { body } = await get('kim', `/conversations/${conversationId}/timeline?limit=3`).expect(200);
    const before = await get('kim', `/conversations/${conversationId}/timeline?limit=50&cursor=${body.next}`);

    expect(body.items).toMatchObject([
      { kind: 'fact', fact: 'handoff_taken', by: 'Lee', details: {} },
      { kind: 'fact', fact: 'tags_changed', by: 'Lee', details: { added: 'vip' } },
    ]);
    expect(before.body.items).toMatchObject([
      { kind: 'message', line: { direction: 'in', text: 'hello there', event: { kind: 'messageReceived' } } },
      { kind: 'note' },
      { kind: 'fact', fact: 'consent_granted', details: { topic: 'weekly_tips' } },
      { kind: 'fact', fact: 'outcome_reached', details: { outcome: 'delivered', value: '5' } },
      { kind: 'message', line: { direction: 'out' } },
      { kind: 'message', line: { direction: 'out' } },
      { kind: 'fact', fact: 'handoff_opened', details: { team: 'sales', reason: 'flow' } },
    ]);
    expect(before.body.next).toBeNull();
  });

  it('is found by words, only where somebody may look', async () => {
    const { body } = await get('kim', '/search?q=Hello').expect(200);

    expect(body.contacts).toMatchObject([{ conversation_id: conversationId, name: 'hello there' }]);
    expect(body.messages[0]).toMatchObject({
      excerpt: '\uE000hello\uE001 there',
      conversation_id: conversationId,
    });
    expect((await get('bo', '/search?q=hello').expect(200)).body).toEqual({
      contacts: [],
      messages: [],
      next: null,
    });
    expect((await get('kim', '/search?q=%22').expect(200)).body.messages).toEqual([]);
    await get('may', '/search?q=hello').expect(403);
  });

  it.each(['', '/story', '/desk', '/timeline'])('is not there for whom it is not: %s', async (rest) => {
    await get('kim', `/conversations/${conversationId}${rest}`).expect(200);
    await get('bo', `/conversations/${conversationId}${rest}`).expect(404);
    await get('kim', `/conversations/nobody${rest}`).expect(404);
    await get('may', `/conversations/${conversationId}${rest}`).expect(403);
  });

  it('moves on for everybody but whoever wrote the newest words', async () => {
    const versionFor = async (who: Who) =>
      (await get(who, `/conversations/${conversationId}/desk`)).body.version as string;
    const [kims, lees] = [await versionFor('kim'), await versionFor('lee')];
    const answered = { kind: 'personReplied', person: 'Kim', text: 'Hi', ...at(begin) } as const;
    await applyOne(store, happens(conversationId, answered), (conversation, event) =>
      doing({
        kind: 'sendMessage',
        message: {
          id: `${event.id}.1`,
          body: { text: 'Hi' },
          basis: { kind: 'person' },
          speaker: { kind: 'person', name: 'Kim' },
          eventId: event.id,
          epoch: 0,
          state: 'queued',
        },
      })(conversation, event),
    );

    expect(await versionFor('kim')).toBe(kims);
    expect(await versionFor('lee')).not.toBe(lees);
  });

  it('goes along with an answer, which is asked about again where others spoke meanwhile', async () => {
    const { version } = (await get('kim', `/conversations/${conversationId}/desk`)).body as {
      version: string;
    };
    const seen = await store.readVersion(conversationId, people.kim);
    await reply('kim', { text: 'Hi', request_id: 'k1', seen: version }).expect(200);
    await reply('kim', { text: 'Hi', request_id: 'k2' }).expect(200);
    await reply('kim', { text: 'Hi', request_id: 'k3', seen: 'yesterday' }).expect(200);

    expect(house.engine.deeds.map(([, , , given]) => (given as { seen?: unknown }).seen)).toEqual([
      seen,
      undefined,
      { message: -1, note: -1 },
    ]);
    house.engine.deedResult = { ok: false, reason: 'story_moved_on', message: 'Read it first.' };
    const refused = await reply('kim', { text: 'Hi', request_id: 'k4', seen: version }).expect(409);
    expect(refused.body).toMatchObject({ error: { code: 'story_moved_on' } });
  });
});
