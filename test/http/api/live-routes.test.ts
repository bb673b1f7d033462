import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heartbeatPause } from '../../../src/contract/live.js';
import { type HttpServer, startHttpServer } from '../../../src/http/http-server.js';
import type { SignedIn } from '../../../src/inbox/identity/signed-in.js';
import { kim } from '../support/colleagues.js';
import { createHouse, type House } from '../support/house.js';
import { identityKnowing } from '../support/fake-identity.js';
import { listenAt, type LivePage } from '../support/live-page.js';
import { contactNamed, noon } from '../support/people.js';

interface Stage extends House {
  readonly sessions: Map<string, SignedIn>;
  readonly open: (
    secret: string,
    how?: { readonly query?: string; readonly after?: string },
  ) => Promise<LivePage>;
  readonly tellPresence: (secret: string, body: object) => request.Test;
}

let server: HttpServer | null = null;
let house: House | null = null;
let stage: Stage;

beforeEach(async () => {
  stage = await raise();
});

afterEach(async () => {
  vi.useRealTimers();
  house?.closing.abort();
  await server?.close();
});

/** The real app on a real port, with people who have signed in before: by their name as the secret. */
async function raise(): Promise<Stage> {
  const sessions = new Map<string, SignedIn>();
  for (const [secret, change] of [
    ['kim', {}],
    ['ada', { id: 'ada', name: 'Ada', workspaces: null }],
    ['bo', { id: 'bo', name: 'Bo', workspaces: ['elsewhere'] }],
  ] as const)
    sessions.set(secret, {
      user: { ...kim, ...change },
      sessionId: `session-${secret}`,
      standing: 'signed_in',
    });
  const findSession = (secret: string) => Promise.resolve(sessions.get(secret) ?? null);
  const made = createHouse({ identity: identityKnowing(findSession) });
  made.store.contacts.push(
    contactNamed('Ana'),
    contactNamed('Ben'),
    contactNamed('Eva', { workspace: 'elsewhere' }),
  );
  house = made;
  server = await startHttpServer(made.app, { host: '127.0.0.1', port: 0 });
  const { port } = server;
  return {
    ...made,
    sessions,
    open: (secret, { query = '', after } = {}) => listenAt(port, { secret, query, after }),
    tellPresence: (secret, body) =>
      request(made.app).post('/api/v1/live/presence').set('Cookie', `__Host-heyword=${secret}`).send(body),
  };
}

const changed = (name: string) => ({
  name: 'conversation',
  data: { conversation_id: `conversation-of-${name}` },
});
const told = (page: LivePage) => page.heard().map(({ name, data }) => ({ name, data }));
const isOpen = (page: LivePage) => expect.poll(page.last).not.toBe('');

describe('GET /api/v1/live', () => {
  it('tells which conversations have changed, and only those of workspaces that one may see', async () => {
    const [ofKim, ofAda, ofBo] = await Promise.all([stage.open('kim'), stage.open('ada'), stage.open('bo')]);
    await Promise.all([ofKim, ofAda, ofBo].map(isOpen));
    for (const name of ['Ana', 'Eva', 'nobody', 'Ben']) stage.engine.changeStory(`conversation-of-${name}`);
    const conversations = (page: LivePage) => told(page).filter(({ name }) => name === 'conversation');
    await expect.poll(() => conversations(ofAda)).toEqual([changed('Ana'), changed('Eva'), changed('Ben')]);
    await expect.poll(() => conversations(ofKim)).toEqual([changed('Ana'), changed('Ben')]);
    await expect.poll(() => conversations(ofBo)).toEqual([changed('Eva')]);
    expect(ofKim.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
  });

  it('makes one event of a burst', async () => {
    const page = await stage.open('kim');
    await isOpen(page);
    for (let times = 0; times < 500; times += 1) stage.engine.changeStory('conversation-of-Ana');
    await expect
      .poll(() => told(page).filter(({ name }) => name === 'conversation'))
      .toEqual([changed('Ana')]);
    stage.engine.changeStory('conversation-of-Ben');
    await expect.poll(() => told(page)).toContainEqual(changed('Ben'));
    expect(told(page).filter(({ name }) => name === 'conversation')).toHaveLength(2);
  });

  it('tells whoever comes back what they missed, and nothing twice', async () => {
    const watcher = await stage.open('ada');
    const page = await stage.open('kim');
    await isOpen(page);
    stage.engine.changeStory('conversation-of-Ana');
    await expect.poll(() => told(page)).toContainEqual(changed('Ana'));
    page.close();
    stage.engine.changeStory('conversation-of-Ben');
    stage.engine.changeStory('conversation-of-Eva');
    await expect.poll(() => told(watcher)).toContainEqual(changed('Eva'));
    const missed = (again: LivePage) => told(again).filter(({ name }) => name !== 'people');
    for (const how of [{ after: page.last() }, { query: `?after=${page.last()}` }]) {
      const again = await stage.open('kim', how);
      await expect.poll(() => missed(again)).toEqual([changed('Ben')]);
      again.close();
    }
  });

  it.each(['of-another-process.1', 'nonsense', ''])(
    'has who comes back from %j read everything anew',
    async (after) => {
      const page = await stage.open('kim', { after });
      await expect.poll(() => told(page)).toContainEqual({ name: 'reset', data: {} });
    },
  );

  it('has everybody read everything anew when changes were missed, and whoever comes back from before', async () => {
    const page = await stage.open('kim');
    await isOpen(page);
    const before = page.last();
    stage.engine.changeStory(null);
    await expect.poll(() => told(page)).toContainEqual({ name: 'reset', data: {} });
    const again = await stage.open('kim', { after: before });
    await expect.poll(() => told(again)).toContainEqual({ name: 'reset', data: {} });
    const present = await stage.open('kim', { after: page.last() });
    await isOpen(present);
    expect(told(present)).not.toContainEqual({ name: 'reset', data: {} });
  });

  it('has who missed very much read everything anew, and tells of what happened often once', async () => {
    const watcher = await stage.open('ada');
    const page = await stage.open('kim');
    await isOpen(page);
    const before = page.last();
    page.close();
    const many = Array.from({ length: 600 }, (_, at) => contactNamed(`Many-${at}`));
    stage.store.contacts.push(...many);
    const change = async (from: number, to: number): Promise<void> => {
      for (const { conversationId } of many.slice(from, to)) stage.engine.changeStory(conversationId);
      await expect.poll(() => told(watcher)).toContainEqual(changed(`Many-${to - 1}`));
    };
    await change(0, 300);
    await change(200, 301);
    const soon = await stage.open('kim', { after: before });
    await expect.poll(() => told(soon)).toContainEqual(changed('Many-300'));
    expect(told(soon).filter(({ name }) => name === 'conversation')).toHaveLength(301);
    await change(301, 600);
    const late = await stage.open('kim', { after: before });
    await expect.poll(() => told(late)).toEqual([{ name: 'reset', data: {} }]);
    many.forEach(({ conversationId }) => stage.engine.changeStory(conversationId));
    await expect.poll(() => told(watcher)).toContainEqual({ name: 'reset', data: {} });
  });

  it('ends when the session is revoked, or its owner may not read chats any more', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const [ofKim, ofAda, ofBo] = await Promise.all([stage.open('kim'), stage.open('ada'), stage.open('bo')]);
    await Promise.all([ofKim, ofAda, ofBo].map(isOpen));
    stage.sessions.delete('kim');
    const ada = stage.sessions.get('ada');
    if (ada !== undefined) stage.sessions.set('ada', { ...ada, user: { ...ada.user, role: 'marketer' } });
    await vi.advanceTimersByTimeAsync(heartbeatPause);
    await expect.poll(ofKim.ended).toBe(true);
    await expect.poll(ofAda.ended).toBe(true);
    expect(ofBo.ended()).toBe(false);
  });

  it('goes by what the person may see now', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const page = await stage.open('bo');
    await isOpen(page);
    const bo = stage.sessions.get('bo');
    if (bo !== undefined) stage.sessions.set('bo', { ...bo, user: { ...bo.user, workspaces: ['studio'] } });
    const before = page.last();
    stage.engine.changeStory('conversation-of-Eva');
    await expect.poll(() => told(page)).toContainEqual(changed('Eva'));
    await vi.advanceTimersByTimeAsync(heartbeatPause);
    stage.engine.changeStory('conversation-of-Eva');
    stage.engine.changeStory('conversation-of-Ana');
    await expect.poll(() => told(page)).toContainEqual(changed('Ana'));
    expect(told(page).filter(({ name }) => name === 'conversation')).toEqual([
      changed('Eva'),
      changed('Ana'),
    ]);
    expect(before).not.toBe('');
  });

  it('keeps when somebody is here, at once and every twenty seconds', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const page = await stage.open('kim');
    await isOpen(page);
    await expect.poll(() => stage.seen.get('kim')).toBe(noon);
    (stage.seen as Map<string, number>).clear();
    await vi.advanceTimersByTimeAsync(heartbeatPause);
    await expect.poll(() => stage.seen.get('kim')).toBe(noon);
  });

  it('says when somebody comes', async () => {
    const page = await stage.open('kim');
    await isOpen(page);
    await stage.open('ada');
    await expect.poll(() => told(page).filter(({ name }) => name === 'people')).toHaveLength(2);
  });

  it('tells those who were mentioned, as far as they may see the chat', async () => {
    const pages = await Promise.all(['kim', 'ada', 'bo'].map((secret) => stage.open(secret)));
    await Promise.all(pages.map(isOpen));
    const note = { id: 'n1', authorId: 'eve', author: 'Eve', text: 'See to it!', at: noon };
    const mentions = [
      { id: 'kim', name: 'Kim' },
      { id: 'bo', name: 'Bo' },
    ];
    stage.engine.decide('conversation-of-Ana', [{ kind: 'addNote', note: { ...note, mentions } }]);
    stage.engine.decide('conversation-of-Ana', [{ kind: 'addNote', note: { ...note, mentions: [] } }]);
    stage.engine.changeStory('conversation-of-Eva');
    const [ofKim, ofAda, ofBo] = pages as [LivePage, LivePage, LivePage];
    await expect.poll(() => told(ofBo)).toContainEqual(changed('Eva'));
    await expect.poll(() => told(ofAda)).toContainEqual(changed('Eva'));
    const data = { conversation_id: 'conversation-of-Ana', by: 'Eve' };
    expect(told(ofKim).filter(({ name }) => name === 'mentioned')).toEqual([{ name: 'mentioned', data }]);
    expect([...told(ofAda), ...told(ofBo)].filter(({ name }) => name === 'mentioned')).toEqual([]);
  });

  it('takes a dozen streams of a session, and not one more', async () => {
    const pages = await Promise.all(Array.from({ length: 12 }, () => stage.open('kim')));
    const oneTooMany = await stage.open('kim');
    expect(oneTooMany.answer.statusCode).toBe(429);
    expect((await stage.open('ada')).answer.statusCode).toBe(200);
    const { text } = await request(stage.app).get('/metrics');
    expect(text).toContain('heyword_live_streams 13');
    expect(text).toContain('heyword_people_online 2');
    expect(text).toContain('heyword_live_streams_refused_total{reason="session_full"} 1');
    pages[0]?.close();
    await expect
      .poll(async () => {
        const next = await stage.open('kim');
        if (next.answer.statusCode !== 200) next.close();
        return next.answer.statusCode;
      })
      .toBe(200);
  });

  it('ends when the server closes, and begins no more', async () => {
    const page = await stage.open('kim');
    await isOpen(page);
    stage.closing.abort();
    await expect.poll(page.ended).toBe(true);
    expect((await stage.open('kim')).answer.statusCode).toBe(503);
  });
});

describe('POST /api/v1/live/presence', () => {
  const present = (...people: readonly object[]) => ({
    name: 'present',
    data: { conversation_id: 'conversation-of-Ana', people },
  });
  const inAna = { page: 'page-1', conversation_id: 'conversation-of-Ana' };

  it('tells who has a conversation open and who types, to those who may see it', async () => {
    const [ofAda, ofBo] = await Promise.all([stage.open('ada'), stage.open('bo')]);
    await Promise.all([ofAda, ofBo].map(isOpen));
    await stage.tellPresence('kim', { ...inAna, is_typing: true }).expect(200, { done: true });
    await expect.poll(() => told(ofAda)).toContainEqual(present({ id: 'kim', name: 'Kim', is_typing: true }));
    await stage.tellPresence('kim', inAna).expect(200);
    await expect
      .poll(() => told(ofAda))
      .toContainEqual(present({ id: 'kim', name: 'Kim', is_typing: false }));
    expect(ofAda.heard().find(({ name }) => name === 'present')?.id).toBeNull();
    stage.engine.changeStory('conversation-of-Eva');
    await expect.poll(() => told(ofBo)).toContainEqual(changed('Eva'));
    expect(told(ofBo).filter(({ name }) => name === 'present')).toEqual([]);
  });

  it('takes a page to have left when its stream ends, unless it is back already', async () => {
    const watcher = await stage.open('ada');
    const [first, second] = await Promise.all([
      stage.open('kim', { query: '?page=page-1' }),
      stage.open('kim', { query: '?page=page-1' }),
    ]);
    await Promise.all([watcher, first, second].map(isOpen));
    await stage.tellPresence('kim', inAna).expect(200);
    first.close();
    await stage.tellPresence('kim', { ...inAna, is_typing: true }).expect(200);
    await expect
      .poll(() => told(watcher))
      .toContainEqual(present({ id: 'kim', name: 'Kim', is_typing: true }));
    expect(told(watcher)).not.toContainEqual(present());
    second.close();
    await expect.poll(() => told(watcher)).toContainEqual(present());
  });

  it('knows no conversation of another workspace', async () => {
    await stage.tellPresence('bo', inAna).expect(404);
    await stage.tellPresence('kim', { ...inAna, conversation_id: 'conversation-of-nobody' }).expect(404);
  });
});
