import { describe, expect, it } from 'vitest';
import { messageOut } from './fake-simulator.js';
import { button, followers, log, simulatorPages, type } from './simulator-pages.js';

const pages = simulatorPages();

describe('when something is broken', () => {
  it('says that it reconnects, and catches up with what it missed', async () => {
    pages.server.say('Ana', messageOut('Before'));
    const page = await pages.open();
    await log(page).getByText('Before').waitFor();
    pages.server.cutLiveLine();
    await page.getByText('Reconnecting…').waitFor();
    await expect.poll(() => pages.server.refusedLines).toBeGreaterThan(0);
    pages.server.say('Ana', messageOut('Meanwhile'));
    pages.server.hasLiveLine = true;
    await log(page).getByText('Meanwhile').waitFor();
    await page.getByText('Connected', { exact: true }).waitFor();
  });

  it('says why a chat could not be loaded, and loads it on demand', async () => {
    pages.server.say('Bela', messageOut('Hi Bela'));
    const page = await pages.open();
    await page.route('**/simulator/contacts/Bela', (route) => route.fulfill({ status: 500, body: 'oops' }));
    await followers(page).getByRole('button', { name: 'Bela' }).click();
    await page.getByText('This chat could not be loaded.').waitFor();
    await page.getByText('The server answered 500.').waitFor();
    await page.unroute('**/simulator/contacts/Bela');
    await button(page, 'Try again').click();
    await log(page).getByText('Hi Bela').waitFor();
    expect(await page.getByText('This chat could not be loaded.').count()).toBe(0);
  });

  it('says why the flows could not be listed, and still takes a message', async () => {
    const page = await pages.newPage();
    await page.route('**/simulator/info', (route) =>
      route.fulfill({
        status: 503,
        json: { error: { code: 'flows', message: 'guide.yaml does not parse.' } },
      }),
    );
    await page.goto(pages.server.address);
    await page.getByText('guide.yaml does not parse.').waitFor();
    await type(page, 'hello');
    await expect.poll(() => pages.server.received.length).toBe(1);
  });
});
