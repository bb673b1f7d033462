import { describe, expect, it } from 'vitest';
import { messageOut } from './fake-simulator.js';
import { button, composer, followers, log, rows, simulatorPages, type } from './simulator-pages.js';

const pages = simulatorPages();

describe('several followers', () => {
  it('keeps two followers apart', async () => {
    pages.server.answering = (body, story) => ({
      messages: [...story.messages, messageOut(`Hi ${body.contact}`)],
    });
    const page = await pages.open();
    await type(page, 'guide');
    await log(page).getByText('Hi Ana').waitFor();
    await composer(page).fill('half a thou');

    await button(page, 'Add a follower').click();
    await page.keyboard.press('Enter');
    await page.getByText('You are Bela').waitFor();
    expect(await composer(page).inputValue()).toBe('');
    expect(await rows(page).count()).toBe(0);
    await page.keyboard.type('book');
    await page.keyboard.press('Enter');
    await log(page).getByText('Hi Bela').waitFor();
    expect(await log(page).getByText('Hi Ana').count()).toBe(0);

    await followers(page).getByRole('button', { name: 'Ana' }).click();
    await log(page).getByText('Hi Ana').waitFor();
    expect(await log(page).getByText('Hi Bela').count()).toBe(0);
    expect(await composer(page).inputValue()).toBe('half a thou');
    expect(pages.server.received.map(({ contact, text }) => [contact, text])).toEqual([
      ['Ana', 'guide'],
      ['Bela', 'book'],
    ]);
  });

  it('marks a follower who was written to while another is on the screen', async () => {
    pages.server.say('Bela', messageOut('Hi Bela'));
    const page = await pages.open('Ana');
    const bela = followers(page).getByRole('button', { name: 'Bela' });
    await bela.waitFor();
    expect(await bela.getByText('new messages').count()).toBe(0);
    pages.server.say('Bela', messageOut('Still there?'));
    await bela.getByText('new messages').waitFor();
    await bela.click();
    await bela.getByText('new messages').waitFor({ state: 'detached' });
  });

  it('opens with whoever wrote last, and comes back to the same follower after a reload', async () => {
    pages.server.say('Dana', messageOut('Hi Dana', { at: 1_000 }));
    pages.server.say('Emre', messageOut('Hi Emre', { at: 2_000 }));
    const page = await pages.open('');
    await log(page).getByText('Hi Emre').waitFor();
    await followers(page).getByRole('button', { name: 'Dana' }).click();
    await log(page).getByText('Hi Dana').waitFor();
    await page.reload();
    await log(page).getByText('Hi Dana').waitFor();
  });
});

describe('ways in', () => {
  it('lists the keywords of an empty chat, and says the one that is tapped', async () => {
    const page = await pages.open();
    await page
      .getByRole('group', { name: 'The growth guide' })
      .getByRole('button', { name: 'growth guide' })
      .click();
    await expect.poll(() => pages.server.received).toMatchObject([{ contact: 'Ana', text: 'growth guide' }]);
  });

  it.each([
    { kind: 'Ref link', fields: { 'Ref of the link': 'spring' }, action: 'Open', body: { ref: 'spring' } },
    {
      kind: 'Story reply',
      fields: { Reply: 'love it' },
      action: 'Reply',
      body: { text: 'love it', storyReply: true },
    },
    {
      kind: 'Postback',
      fields: { Payload: 'MENU', 'Title of the button': 'Menu' },
      action: 'Press',
      body: { postback: { title: 'Menu', payload: 'MENU' } },
    },
    { kind: 'Ad', fields: { 'Id of the ad': '120' }, action: 'Tap', body: { ad: '120' } },
    { kind: 'Story mention', fields: {}, action: 'Mention', body: { storyMention: true } },
    {
      kind: 'Comment',
      fields: { 'Id of the post, if it matters': '17' },
      action: 'Comment',
      body: { comment: { text: 'checklist', postId: '17' } },
    },
  ])('begins a conversation by $kind', async ({ kind, fields, action, body }) => {
    const page = await pages.open();
    await button(page, 'Ways in').click();
    await button(page, kind).click();
    for (const [label, value] of Object.entries(fields))
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.locator('.way-form').getByRole('button', { name: action, exact: true }).click();
    await rows(page).first().waitFor();
    // The line stands there before it has arrived.
    const said = { contact: 'Ana', id: expect.any(String) as string, ...body };
    await expect.poll(() => pages.server.received).toEqual([said]);
  });

  it('closes on Escape and gives the focus back', async () => {
    const page = await pages.open();
    await button(page, 'Ways in').click();
    await page.getByLabel('Ref of the link').press('Escape');
    await page.keyboard.press('Enter');
    await page.getByLabel('Ref of the link').waitFor();
  });
});
