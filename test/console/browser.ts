import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as driver, type Browser } from 'playwright-core';

const debianChromium = '/usr/bin/chromium';

/**
 * Starts a headless Chromium: the one that `CHROMIUM_PATH` names, else Debian's, else the one that npm brought. The
 * caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromiumPath(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function chromiumPath(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  return existsSync(debianChromium) ? debianChromium : chromium.executablePath();
}
