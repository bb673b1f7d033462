import { describe, expect } from 'vitest';
import { Follower, type AccountName } from './stage/follower.js';
import type { Stage } from './stage/stage.js';
import { studioFiles } from './stage/studio-files.js';
import { it, withFiles } from './stage/with-stage.js';

const mia = { name: 'Mia', id: null };

/** Somebody who has written, a second after all that was before. */
async function writer(stage: Stage, account?: AccountName): Promise<Follower> {
  await stage.time.pass(1_000);
  const follower = new Follower(stage, account);
  await follower.says('link');
  return follower;
}

/** Makes one contact of theirs, from the chat of the first. */
async function merge(stage: Stage, chat: Follower, other: Follower) {
  const merged = stage.engine.merge(await chat.conversationId(), mia, await other.contactId());
  const result = await stage.time.passUntil(merged);
  await stage.time.settle();
  return result;
}

describe('two contacts that are merged', () => {
  it('are one, under both names, in the conversation that was written in last', async ({ stage }) => {
    const ada = await writer(stage);
    const bea = await writer(stage);
    const last = await bea.conversationId();
    expect(await merge(stage, ada, bea)).toEqual({ ok: true, conversationId: last });
    expect(await ada.conversationId()).toBe(last);
    const contact = await stage.store.readContact(await ada.contactId());
    expect([...(contact?.platformIds ?? [])].sort()).toEqual([ada.id, bea.id].sort());
  });

  it('have one story, with all that was said to either', async ({ stage }) => {
    const ada = await writer(stage);
    const bea = await writer(stage);
    await merge(stage, bea, ada);
    const said = (await ada.story()).filter(({ direction }) => direction === 'in');
    expect(said.map(({ body }) => body.text)).toEqual(['link', 'link']);
  });

  it('are written to no more once either has said STOP', async ({ stage }) => {
    const ada = await writer(stage);
    const bea = await writer(stage);
    await ada.says('STOP');
    await merge(stage, bea, ada);
    const refused = await stage.engine.reply(await bea.conversationId(), mia, { text: 'Hello.' }, 'r');
    expect(refused).toMatchObject({ ok: false, reason: 'stopped' });
  });

  it('stay one contact, which cannot be merged with itself', async ({ stage }) => {
    const ada = await writer(stage);
    const bea = await writer(stage);
    await merge(stage, ada, bea);
    expect(await merge(stage, ada, bea)).toMatchObject({
      ok: false,
      reason: 'not_mergeable',
      message: 'This is the same contact already.',
    });
  });
});

describe('merging is refused', () => {
  it('where the conversation or the contact is not there', async ({ stage }) => {
    const ada = await writer(stage);
    const results = [
      stage.engine.merge('nobody', mia, await ada.contactId()),
      stage.engine.merge(await ada.conversationId(), mia, 'nobody'),
    ];
    for (const result of await stage.time.passUntil(Promise.all(results)))
      expect(result).toMatchObject({ ok: false, reason: 'not_found' });
  });

  it('across accounts, each of which keeps its contact', async ({ stage }) => {
    const ada = await writer(stage, 'studio_ig');
    const bea = await writer(stage, 'studio_page');
    expect(await merge(stage, ada, bea)).toMatchObject({ ok: false, reason: 'not_mergeable' });
    expect(await ada.contactId()).not.toBe(await bea.contactId());
  });

  it('while either is called spam, and not after', async ({ stage }) => {
    const ada = await writer(stage);
    const bea = await writer(stage);
    const id = await bea.conversationId();
    await stage.time.passUntil(stage.engine.block(id, mia, true));
    for (const [chat, other] of [
      [ada, bea],
      [bea, ada],
    ] as const)
      expect(await merge(stage, chat, other)).toMatchObject({ ok: false, reason: 'not_mergeable' });
    await stage.time.passUntil(stage.engine.block(id, mia, false));
    expect(await merge(stage, ada, bea)).toMatchObject({ ok: true });
  });

  withFiles(twoBrands())('across workspaces, as if the other contact were not there', async ({ stage }) => {
    const ada = await writer(stage, 'studio_ig');
    const bea = await writer(stage, 'south_ig');
    expect(await merge(stage, ada, bea)).toEqual({
      ok: false,
      reason: 'not_found',
      message: 'There is no such contact.',
    });
    expect(await ada.contactId()).not.toBe(await bea.contactId());
  });
});

/** Two workspaces on one server, each with an account on Instagram. */
function twoBrands() {
  const south = `
brand: Studio South
disclosure: off
timezone: Europe/Berlin
languages: [en]
accounts:
  - { channel: instagram, name: south_ig, id: "2001", token: $IG_TOKEN, secret: $APP_SECRET }
topics:
  tips: { title: Tips, notice: One tip a week? }
teams:
  sales: { title: Sales, first_reply: 2h, resolve: 24h }
links:
  guide: { to: "https://example.com/guide", label: Get the guide }
`;
  const brands = { nord: studioFiles(), south: studioFiles({ 'workspace.yaml': south }) };
  return Object.entries(brands).flatMap(([folder, files]) =>
    files.map(({ path, text }) => ({ path: `${folder}/${path}`, text })),
  );
}
