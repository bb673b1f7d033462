import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeInbox } from './fake-inbox/fake-inbox.js';

let fake: FakeInbox;

beforeAll(async () => {
  fake = await FakeInbox.start('.', { handoffs: 3_000 });
});
afterAll(() => fake.stop());

const ask = async (path: string, body?: unknown) => {
  const answer = await fetch(`${fake.address}/api/v1${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
};

it('answers everything that pages read as the contract says', async () => {
  const reads = ['/session', '/people', '/queue/counts', '/queue/h-3', '/views', '/replies'];
  const ofChats = ['/conversations/c-0/desk', '/conversations/c-0/timeline', '/search?q=guide'];
  for (const path of [...reads, ...ofChats]) expect([path, (await ask(path)).status]).toEqual([path, 200]);
});

it('lists every handoff of a view once, page by page', async () => {
  const seen = new Set<string>();
  let cursor = '';
  do {
    const { body } = await ask(`/queue?view=unassigned&limit=500${cursor}`);
    for (const { id } of body.items) seen.add(id);
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  expect(seen.size).toBe((await ask('/queue/counts')).body.views.unassigned);
});

it('refuses what the contract does not take, and an answer to a story that has moved on', async () => {
  expect((await ask('/queue?view=everything')).status).toBe(400);
  const { version } = (await ask('/conversations/c-1/desk')).body;
  fake.changes.contactWrites('c-1', 'One more thing');
  const reply = await ask('/conversations/c-1/reply', { text: 'Yes', request_id: 'r', seen: version });
  expect([reply.status, reply.body.error.code]).toEqual([409, 'story_moved_on']);
});
