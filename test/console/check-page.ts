import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What axe says is not accessible on the page as it stands, each as its rule and where: none is what is wanted. */
export async function brokenRules(page: Page): Promise<readonly string[]> {
  // React Aria announces a button that waits by pointing at it; for 7 s that stays, though the button may be gone.
  const announced = page.locator('[data-live-announcer] [role=img]');
  await expect.poll(() => announced.count(), { timeout: 20_000 }).toBe(0);
  // By the driver, which the page's content policy does not bind.
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
}
