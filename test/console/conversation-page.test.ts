import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenRules } from './check-page.js';
import { consolePages } from './console-pages.js';
import { button, composer, line, noteField, notices, openConversation, story } from './conversation-parts.js';
import { lineIn, lineOfPerson, noteOf } from './fake-inbox/story-lines.js';

const pages = consolePages();
const open = (id?: string, options?: BrowserContextOptions) => openConversation(pages, id, options);
const received = (path: string): readonly unknown[] =>
  pages.server.received
    .filter((one) => one.method === 'POST' && one.path.endsWith(path))
    .map(({ body }) => body);

const log = 'document.querySelector("[role=log]")';
const belowSight = `${log}.scrollHeight - ${log}.scrollTop - ${log}.clientHeight`;

describe('the story', () => {
  it('tells every kind of line: who spoke, how far it came and why no further', async () => {
    const page = await open();
    await line(page, 'Did this arrive?').getByText('may have arrived; we do not repeat it').waitFor();
    await line(page, 'This did not.').getByText('failed: The platform refused it: too long.').waitFor();
    await line(page, 'A tip: write')
      .getByText(/^not sent: The contact has not agreed/)
      .waitFor();
    await line(page, 'Are you still there?')
      .getByText(/^cancelled: A person took over/)
      .waitFor();
    await line(page, 'Sent! Check your DMs.').getByText('Public, under the comment').waitFor();
    await story(page).getByText('They said STOP: nothing more is sent').waitFor();
    await story(page).getByText('They agreed to weekly_tips').waitFor();
    await story(page).getByText('Someone in another app').waitFor();
    await story(page)
      .locator('.note', { hasText: 'do we still have places' })
      .getByText('@Sam Okafor')
      .waitFor();
    await line(page, 'هل يمكنني').locator('p:dir(rtl)').waitFor();
    await button(page, 'Download invoice.pdf')
      .or(page.getByRole('link', { name: 'Download invoice.pdf' }))
      .waitFor();
    expect(await line(page, 'How shall we go on?').getByRole('link').getAttribute('rel')).toContain(
      'noopener',
    );
  });

  it('says why the bot said something: what happened, the rules, what permits it', async () => {
    const page = await open();
    await line(page, 'One short tip a week?').getByRole('button', { name: /^Why/ }).click();
    const why = page.getByRole('dialog', { name: 'Why this was said' });
    await why.getByText('They wrote').waitFor();
    await why.getByText('guide starts the flow guide').waitFor();
    await why.getByText('The reply window was open').waitFor();
    await why.getByText('a1b2c3').waitFor();
  });

  it('sticks to its end, leaves alone whoever reads back, and counts what they miss', async () => {
    const page = await open();
    pages.server.changes.contactWrites('c-0', 'One more question');
    await line(page, 'One more question').waitFor();
    await expect.poll(() => page.evaluate<number>(belowSight)).toBeLessThan(2);

    await page.evaluate(`${log}.scrollTop = 600`);
    await button(page, 'To the newest').waitFor();
    pages.server.changes.contactWrites('c-0', 'Are you there?');
    await button(page, '1 new message').waitFor();
    expect(await page.evaluate<number>(`${log}.scrollTop`)).toBe(600);
    await button(page, '1 new message').click();
    await button(page, /new message/).waitFor({ state: 'detached' });
  });

  it('reads earlier pages on the way up without a jump', async () => {
    const conversation = pages.server.changes.find('c-1');
    const from = Date.now() - 400_000;
    conversation.timeline = Array.from({ length: 250 }, (_, index) =>
      lineIn(`in-${index}`, from + index * 1_000, `Line number ${index}`),
    );
    const page = await open('c-1');
    await line(page, 'Line number 249').waitFor();
    const release = pages.server.faults.hold('/conversations/c-1/timeline');
    await page.evaluate(`${log}.scrollTop = 300`);
    await button(page, 'To the newest').waitFor();
    const top = `document.querySelector('[data-item="in-158"]').getBoundingClientRect().top`;
    const before = await page.evaluate<number>(top);
    release();
    await line(page, 'Line number 60').waitFor({ state: 'attached' });
    expect(Math.abs((await page.evaluate<number>(top)) - before)).toBeLessThan(2);
  });

  it('shows hostile text as text, wherever it stands', async () => {
    const hostile = '<img src=x onerror=document.title="taken"><script>document.title="taken"</script>';
    const conversation = pages.server.changes.find('c-1');
    conversation.desk.contact.name = hostile;
    conversation.desk.contact.tags = [hostile];
    conversation.desk.contact.fields = { [hostile]: hostile };
    conversation.desk.answers = [{ name: hostile, value: hostile, flow: hostile }];
    conversation.desk.origin = {
      kind: 'comment',
      text: hostile,
      post: hostile,
      url: 'javascript:alert(1)',
      at: new Date().toISOString(),
    };
    const attachment = { type: hostile, name: hostile, mime_type: hostile, has_content: true };
    conversation.timeline = [
      lineIn('h1', Date.now(), hostile, { attachments: [attachment] }),
      lineOfPerson('h2', Date.now(), hostile, hostile, {
        link: { label: hostile, url: 'javascript:alert(1)', leads_to: 'javascript:alert(1)' },
        media: { kind: 'image', url: `javascript:${hostile}`, alt: hostile },
        quick_replies: [{ title: hostile, payload: hostile }],
        state: 'failed',
        reason: hostile,
      }),
      noteOf('h3', Date.now(), { id: null, name: hostile }, hostile),
    ];
    const page = await open('c-1');
    await story(page).locator('.note', { hasText: hostile }).waitFor();
    expect(await page.locator('.conversation :is(img, script, iframe, a[href^="javascript"])').count()).toBe(
      0,
    );
    expect(await page.title()).not.toBe('taken');
  });
});

describe('the composer', () => {
  it('sends on Enter and shows the line at once, before the server has it', async () => {
    const page = await open();
    const release = pages.server.faults.hold('/conversations/c-0/reply');
    await composer(page).fill('Yes, in English too');
    await composer(page).press('Enter');
    await line(page, 'Yes, in English too').getByText('sending…').waitFor();
    expect(await composer(page).inputValue()).toBe('');
    release();
    await line(page, 'Yes, in English too').getByText('sent', { exact: true }).waitFor();
    expect(await line(page, 'Yes, in English too').count()).toBe(1);
    expect(received('/reply')).toMatchObject([{ text: 'Yes, in English too', seen: 'm1' }]);
  });

  it('counts as the channel does, and sends nothing that is too long', async () => {
    const page = await open();
    await composer(page).fill('ü'.repeat(480));
    await page.getByText('40 bytes left').waitFor();
    await composer(page).fill('ü'.repeat(501));
    await page.getByText('2 bytes too long').waitFor();
    await composer(page).press('Enter');
    expect(await button(page, 'Send').isDisabled()).toBe(true);
    expect(received('/reply')).toEqual([]);
  });

  it('fills a saved reply that is chosen by its shortcut', async () => {
    const page = await open();
    await page.keyboard.press('r');
    await composer(page).pressSequentially('/than');
    await page.getByRole('option', { name: /thanks/ }).waitFor();
    await page.keyboard.press('Enter');
    expect(await composer(page).inputValue()).toBe('Thank you! Ida Berg, Studio Nord');
    expect(received('/reply')).toEqual([]);
  });

  it('writes a note that looks different and mentions a colleague', async () => {
    const page = await open();
    await page.keyboard.press('n');
    await noteField(page).pressSequentially('Please look, @Sam');
    await page.getByRole('option', { name: /Sam Okafor/ }).waitFor();
    await page.keyboard.press('Tab');
    await noteField(page).press('Enter');
    await story(page).locator('.note', { hasText: 'Please look' }).getByText('@Sam Okafor').waitFor();
    expect(received('/notes')).toMatchObject([{ text: 'Please look, @Sam Okafor', mentions: ['u-sam'] }]);
    expect(received('/reply')).toEqual([]);
  });

  it('asks before a reply to a story that has moved on, and loses nothing that was typed', async () => {
    const page = await open();
    await composer(page).fill('I will look into it');
    const release = ['desk', 'timeline'].map((part) =>
      pages.server.faults.hold(`/conversations/c-0/${part}`),
    );
    pages.server.changes.colleagueReplies('c-0', 'Sam Okafor', 'Yes, from September on.');
    await composer(page).press('Enter');
    const question = page.getByRole('alertdialog', { name: 'Something was said while you wrote' });
    await question.waitFor();
    for (const open of release) open();
    await question.getByText('Yes, from September on.').waitFor();
    await question.getByRole('button', { name: 'Keep editing' }).click();
    expect(await composer(page).inputValue()).toBe('I will look into it');

    const again = pages.server.faults.hold('/conversations/c-0/desk');
    pages.server.changes.colleagueReplies('c-0', 'Sam Okafor', 'One moment.');
    await line(page, 'One moment.').waitFor();
    await composer(page).press('Enter');
    await question.waitFor();
    const isFresh = page.waitForResponse('**/desk');
    again();
    await isFresh;
    await question.getByRole('button', { name: 'Send anyway' }).click();
    await line(page, 'I will look into it').waitFor();
  });

  it('keeps a reply that did not get through, over a reload as well, and sends it again under its id', async () => {
    const page = await open();
    pages.server.faults.fail('/conversations/c-0/reply', 503, 'internal');
    await composer(page).fill('hello again');
    await composer(page).press('Enter');
    await line(page, 'hello again')
      .getByText(/^not sent/)
      .waitFor();
    await composer(page).fill('and a draft');
    await page.reload();
    await line(page, 'hello again')
      .getByText(/^not sent/)
      .waitFor();
    expect(await composer(page).inputValue()).toBe('and a draft');

    pages.server.faults.mend('/conversations/c-0/reply');
    await line(page, 'hello again').getByRole('button', { name: 'Try again' }).click();
    await line(page, 'hello again').getByText('sent', { exact: true }).waitFor();
    expect(await line(page, 'hello again').count()).toBe(1);
  });

  it('says why nothing may be written, and sends an approved template instead', async () => {
    const { composer: permission } = pages.server.changes.find('c-0').desk;
    Object.assign(permission, { may_write: false, basis: null, closes_at: null, then: null });
    permission.refusal = 'window_closed';
    const page = await open();
    await page
      .getByRole('region', { name: 'Write to the contact' })
      .getByText('has not written for too long')
      .waitFor();
    await page.getByRole('textbox', { name: 'Gap 1' }).fill('Tuesday');
    await page.getByText('Your booking of Tuesday is confirmed.').last().waitFor();
    await button(page, 'Send template').click();
    await notices(page).getByText('Template sent').waitFor();
    expect(received('/template')).toMatchObject([{ template: 'booking_confirmed', gaps: ['Tuesday'] }]);
  });

  it('says who else is reading and typing', async () => {
    const page = await open();
    await page.getByText('Sam Okafor is reading this').waitFor({ state: 'detached' });
    await expect
      .poll(() => {
        const people = [{ id: 'u-sam', name: 'Sam Okafor', is_typing: true }];
        pages.server.push('present', { conversation_id: 'c-0', people });
        return page.getByRole('status').getByText('Sam Okafor is typing…').count();
      })
      .toBe(1);
    await composer(page).pressSequentially('hi');
    await expect
      .poll(() => pages.server.presence.at(-1))
      .toMatchObject({ conversation_id: 'c-0', is_typing: true });
  });
});

describe('deeds, by keyboard alone', () => {
  it('snoozes until the morning, and undoes it', async () => {
    const page = await open();
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: 'Snooze this chat' }).waitFor();
    await page
      .getByRole('button', { name: /^In an hour/ })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('Enter');
    await notices(page)
      .getByText(/^Snoozed until/)
      .waitFor();
    expect(received('/snooze')).toHaveLength(1);
    await button(page, 'Undo').click();
    await page.locator('.conversation-head').getByText('With you').waitFor();
    expect(received('/snooze')).toMatchObject([{}, { until: null }]);
  });

  it('resolves with e and Enter, and asks for a rating unless told otherwise', async () => {
    const page = await open();
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Resolve' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await notices(page).getByText('Resolved', { exact: true }).waitFor();
    expect(received('/resolve')).toEqual([{ ask_for_rating: true }]);
  });

  it('assigns to whoever is typed, those who are here first', async () => {
    const page = await open();
    await page.keyboard.press('a');
    const choices = page.getByRole('menuitem');
    await choices.first().waitFor();
    expect(await choices.first().innerText()).toContain('Sam Okafor');
    await page.keyboard.type('lotte');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await notices(page).getByText('Assigned to Lotte Brandt').waitFor();
    expect(received('/assign')).toEqual([{ to: 'u-lotte' }]);
  });
});

describe('everybody', () => {
  it('can use it: axe finds nothing, light and dark, wide and on a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const wide = await open('c-0', { colorScheme });
      expect(await brokenRules(wide)).toEqual([]);
    }
    const phone = await open('c-0', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await button(phone, 'About the contact').click();
    await phone.getByRole('dialog', { name: 'About the contact' }).waitFor();
    expect(await brokenRules(phone)).toEqual([]);
  });

  it('fits into a phone of 360 pixels', async () => {
    const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
    pages.server.changes.contactWrites('c-0', 'x'.repeat(600));
    const page = await open('c-0', phone);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
    const box = await composer(page).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
  });
});
