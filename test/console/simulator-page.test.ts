import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenRules } from './check-page.js';
import { messageOut } from './fake-simulator.js';
import { button, composer, log, rows, simulatorPages, type } from './simulator-pages.js';

const pages = simulatorPages();

describe('a conversation', () => {
  it('sends a typed message and shows the answer live', async () => {
    pages.server.answering = (_body, story) => ({
      messages: [...story.messages, messageOut('Here is the guide')],
    });
    const page = await pages.open();
    await type(page, 'Guide!');
    await log(page).getByText('Here is the guide').waitFor();

    expect(pages.server.received).toEqual([
      { contact: 'Ana', id: expect.any(String) as string, text: 'Guide!' },
    ]);
    expect(await rows(page).count()).toBe(2);
    pages.server.say('Ana', messageOut('And one more thing'));
    await log(page).getByText('And one more thing').waitFor();
  });

  it('goes on writing after a message: the composer is empty and has the focus', async () => {
    const page = await pages.open();
    await composer(page).fill('hello');
    await button(page, 'Send').click();
    await log(page).getByText('hello').waitFor();
    await page.keyboard.type('again');
    expect(await composer(page).inputValue()).toBe('again');
  });

  it('sends neither an empty message nor one of more than 20,000 characters', async () => {
    const page = await pages.open();
    await type(page, ' \n ');
    await composer(page).fill('a'.repeat(20_001));
    await page.getByText('20,001 characters; at most 20,000 can be sent.').waitFor();
    await composer(page).press('Enter');
    await type(page, 'a'.repeat(20_000));
    await expect.poll(() => pages.server.received.length).toBeGreaterThan(0);
    expect(pages.server.received.map(({ text }) => text?.length)).toEqual([20_000]);
  });

  it('keeps the lines of a message written with Shift and Enter', async () => {
    const page = await pages.open();
    await composer(page).fill('one');
    await composer(page).press('Shift+Enter');
    await page.keyboard.type('two');
    await composer(page).press('Enter');
    await expect.poll(() => pages.server.received.map(({ text }) => text)).toEqual(['one\ntwo']);
  });

  it('tells the server in the order of writing, though the first message is slow to leave', async () => {
    const page = await pages.open();
    let isFirst = true;
    await page.route('**/webhooks/simulator', async (route) => {
      if (isFirst) {
        isFirst = false;
        await page.getByText('second').waitFor();
      }
      await route.continue();
    });
    await type(page, 'first');
    await type(page, 'second');
    await expect.poll(() => pages.server.received.map(({ text }) => text)).toEqual(['first', 'second']);
  });

  it('shows quick replies as buttons and sends payload and title', async () => {
    pages.server.say(
      'Ana',
      messageOut('One tip a week?', {
        quickReplies: [
          { title: 'Yes please', payload: 'consent:yes' },
          { title: 'No', payload: 'consent:no' },
        ],
      }),
    );
    const page = await pages.open();
    await button(page, 'Yes please').click();
    await button(page, 'Yes please').waitFor({ state: 'detached' });

    await rows(page).filter({ hasText: 'Yes please' }).waitFor();
    expect(await button(page, 'No').count()).toBe(0);
    await expect
      .poll(() => pages.server.received)
      .toMatchObject([{ text: 'Yes please', quickReply: 'consent:yes' }]);
  });

  it('offers no quick replies of a message that has not arrived', async () => {
    const quickReplies = [{ title: 'Yes please', payload: 'yes' }];
    pages.server.say('Ana', messageOut('One tip a week?', { id: 'tip', state: 'queued', quickReplies }));
    const page = await pages.open();
    await log(page).getByText('queued').waitFor();
    expect(await button(page, 'Yes please').count()).toBe(0);

    pages.server.change('Ana', { messages: [messageOut('One tip a week?', { id: 'tip', quickReplies })] });
    await button(page, 'Yes please').waitFor();
  });

  it('offers “Try again” after a failed send, with the same id', async () => {
    const page = await pages.open();
    pages.server.refusal = 'The store is full.';
    await type(page, 'hello');
    await log(page).getByText('not sent: The store is full.').waitFor();

    pages.server.refusal = undefined;
    await button(page, 'Try again').click();
    await button(page, 'Try again').waitFor({ state: 'detached' });
    await expect.poll(() => pages.server.story('Ana').messages.length).toBe(1);
    const [first, second] = pages.server.received;
    expect(second).toEqual(first);
    expect(await rows(page).count()).toBe(1);
  });

  it('shows once a message whose answer was lost on the way', async () => {
    const page = await pages.open();
    await page.getByText('Say hello').waitFor();
    await page.route('**/webhooks/simulator', async (route) => {
      await route.fetch();
      await route.abort();
    });
    const held: Route[] = [];
    await page.route('**/contacts/Ana', (route) => {
      held.push(route);
    });
    await type(page, 'hello');
    await button(page, 'Try again').waitFor();

    await page.unroute('**/contacts/Ana');
    await Promise.all(held.map((route) => route.continue()));
    await button(page, 'Try again').waitFor({ state: 'detached' });
    expect(await rows(page).allInnerTexts()).toEqual([expect.stringContaining('hello')]);
  });
});

describe('what a chat shows', () => {
  it('says which flow and step spoke, which rule, and which person', async () => {
    pages.server.say(
      'Ana',
      messageOut('What are you working on?', { spokenBy: { kind: 'flow', flow: 'guide', step: 'project' } }),
      messageOut('You are unsubscribed.', { spokenBy: { kind: 'system', rule: 'stop' } }),
      messageOut('Hi, Mira here.', { spokenBy: { kind: 'agent', name: 'Mira Lund' } }),
    );
    pages.server.say('Ana', messageOut('Soon.', { spokenBy: { kind: 'system', rule: 'a_new_rule' } }));
    const page = await pages.open();
    await rows(page).filter({ hasText: 'Soon.' }).getByText('a new rule').waitFor();
    await rows(page).filter({ hasText: 'What are you working on?' }).getByText('guide › project').waitFor();
    await rows(page).filter({ hasText: 'unsubscribed' }).getByText('STOP confirmation').waitFor();
    await rows(page).filter({ hasText: 'Mira here' }).getByText('Mira Lund').waitFor();
  });

  it('tells an answer for everybody from one that only the follower sees', async () => {
    pages.server.say('Ana', messageOut('Here it is.'), messageOut('Sent!', { isPublic: true }));
    const page = await pages.open();
    await rows(page).filter({ hasText: 'Sent!' }).getByText('public reply').waitFor();
    expect(await rows(page).filter({ hasText: 'Here it is.' }).getByText('public reply').count()).toBe(0);
  });

  it('says how far a message has come, and why no further', async () => {
    pages.server.say(
      'Ana',
      messageOut('one', { state: 'delivered' }),
      messageOut('two', { state: 'unknown' }),
      messageOut('three', { state: 'not_sent', stateReason: 'the reply window is closed' }),
      messageOut('four', { state: 'cancelled', stateReason: 'a person took the chat' }),
    );
    const page = await pages.open();
    await rows(page).filter({ hasText: 'one' }).getByText('delivered').waitFor();
    await rows(page).filter({ hasText: 'two' }).getByText('unknown whether it arrived').waitFor();
    await rows(page).filter({ hasText: 'three' }).getByText('not sent: the reply window is closed').waitFor();
    await rows(page).filter({ hasText: 'four' }).getByText('cancelled: a person took the chat').waitFor();
  });

  it('shows that the follower said STOP, and lets them say START', async () => {
    pages.server.change('Ana', { stopped: true });
    pages.server.answering = () => ({ stopped: false });
    const page = await pages.open();
    const banner = page.getByText('Ana said STOP; nothing will be sent until START.');
    await banner.waitFor();
    await button(page, 'Say START').click();
    await banner.waitFor({ state: 'detached' });
    expect(pages.server.received).toMatchObject([{ text: 'START' }]);
  });

  it('shows that a person owns the chat, live', async () => {
    pages.server.change('Ana', { owner: 'bot' });
    const page = await pages.open();
    await page.getByText('Say hello to Studio Nord').waitFor();
    pages.server.change('Ana', { owner: 'human', handoff: { team: 'Sales', reason: 'Runs a shop.' } });
    await page.getByText('A person from Sales has this chat; the bot is silent.').waitFor();
    await page.getByText('Runs a shop.').waitFor();
  });

  it('opens a web link in a new tab, and no link of another kind', async () => {
    pages.server.say(
      'Ana',
      messageOut('Here', { link: { label: 'Get the guide', url: 'https://example.com/guide' } }),
      messageOut('There', { link: { label: 'Trap', url: 'javascript:alert(1)' } }),
    );
    const page = await pages.open();
    const link = page.getByRole('link', { name: 'Get the guide' });
    expect(await link.getAttribute('href')).toBe('https://example.com/guide');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
    await page.getByText('Trap (this link cannot be opened: javascript:alert(1))').waitFor();
    expect(await page.getByRole('link').count()).toBe(1);
  });

  it('renders hostile text as text, in a name and in a message', async () => {
    const hostile = '<script>document.title = "taken"</script><img src=x onerror=alert(1)>';
    const spokenBy = { kind: 'agent', name: hostile } as const;
    pages.server.say(
      hostile,
      messageOut(hostile, { spokenBy, quickReplies: [{ title: hostile, payload: hostile }] }),
    );
    const page = await pages.open(hostile);
    await log(page).locator('.bubble').filter({ hasText: hostile }).waitFor();
    await button(page, hostile).waitFor();
    await page.getByText(`You are ${hostile}`).waitFor();
    expect(await page.locator('body img, #console script').count()).toBe(0);
    expect(await page.title()).toBe(`${hostile} · Heyword simulator`);
  });

  it('sets right-to-left text from the right', async () => {
    pages.server.say('Ana', messageOut('أهلاً! هذا هو الدليل.'), messageOut('Hello there'));
    const page = await pages.open();
    await log(page).locator('p:dir(rtl)').filter({ hasText: 'أهلاً' }).waitFor();
    await log(page).locator('p:dir(ltr)').filter({ hasText: 'Hello there' }).waitFor();
  });
});

describe('on a phone', () => {
  it('fits into 360 pixels, whatever is said', async () => {
    pages.server.say('Ana', messageOut('x'.repeat(600), { stateReason: 'y'.repeat(90), state: 'failed' }));
    for (const name of ['Bela', 'Chidi', 'Dana', 'A rather long name, even for a follower']) {
      pages.server.say(name, messageOut('Hi'));
    }
    const page = await pages.open('Ana', {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    await button(page, 'Ways in').click();
    await rows(page).first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.evaluate<number>('document.querySelector("[role=log]").scrollWidth')).toBe(360);
    const box = await composer(page).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
  });
});

describe('everybody', () => {
  it.each([
    ['light, on a desktop', { colorScheme: 'light' }],
    ['dark, on a desktop', { colorScheme: 'dark' }],
    ['dark, on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true }],
  ] as const)('can use it: axe finds nothing, in %s', async (_, how) => {
    const page = await pages.open('Ana', { reducedMotion: 'reduce', ...how });
    const empty = await brokenRules(page);
    pages.server.answering = (_body, story) => ({
      messages: [...story.messages, messageOut('Here is the guide'), messageOut('Oh', { state: 'failed' })],
    });
    await type(page, 'Guide!');
    await log(page).getByText('Here is the guide').waitFor();
    await button(page, 'Ways in').click();
    expect([...empty, ...(await brokenRules(page))]).toEqual([]);
  });
});
