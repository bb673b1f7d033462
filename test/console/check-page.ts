import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * All but what React Aria says to screen readers alone: it announces a button that has waited by pointing at it, and for
 * 7 s that stays, though the button may be gone with its dialog.
 */
const everything = { exclude: [['[data-live-announcer]']] };

/** What axe says is not accessible on the page as it stands, each as its rule and where: none is what is wanted. */
export async function brokenRules(page: Page): Promise<readonly string[]> {
  // By the driver, which the page's content policy does not bind.
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(${JSON.stringify(everything)}, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
}
