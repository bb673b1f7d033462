import type { Page } from 'playwright-core';
import { launchBrowser } from '../console/browser.js';
import { builtConsole } from '../console/built-console.js';
import { FakeInbox } from '../console/fake-inbox/fake-inbox.js';

/**
 * How long the inbox takes, at 10,000 open handoffs, from something that a person does to the next picture that shows it:
 * the browser's own Event Timing (https://w3c.github.io/event-timing/), which rounds to 8 ms. Prints the median and the
 * slowest of each, and the longest task of the page's thread meanwhile. Of a chat that is opened, also how long it takes
 * from the click until its story is shown: that may be a later picture than the first.
 */
const rounds = 20;

const rows = '[role=grid] [role=row]';

const interactions: Readonly<Record<string, (page: Page, round: number) => Promise<void>>> = {
  'move by keyboard': (page) => page.keyboard.press('j'),
  'select a row': (page) => page.keyboard.press('Space'),
  'open a row': async (page, round) => {
    await page.keyboard.press('Escape');
    await page
      .locator(rows)
      .nth(round % 5)
      .click();
  },
  'switch the view': (page, round) =>
    page.getByRole('link', { name: round % 2 === 0 ? /^Unassigned/ : /^All open/ }).click(),
  'type in a filter': async (page, round) => {
    if (round === 0) await page.getByRole('button', { name: 'Filter' }).click();
    const tag = page.getByRole('textbox', { name: 'Tag', exact: true });
    await tag.focus();
    await tag.press('x');
  },
};

const folder = await builtConsole();
const server = await FakeInbox.start(folder, { handoffs: 10_000 });
const browser = await launchBrowser();
const page = await browser.newPage({
  locale: 'en-GB',
  viewport: { width: 1500, height: 900 },
  // What is waited for is said in words that the page itself would not evaluate.
  bypassCSP: true,
});
await page.goto(`${server.address}/inbox`);
await page.locator(rows).first().waitFor();
await watch(page);
await loadThousands(page);
for (const [name, act] of Object.entries(interactions)) await measure(name, act);
await browser.close();
await server.stop();

async function watch(on: Page): Promise<void> {
  await on.evaluate(`
    window.spans = [];
    window.tasks = [];
    window.stories = [];
    addEventListener('click', ({ target, timeStamp }) => {
      const row = target.closest('[role=row]')?.querySelector('bdi')?.textContent;
      const look = () => {
        const isShown = document.querySelector('h1[tabindex]')?.textContent === row && document.querySelector('[role=log] li');
        // The next frame begins after this one's picture.
        requestAnimationFrame(isShown ? (at) => window.stories.push(at - timeStamp) : look);
      };
      if (row) requestAnimationFrame(look);
    }, { capture: true });
    const keep = (kept) => (list) => kept().push(...list.getEntries().map(({ duration }) => duration));
    new PerformanceObserver(keep(() => window.spans)).observe({ type: 'event', durationThreshold: 16 });
    new PerformanceObserver(keep(() => window.tasks)).observe({ type: 'longtask' });
  `);
}

/** Scrolls until a good part of the queue is loaded, so that the list is as heavy as it gets. */
async function loadThousands(on: Page): Promise<void> {
  const list = "document.querySelector('[role=grid]')";
  for (let loaded = 0; loaded < 40; loaded += 1) {
    const before = await on.evaluate<number>(`${list}.scrollHeight`);
    await on.evaluate(`${list}.scrollTo({ top: ${before} })`);
    await on.waitForFunction(`${list}.scrollHeight > ${before}`);
  }
  const count = await on.getByRole('grid').getAttribute('aria-rowcount');
  print(`${count ?? 'many'} rows are loaded; ${await on.locator(rows).count()} are on the page`);
  await on.evaluate(`${list}.scrollTo({ top: 0 })`);
}

interface Seen {
  readonly spans: readonly number[];
  readonly tasks: readonly number[];
  readonly stories: readonly number[];
}

async function measure(name: string, act: (page: Page, round: number) => Promise<void>): Promise<void> {
  const spans: number[] = [];
  const stories: number[] = [];
  let longest = 0;
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate('window.spans = []; window.tasks = []; window.stories = [];');
    await act(page, round);
    // Event Timing reports after the picture is shown: what comes with it is waited for.
    await page.evaluate('new Promise((done) => setTimeout(done, 250))');
    const seen = await page.evaluate<Seen>(
      '({ spans: window.spans, tasks: window.tasks, stories: window.stories })',
    );
    spans.push(Math.max(0, ...seen.spans));
    stories.push(...seen.stories);
    longest = Math.max(longest, ...seen.tasks);
  }
  print(`${name}: ${inFigures(spans)}, longest task ${longest} ms`);
  if (stories.length > 0) print(`  until the story is shown: ${inFigures(stories)}`);
}

function inFigures(spans: readonly number[]): string {
  const sorted = spans.map(Math.round).sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `median ${median || '< 16'} ms, slowest ${sorted.at(-1) ?? 0} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
