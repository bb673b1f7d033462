import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { codeOf, givePassword, signOut } from './driver/inbox-entrance.js';
import {
  answer,
  button,
  field,
  line,
  note,
  notices,
  openChat,
  reply,
  row,
  standing,
  story,
} from './driver/inbox-page.js';
import { sharedInbox } from './driver/inbox-stage.js';

const inbox = sharedInbox();

const second = 1_000;
const hour = 3_600 * second;
const patiently = { timeout: 10 * second };

/** What was said to somebody, in order. */
const saidTo = (visitor: { wire: { received(): readonly { text: string }[] } }): readonly string[] =>
  visitor.wire.received().map(({ text }) => text);

/** Both agents before the queue. */
async function openBoth(): Promise<{ readonly mira: Page; readonly jonas: Page }> {
  const [mira, jonas] = await Promise.all([inbox().open('mira'), inbox().open('jonas')]);
  return { mira, jonas };
}

describe('whoever works here', () => {
  it('comes in by their password alone, and is told only that something of it is wrong', async () => {
    const { email, password } = inbox().member('mira');
    const page = await inbox().open(null, '/inbox');
    await givePassword(page, email, 'not the sentence that she knows');
    await page.getByText('E-mail or password are not right.').waitFor();
    await givePassword(page, 'nobody@studio.example', password);
    await page.getByText('E-mail or password are not right.').waitFor();
    await givePassword(page, email, password);
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    await signOut(page, inbox().member('mira'));
    await page.goto(`${inbox().stage.server.address}/inbox`);
    await field(page, 'E-mail').waitFor();
  });

  it('needs the second factor as an owner, and lets a recovery code stand in for it once', async () => {
    const olga = inbox().member('olga');
    const [recoveryCode = ''] = olga.recoveryCodes ?? [];
    const page = await inbox().open(null, '/inbox');
    await givePassword(page, olga.email, olga.password);
    const tryCode = async (code: string): Promise<void> => {
      await field(page, 'Code').fill(code);
      await button(page, 'Confirm').click();
    };
    // Of somebody else's authenticator.
    await tryCode(codeOf('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'));
    await page.getByText('This code is not right').waitFor();
    await tryCode(recoveryCode);
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    await signOut(page, olga);
    await givePassword(page, olga.email, olga.password);
    await tryCode(recoveryCode);
    await page.getByText('This code is not right').waitFor();
  });

  it('sees no chats as a marketer, whatever the address', async () => {
    const visitor = await inbox().visitor('Thaddaeus');
    const { conversation_id: id } = await visitor.contact();
    const page = await inbox().open('marko', `/inbox/${encodeURIComponent(id)}`);
    await page.waitForURL('**/settings');
    expect(await page.getByRole('link', { name: 'Inbox' }).count()).toBe(0);
    const asked = await page.request.get(
      `${inbox().stage.server.address}/api/v1/conversations/${encodeURIComponent(id)}/desk`,
    );
    expect(asked.status()).toBe(403);
  });
});

describe('two agents with one queue', () => {
  it('see a chat arrive, and by whom it is taken, without doing anything', async () => {
    const { mira, jonas } = await openBoth();
    const visitor = await inbox().visitor('Zephyrine');
    await Promise.all(
      [mira, jonas].map((page) => row(page, visitor.name).getByText('Nobody has it').waitFor()),
    );
    await openChat(mira, visitor.name);
    await button(mira, 'Take over').click();
    await standing(mira, 'With you').waitFor();
    await row(jonas, visitor.name).getByText('Assigned to Mira Lindqvist').waitFor();
  });

  it('know who reads and who types, and are asked before both answer', async () => {
    const { mira, jonas } = await openBoth();
    const visitor = await inbox().visitor('Quillaume');
    await Promise.all([openChat(mira, visitor.name), openChat(jonas, visitor.name)]);
    await mira.getByText('Jonas Okonkwo is reading this').first().waitFor();
    await reply(jonas).fill('I can help you with that.');
    await mira.getByText('Jonas Okonkwo is typing…').first().waitFor();

    // What Jonas is shown stands still, as with a line that is slow.
    await jonas.route('**/api/v1/conversations/*/{desk,timeline}*', () => undefined);
    await answer(mira, 'Mira here, what is it about?');
    await line(mira, 'Mira here').getByText('sent', { exact: true }).waitFor();
    await reply(jonas).press('Enter');
    const question = jonas.getByRole('alertdialog', { name: 'Something was said while you wrote' });
    await question.waitFor();
    await jonas.unrouteAll({ behavior: 'ignoreErrors' });
    await question.getByRole('button', { name: 'Keep editing' }).click();
    expect(await reply(jonas).inputValue()).toBe('I can help you with that.');
    expect(saidTo(visitor).filter((text) => text.includes('I can help'))).toEqual([]);

    await jonas.close();
    await mira.getByText('Jonas Okonkwo is').first().waitFor({ state: 'detached' });
  });

  it('talk about a chat by notes, which their contact never gets', async () => {
    const { mira, jonas } = await openBoth();
    const visitor = await inbox().visitor('Wolfhilde');
    await Promise.all([openChat(mira, visitor.name), openChat(jonas, visitor.name)]);
    await mira.keyboard.press('n');
    await note(mira).pressSequentially('Have a look, @Jon');
    await mira.getByRole('option', { name: /Jonas Okonkwo/ }).click();
    await note(mira).press('Enter');
    await story(jonas).locator('.note', { hasText: 'Have a look' }).getByText('@Jonas Okonkwo').waitFor();
    expect(saidTo(visitor).filter((text) => text.includes('Have a look'))).toEqual([]);
    await visitor.says('hello?');
    await line(jonas, 'hello?').waitFor();
  });
});

describe('the life of a chat', () => {
  it('goes by a saved reply, an answer, a snooze that the contact ends, an outcome and a mark', async () => {
    const page = await inbox().open('mira', '/settings/replies');
    await button(page, 'New reply').click();
    await field(page, 'Name').fill('hello');
    await field(page, 'Text').fill('Hello {{contact.first_name or "there"}}, {{agent.name}} here.');
    await button(page, 'Save').click();
    await page.getByText('/hello').waitFor();

    const visitor = await inbox().visitor('Xanthippe');
    await page.goto(`${inbox().stage.server.address}/inbox?sort=newest`);
    await openChat(page, visitor.name);
    await button(page, 'Take over').click();
    await reply(page).pressSequentially('/hel');
    await page.getByRole('option', { name: /hello/ }).waitFor();
    await reply(page).press('Enter');
    await reply(page).press('Enter');
    await expect.poll(() => saidTo(visitor), patiently).toContain('Hello Xanthippe, Mira Lindqvist here.');
    await visitor.says('guide');
    await line(page, 'guide').waitFor();

    await button(page, 'Snooze…').click();
    await button(page, /^In an hour/).click();
    await row(page, visitor.name).waitFor({ state: 'detached' });
    await visitor.says('Are you still there?');
    await row(page, visitor.name).waitFor();
    await line(page, 'Are you still there?').waitFor();
    await standing(page, 'With you').waitFor();

    await button(page, 'Resolve').click();
    const dialog = page.getByRole('dialog', { name: 'Resolve this chat' });
    await dialog.getByRole('button', { name: 'What came of it' }).click();
    await page.getByRole('option', { name: 'qualified' }).click();
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await row(page, visitor.name).waitFor({ state: 'detached' });
    await expect.poll(() => saidTo(visitor).at(-1), patiently).toContain('How were we?');
    const stars = visitor.wire
      .received()
      .at(-1)
      ?.choices.find(({ title }) => title === '⭐'.repeat(4));
    await visitor.wire.taps(stars ?? { title: 'none', payload: null });
    await page.getByText('4 of 5').first().waitFor();
    await expect.poll(() => saidTo(visitor).at(-1), patiently).toBe('That makes our day.');

    // Until it was resolved the bot was silent, also at a word that it knows.
    expect(saidTo(visitor).slice(-4)).toEqual([
      expect.stringContaining('Someone from Sales'),
      'Hello Xanthippe, Mira Lindqvist here.',
      expect.stringContaining('How were we?'),
      'That makes our day.',
    ]);
  });

  it('has its reply window close under the eyes of whoever writes, who is told what may still be sent', async () => {
    const page = await inbox().open('jonas');
    const visitor = await inbox().visitor('Philippina', { wroteAt: Date.now() - 24 * hour + 10 * second });
    await openChat(page, visitor.name);
    const writing = page.getByRole('region', { name: 'Write to the contact' });
    await writing.getByText(/^Free to write for \d+\ss/).waitFor();
    await reply(page).fill('One moment please');
    await writing.getByText('You cannot reply now').waitFor();
    await writing.getByText('The contact has not written for too long').waitFor();
    await writing.getByText('One moment please').waitFor();
    await field(page, 'Gap 1').fill('Philippina');
    await button(page, 'Send template').click();
    await notices(page).getByText('Template sent').waitFor();
    await expect.poll(() => saidTo(visitor), patiently).toContain('call_back');
  });
});

describe('an agent', () => {
  it('needs no mouse, from the queue to an answer and to the end of the chat', async () => {
    const page = await inbox().open('mira');
    const visitor = await inbox().visitor('Melisande');
    await row(page, visitor.name).waitFor();
    const focused = page.locator(':focus').filter({ hasText: visitor.name });
    for (let rows = await row(page, '').count(); rows > 0 && (await focused.count()) === 0; rows -= 1)
      await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await line(page, 'talk to us').waitFor();
    await page.keyboard.press('t');
    await standing(page, 'With you').waitFor();
    await page.keyboard.press('r');
    await reply(page).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Good day, what is it about?');
    await page.keyboard.press('Enter');
    await line(page, 'Good day, what is it about?').getByText('sent', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await button(page, 'Resolve').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await row(page, visitor.name).waitFor({ state: 'detached' });
    expect(saidTo(visitor)).toContain('Good day, what is it about?');
  });

  it('answers from a phone, and comes back to the queue', async () => {
    const visitor = await inbox().visitor('Hildegarde');
    const page = await inbox().open('jonas', '/inbox?sort=newest', { width: 360, height: 740 });
    await row(page, visitor.name).tap();
    await line(page, 'talk to us').waitFor();
    await row(page, visitor.name).waitFor({ state: 'hidden' });
    await reply(page).fill('On my way');
    await button(page, 'Send').tap();
    await line(page, 'On my way').getByText('sent', { exact: true }).waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
    await page.getByRole('link', { name: 'Back to the inbox' }).tap();
    await row(page, visitor.name).getByText('On my way').waitFor();
  });

  it('misses nothing when the server is started again, and need not reload', async () => {
    const visitor = await inbox().visitor('Clothilde');
    const page = await inbox().open('mira');
    await openChat(page, visitor.name);
    await inbox().stage.restart();
    await visitor.says('I wrote as soon as I could.');
    const other = await inbox().visitor('Ermentrude');
    await line(page, 'I wrote as soon as I could.').waitFor();
    await row(page, other.name).waitFor();
    await page.getByText('The connection is gone').waitFor({ state: 'detached' });
    await answer(page, 'And we have read it.');
    await expect.poll(() => saidTo(visitor), patiently).toContain('And we have read it.');
  });
});
