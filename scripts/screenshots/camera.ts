import type { Browser, Page } from 'playwright-core';
import { moment } from './studio-nord.js';

export const themes = ['light', 'dark'] as const;
export const devices = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;

export interface Look {
  readonly theme: (typeof themes)[number];
  readonly device: keyof typeof devices;
}

/** Every scene in every look. */
export const looks: readonly Look[] = themes.flatMap((theme) =>
  (Object.keys(devices) as Look['device'][]).map((device) => ({ theme, device })),
);

/** A page on which the clock stands still and nothing moves by itself. */
export async function openPage(browser: Browser, { theme, device }: Look): Promise<Page> {
  const page = await browser.newPage({
    ...devices[device],
    ...{ deviceScaleFactor: 1, colorScheme: theme, reducedMotion: 'reduce' },
    ...{ locale: 'en-GB', timezoneId: 'Europe/Berlin' },
  });
  page.setDefaultTimeout(30_000);
  await page.clock.setFixedTime(moment);
  return page;
}

const patience = 20;

/** The page as soon as it has come to rest: two pictures, one after the other, are the same. */
export async function takePicture(page: Page): Promise<Buffer> {
  let before = await page.screenshot({ animations: 'disabled' });
  for (let tries = 0; tries < patience; tries += 1) {
    const after = await page.screenshot({ animations: 'disabled' });
    if (after.equals(before)) return after;
    before = after;
  }
  throw new Error(`${page.url()} does not come to rest.`);
}
