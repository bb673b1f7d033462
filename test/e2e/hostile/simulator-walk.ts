import { expect } from 'vitest';
import { followers, log } from '../../console/simulator-pages.js';
import type { Stage } from '../driver/stage.js';
import { hostileTexts, kernelOf, oneOfEachKind, shortTexts } from './text-vectors.js';
import { hostileLink } from './texts-workspace.js';
import type { WatchedPage } from './watched-page.js';

/** Says all texts. */
const talker = 'Ana';

/** A follower who says all texts, and others who are called so. */
export async function sayEverything(stage: Stage): Promise<void> {
  const url = `${stage.server.address}/webhooks/simulator`;
  const say = async (contact: string, id: string, text: string): Promise<void> => {
    const body = JSON.stringify({ contact, id, text });
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer.status, await answer.text()).toBe(200);
  };
  await Promise.all([
    ...hostileTexts.map((text, at) => say(talker, `said-${at}`, text)),
    ...shortTexts.map(async (name, at) => {
      await say(name, `asked-${at}`, 'talk to us');
      await say(name, `told-${at}`, name);
    }),
  ]);
}

/** Everybody whom the page may speak as. */
export async function readFollowers(watched: WatchedPage): Promise<void> {
  await watched.shows('.follower-name', shortTexts);
}

/** A long chat: what the follower said, under the business's name. */
export async function readChat(watched: WatchedPage): Promise<void> {
  await watched.page.getByText(`You are ${talker}`).waitFor();
  await watched.shows('.own');
  await watched.shows('.chat-brand', hostileTexts.slice(0, 1));
}

/** Followers who are called by a text of each kind: who they are, what is said to them, and why a person is asked for. */
export async function meetFollowers({ page }: WatchedPage): Promise<void> {
  const names = oneOfEachKind.map((at) => hostileTexts[at] ?? '').filter((name) => shortTexts.includes(name));
  for (const name of names) {
    const called = followers(page)
      .getByRole('button')
      .filter({ hasText: kernelOf(name) });
    await called.first().click();
    await log(page)
      .getByText('So it is about')
      .filter({ hasText: kernelOf(name) })
      .waitFor();
    expect(await page.title()).toContain(kernelOf(name));
    await log(page).getByRole('link', { name: hostileLink.label }).waitFor();
  }
}
