import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What makes a page of a text that is not wanted: none of it may be there. */
const strangeParts = `(() => {
  const usual = new Set(('html head meta link title body div span p a button ul ol li h1 h2 h3 h4 header nav main ' +
    'aside section article input textarea label form svg g path circle rect line polyline polygon ellipse time bdi ' +
    'mark code kbd dl dt dd blockquote noscript strong em small output select option template script').split(' '));
  const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data', 'srcset', 'background']);
  const isOurs = (value) => {
    const url = URL.canParse(value, location.href) ? new URL(value, location.href) : null;
    return url !== null && url.origin === location.origin;
  };
  const isHarmless = (name, { name: attribute, value }) => {
    if (/^on/i.test(attribute) || attribute === 'srcdoc') return false;
    if (!addresses.has(attribute)) return true;
    return isOurs(value) || (name === 'a' && /^(https?|mailto|tel):/i.test(value));
  };
  const isUsual = (element) => {
    const name = element.localName;
    if (name === 'script' && !(element.getAttribute('src') ?? '').startsWith('/console/assets/')) return false;
    return usual.has(name) && [...element.attributes].every((attribute) => isHarmless(name, attribute));
  };
  const strange = [...document.querySelectorAll('*')].filter((element) => !isUsual(element));
  const polluted = Object.keys(Object.prototype).map((name) => 'Object.prototype.' + name);
  return [...strange.map(({ outerHTML }) => outerHTML.slice(0, 200)), ...polluted];
})()`;

/** A browser in which whatever runs, asks elsewhere, opens or breaks the content policy is noticed. */
export class WatchedBrowser {
  /** Numbers of the texts that ran. */
  readonly ran = new Set<number>();
  /** Everything else that must not happen. */
  readonly noticed: string[] = [];
  readonly context: BrowserContext;
  readonly #origin: string;

  private constructor(context: BrowserContext, origin: string) {
    this.context = context;
    this.#origin = origin;
  }

  /** @param isOpen Without the content policy, so that nothing but the pages themselves keeps a text from running. */
  static async open(browser: Browser, origin: string, { isOpen }: { readonly isOpen: boolean }) {
    const viewport = { width: 1500, height: 900 };
    const context = await browser.newContext({
      bypassCSP: isOpen,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport,
    });
    const watched = new WatchedBrowser(context, origin);
    await context.exposeFunction('__ran', (number = -1) => void watched.ran.add(number));
    await context.exposeFunction('__broken', (what: string) => void watched.noticed.push(what));
    await context.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
      __broken('policy: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample))`);
    return watched;
  }

  async page(): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(40_000);
    page.on('dialog', (dialog) => {
      this.noticed.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', ({ message }) => this.noticed.push(`error: ${message}`));
    page.on('popup', (popup) => this.noticed.push(`popup: ${popup.url()}`));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== this.#origin) this.noticed.push(`request: ${request.url()}`);
    });
    return page;
  }

  /** Looks at the page as it stands now. */
  async inspect(page: Page): Promise<void> {
    const strange = await page.evaluate<readonly string[]>(strangeParts);
    this.noticed.push(...strange.map((part) => `on ${page.url()}: ${part}`));
  }
}
