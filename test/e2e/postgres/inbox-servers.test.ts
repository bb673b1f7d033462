import { describe, expect, onTestFinished } from 'vitest';
import { listenAt, type LivePage } from '../../http/support/live-page.js';
import { Colleague } from '../driver/colleague.js';
import type { ServerProcess } from '../driver/server-process.js';
import { it } from '../driver/stage.js';

interface Present {
  readonly conversation_id: string;
  readonly people: readonly { readonly name: string; readonly is_typing: boolean }[];
}

const patiently = { timeout: 10_000 };

/** A page of the inbox at one of the servers; `after`: it was open elsewhere, or before. */
async function openPage(server: ServerProcess, { secret }: Colleague, after?: string): Promise<LivePage> {
  const page = await listenAt(Number(new URL(server.address).port), { secret, query: '?page=page-1', after });
  onTestFinished(() => page.close());
  await expect.poll(page.last, patiently).not.toBe('');
  return page;
}

/** The last that a page was told of who is in a chat. */
function presentIn(page: LivePage, conversationId: string): Present['people'] {
  const told = page.heard().filter(({ name }) => name === 'present') as readonly { data: Present }[];
  return told.findLast(({ data }) => data.conversation_id === conversationId)?.data.people ?? [];
}

describe('the inbox of servers on one database', () => {
  it('shows at one what is done, and who types, at the other, and loses nothing on the way between them', async ({
    setStage,
  }) => {
    const stage = await setStage();
    const one = await stage.start();
    const olga = await Colleague.owner(stage, one);
    const other = await stage.start();
    const link = await olga.invite(one, 'mira@studio.example');
    const mira = await Colleague.guest(stage, other, link, 'Mira');
    const ada = stage.follower();
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    const { id } = await ada.conversation();
    const change = { name: 'conversation', data: { conversation_id: id } };
    const told = (page: LivePage) => page.heard().map(({ name, data }) => ({ name, data }));

    const page = await openPage(one, mira);
    const before = page.heard().length;
    await olga.post(other, `/conversations/${id}/notes`, { text: 'Mine.', request_id: 'note-1' });
    await expect.poll(() => told(page).slice(before), patiently).toContainEqual(change);

    await olga.post(other, '/live/presence', { page: 'page-2', conversation_id: id, is_typing: true });
    await expect
      .poll(() => presentIn(page, id), patiently)
      .toMatchObject([{ name: 'Olga', is_typing: true }]);
    const desk = await mira.get<{ present: Present['people'] }>(one, `/conversations/${id}/desk`);
    expect(desk.present).toMatchObject([{ name: 'Olga', is_typing: true }]);
    await olga.post(other, '/live/presence', { page: 'page-2', conversation_id: null });
    await expect.poll(() => presentIn(page, id), patiently).toEqual([]);

    const last = page.last();
    page.close();
    await olga.post(other, `/conversations/${id}/reply`, { text: 'Hello!', request_id: 'reply-1' });
    await ada.hears('Hello!');
    // What the other server told before is nothing that this one can count on: the page reads everything anew.
    const moved = await openPage(other, mira, last);
    await expect.poll(() => told(moved), patiently).toContainEqual({ name: 'reset', data: {} });
    const timeline = await mira.get<{ items: readonly object[] }>(other, `/conversations/${id}/timeline`);
    expect(JSON.stringify(timeline)).toContain('Hello!');

    const heard = moved.last();
    moved.close();
    await other.kill();
    const back = await openPage(await stage.start(), mira, heard);
    await expect.poll(() => told(back), patiently).toContainEqual({ name: 'reset', data: {} });
    await olga.post(one, `/conversations/${id}/notes`, { text: 'Done.', request_id: 'note-2' });
    await expect.poll(() => told(back), patiently).toContainEqual(change);
  }, 90_000);
});
