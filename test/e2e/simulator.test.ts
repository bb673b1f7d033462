import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../console/browser.js';
import { button, followers, log, rows, type } from '../console/simulator-pages.js';
import { sharedStage } from './driver/stage.js';

const stage = sharedStage({ workspace: 'shipped', isConnected: false, env: { PUBLIC_URL: '' } });
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPage(follower: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${stage().server.address}/simulator#${follower}`);
  await page.getByText('Connected', { exact: true }).waitFor();
  await page.getByText(`You are ${follower}`).waitFor();
  return page;
}

interface StoryLine {
  readonly direction: string;
  readonly text: string;
}

async function lastInStoryOf(follower: string): Promise<StoryLine | undefined> {
  const answer = await stage().get(`/simulator/contacts/${follower}`);
  const { messages } = (await answer.json()) as { readonly messages: readonly StoryLine[] };
  return messages.at(-1);
}

/** The newest message of the business with these words. */
const said = (page: Page, text: string) => rows(page).filter({ hasText: text }).last();

describe('the shipped flows, without an account', () => {
  it('are tried out on the simulator, which the start-up message names', async () => {
    const { output, address } = stage().server;
    expect(output.text).toContain(`${address}/simulator`);
    expect((await stage().get('/simulator')).status).toBe(200);
  });

  it('hold the whole conversation there, and each line says which flow and step spoke', async () => {
    const page = await openPage('Ana');
    await type(page, 'guide');
    const greeting = said(page, 'Here is the guide');
    await greeting.getByText(/^guide › /).waitFor();
    const link = new URL((await greeting.getByRole('link').getAttribute('href'))!);
    expect((await stage().get(link.pathname)).headers.get('location')).toMatch(
      /^https:\/\/example\.com\/guide\?/,
    );
    await said(page, 'What are you working on?').getByText('guide › project').waitFor();
    await type(page, 'a puppet theatre');
    await said(page, 'Good luck with a puppet theatre!').waitFor();
    await said(page, 'One short tip a week')
      .getByText(/^guide › /)
      .waitFor();
    await button(page, 'Yes').click();
    await said(page, 'Lovely').waitFor();

    await type(page, 'guide');
    await said(page, 'What are you working on?').waitFor();
    await type(page, 'please stop messaging me');
    await said(page, 'You are unsubscribed').getByText('STOP confirmation').waitFor();
    await page.getByText('nothing will be sent until START').waitFor();
    await type(page, 'guide');
    // The page shows it before the server has it. Once that has, the story already holds each answer there will be.
    await expect
      .poll(() => lastInStoryOf('Ana'), { timeout: 10_000 })
      .toMatchObject({ direction: 'in', text: 'guide' });
    await page.close();
  });

  it('keep two followers apart', async () => {
    const [bela, dana] = [await openPage('Bela'), await openPage('Dana')];
    await type(bela, 'guide');
    await said(bela, 'What are you working on?').waitFor();
    await type(dana, 'pricing');
    await said(dana, 'What do you need?').waitFor();
    await type(bela, 'a museum');
    await said(bela, 'Good luck with a museum!').waitFor();
    await button(dana, 'A new website').click();
    await said(dana, 'when would you like to start?').waitFor();
    expect(await log(bela).getByText('What do you need?').count()).toBe(0);
    expect(await log(dana).getByText('a museum').count()).toBe(0);
    await followers(dana).getByRole('button', { name: 'Bela' }).click();
    await log(dana).getByText('Good luck with a museum!').waitFor();
    await Promise.all([bela.close(), dana.close()]);
  });

  it('cannot be spoken to by a page of somebody else', async () => {
    const saying = JSON.stringify({ contact: 'Eve', id: 'evil-1', text: 'guide' });
    const answer = await fetch(`${stage().server.address}/webhooks/simulator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: saying,
    });
    expect(answer.status).toBe(403);
    expect((await stage().get('/simulator/contacts/Eve')).status).toBe(404);
  });
});
