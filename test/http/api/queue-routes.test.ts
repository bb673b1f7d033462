import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import type { QueueItem } from '../../../src/store/queue.js';
import { apiToken, createHouse, type House } from '../support/house.js';
import { kim } from '../support/colleagues.js';
import { identityKnowing } from '../support/fake-identity.js';
import { noon } from '../support/people.js';

const minute = 60_000;

function item(change: Partial<QueueItem> = {}): QueueItem {
  return {
    ...{ id: 'h1', conversationId: 'c1', workspace: 'studio', account: 'ig', channel: 'instagram' },
    ...{
      contactId: 'k1',
      contactName: 'Ana',
      tags: ['vip'],
      team: 'sales',
      reason: 'asked',
      note: 'Is in a hurry',
    },
    ...{ priority: 'high', reference: null, state: 'open', takenBy: null, openedAt: noon - minute },
    ...{
      firstReplyAt: null,
      closedAt: null,
      firstReplyDueAt: noon + minute,
      resolveDueAt: null,
      dueAt: noon,
    },
    ...{ resolveLeft: null, waitsFor: 'team', waitingSince: null, assigneeId: null, assignee: null },
    ...{ assignedAt: null, snoozedUntil: null, closedBy: null, outcome: null, rating: null },
    lastMessage: { text: 'hello?', direction: 'in', at: noon },
    ...change,
  };
}

let house: House;

beforeEach(() => {
  const user = { ...kim, teams: ['studio/sales'] };
  house = createHouse({
    identity: identityKnowing(async () => ({ user, sessionId: 's', standing: 'signed_in' as const })),
  });
});

const get = (path: string) => request(house.app).get(`/api/v1${path}`).set('Cookie', '__Host-heyword=secret');

describe('GET /api/v1/queue', () => {
  it('lists handoffs as agents see them, with how it stands with what was promised', async () => {
    house.store.queueItems.push(item());
    const { body } = await get('/queue').expect(200);

    expect(body).toEqual({
      items: [
        {
          ...{ id: 'h1', conversation_id: 'c1', workspace: 'studio', account: 'ig', channel: 'instagram' },
          ...{ contact_name: 'Ana', contact_id: 'k1', tags: ['vip'], team: 'sales', reason: 'asked' },
          ...{ note: 'Is in a hurry', priority: 'high', reference: null, state: 'open', assignee: null },
          opened_at: new Date(noon - minute).toISOString(),
          ...{
            waits_for: 'team',
            waiting_since: new Date(noon - minute).toISOString(),
            first_reply_at: null,
          },
          first_reply: {
            due_at: new Date(noon + minute).toISOString(),
            at_risk_at: new Date(noon - 14 * minute).toISOString(),
            level: 'at_risk',
          },
          resolution: { due_at: null, at_risk_at: null, level: 'none' },
          ...{ snoozed_until: null, closed_at: null, closed_by: null, outcome: null, rating: null },
          last_message: { text: 'hello?', direction: 'in', at: new Date(noon).toISOString() },
        },
      ],
      next: null,
    });
  });

  it('asks for no more than whoever is signed in may see, and says which teams are theirs', async () => {
    await get('/queue?view=team&sort=oldest&tag=vip&limit=5&cursor=7').expect(200);
    await get('/queue/counts').expect(200);
    const scope = { workspaces: ['studio'], userId: 'kim', teams: ['studio/sales'] };

    expect(house.store.queueAsked).toEqual([
      [scope, { view: 'team', tag: 'vip' }, { sort: 'oldest', page: { after: '7', limit: 5 } }, noon],
      [scope, noon],
    ]);
  });

  it.each([
    ['nobody', {}, null],
    ['a user', { assigneeId: 'u7', assignee: 'Tom', takenBy: 'Tom' }, { id: 'u7', name: 'Tom' }],
    ['somebody elsewhere who took it', { takenBy: 'desk' }, { id: null, name: 'desk' }],
  ])('names %s as the assignee', async (_who, change, assignee) => {
    house.store.queueItems.push(item(change));

    expect((await get('/queue/h1').expect(200)).body).toMatchObject({ assignee });
  });

  it.each([
    [
      'sleeps until its time',
      minute,
      { state: 'snoozed', snoozed_until: new Date(noon + minute).toISOString() },
    ],
    ['is awake from then on, though its timer is late', 0, { state: 'taken', snoozed_until: null }],
  ])('%s', async (_claim, ahead, shown) => {
    house.store.queueItems.push(item({ state: 'snoozed', takenBy: 'Tom', snoozedUntil: noon + ahead }));

    expect((await get('/queue/h1').expect(200)).body).toMatchObject(shown);
  });

  it('hides what belongs to another workspace, and is nothing for programs', async () => {
    house.store.queueItems.push(item({ workspace: 'elsewhere' }));

    await get('/queue/h1').expect(404);
    await get('/queue/nowhere').expect(404);
    await request(house.app).get('/api/v1/queue').set('Authorization', `Bearer ${apiToken}`).expect(403);
  });

  it('refuses views and orders that there are not', async () => {
    await get('/queue?view=everything').expect(400);
    await get('/queue?sort=random').expect(400);
  });
});
