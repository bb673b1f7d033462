import type { Page } from 'playwright-core';
import type { FakeInbox } from '../../test/console/fake-inbox/fake-inbox.js';

/** What a picture is of. */
export interface Scene {
  /** The first part of the picture's name. */
  readonly name: string;
  readonly path: string;
  /** Changes the studio before anybody looks at it. */
  readonly set?: (inbox: FakeInbox) => void;
  /** A text that is on the page once it is ready. */
  readonly shows: string | RegExp;
  /** What the reader does then. */
  readonly act?: (page: Page, inbox: FakeInbox) => Promise<void>;
}

const mara = { path: '/inbox/c-0', shows: 'I keep two places for you until tomorrow at noon.' };
const press =
  (key: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press(key);
    // On phones it shows itself only once the keyboard had time to come up.
    await page.locator('.ui-dialog:not([style*="opacity: 0"])').waitFor();
  };

const waysIn: readonly Scene[] = [
  { name: 'sign-in', path: '/sign-in', shows: 'Password', set: ({ world }) => void (world.session = null) },
  {
    name: 'welcome',
    path: '/welcome/agent',
    shows: 'Password',
    set: ({ world }) => void (world.session = null),
  },
  {
    ...{ name: 'second-factor', path: '/second-factor', shows: 'Continue' },
    set: ({ world }) => void (world.session = 'second_factor_needed'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Turn on' }).waitFor();
    },
  },
];

const inbox: readonly Scene[] = [
  { name: 'queue', path: '/inbox?view=all', shows: 'Oskar Nowak' },
  {
    name: 'queue-empty',
    path: '/inbox?view=mine',
    shows: 'Nothing waits for you',
    set: ({ world }) => world.handoffs.clear(),
  },
  {
    ...{ name: 'offline', path: '/inbox?view=all', shows: 'Oskar Nowak' },
    act: async (page, server) => {
      server.goOffline();
      await page.getByText('The connection is gone').waitFor();
    },
  },
  { name: 'conversation', ...mara },
  {
    ...{ name: 'conversation-note', ...mara },
    act: async (page) => {
      await page.keyboard.press('n');
      await page
        .getByRole('textbox', { name: 'Note for colleagues' })
        .fill('Her sister speaks English; ask Noor to teach that evening.');
    },
  },
  { name: 'conversation-closed', ...mara, set: closeWindow },
  {
    ...{ name: 'conversation-german', ...mara },
    set: ({ world }) => void (world.me = { ...world.me, language: 'de' }),
  },
  { name: 'resolve', ...mara, act: press('e') },
  { name: 'snooze', ...mara, act: press('s') },
];

function closeWindow({ changes }: FakeInbox): void {
  const { desk } = changes.find('c-0');
  desk.composer = {
    ...desk.composer,
    ...{ may_write: false, basis: null, closes_at: null, then: null },
    refusal: 'window_closed',
    templates: [],
  };
}

const elsewhere: readonly Scene[] = [
  { name: 'search', path: '/search?q=wheel', shows: 'eight wheels' },
  { name: 'palette', path: '/inbox?view=all', shows: 'Oskar Nowak', act: press('Control+k') },
  { name: 'keyboard', ...mara, act: press('?') },
  { name: 'settings-me', path: '/settings/me', shows: 'Safari on iPhone' },
  { name: 'settings-people', path: '/settings/people', shows: 'Lotte Brandt' },
  { name: 'settings-replies', path: '/settings/replies', shows: 'deposit' },
  { name: 'settings-accounts', path: '/settings/accounts', shows: 'studio.nord' },
  { name: 'not-found', path: '/nowhere', shows: 'There is nothing at this address' },
];

/** Every page, and what may lie over it. The simulator is apart: it has a server of its own. */
export const scenes: readonly Scene[] = [...waysIn, ...inbox, ...elsewhere];
