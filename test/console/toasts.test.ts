import { describe, expect, it } from 'vitest';
import { consolePages } from './console-pages.js';
import { notices, openConversation } from './conversation-parts.js';

const pages = consolePages();

/** The names of controls that would be hit where the toasts are, were these not there; run in the page. */
const coveredByToasts = `(() => {
  const region = document.querySelector('.ui-toasts');
  const foot = region.getBoundingClientRect();
  const controls = [...document.querySelectorAll('button, a[href], input, textarea, select')];
  return controls.filter((control) => {
    if (region.contains(control)) return false;
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const [from, to] = [Math.max(top, foot.top), Math.min(bottom, foot.bottom)];
    return to - from > 1 && document.elementsFromPoint((left + right) / 2, (from + to) / 2).includes(control);
  }).map((control) => control.ariaLabel ?? control.textContent);
})()`;

describe('a toast', () => {
  it.each([
    ['a desktop', { viewport: { width: 1500, height: 900 } }],
    ['a tablet', { viewport: { width: 820, height: 1180 } }],
    ['a phone', { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }],
  ] as const)('covers nothing that may be pressed or written in, on %s', async (_, how) => {
    const page = await openConversation(pages, 'c-0', how);
    await page.keyboard.press('t');
    await notices(page).getByText('You have this chat').waitFor();
    await expect.poll(() => page.evaluate(coveredByToasts)).toEqual([]);
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'Resolve this chat' }).waitFor();
    await expect.poll(() => page.evaluate(coveredByToasts)).toEqual([]);
  });
});
