import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { hostileTexts, inOneLine, kernelOf } from './text-vectors.js';

/**
 * Runs in the page before anything else of it. Tells of every element and attribute that the pages are not made of, at the
 * moment at which it comes into the document, and of what the content policy has stopped.
 */
const lookout = `(() => {
  const usual = new Set(('html head meta link title body div span p a button ul ol li h1 h2 h3 h4 header footer nav main ' +
    'aside section article input textarea label form svg g path circle rect line polyline polygon ellipse time bdi ' +
    'mark code kbd dl dt dd blockquote figure figcaption noscript strong em small output select option template script').split(' '));
  const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data', 'srcset', 'background']);
  const isOurs = (value) => URL.canParse(value, location.href) && new URL(value, location.href).origin === location.origin;
  const isHarmless = (name, { name: attribute, value }) => {
    if (/^on/i.test(attribute) || attribute === 'srcdoc') return false;
    if (attribute === 'style') return !/url\\(|expression\\(/i.test(value);
    if (!addresses.has(attribute)) return true;
    return isOurs(value) || (name === 'a' && /^(https?|mailto|tel):/i.test(value));
  };
  const isUsual = (element) => {
    const name = element.localName;
    if (name === 'script' && !(element.getAttribute('src') ?? '').startsWith('/console/assets/')) return false;
    return usual.has(name) && [...element.attributes].every((attribute) => isHarmless(name, attribute));
  };
  const look = (element) => {
    if (!isUsual(element)) __notice('on ' + location.pathname + ': ' + element.outerHTML.slice(0, 200));
  };
  const lookInto = (node) => {
    if (node instanceof Element) for (const one of [node, ...node.querySelectorAll('*')]) look(one);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') look(target);
      else addedNodes.forEach(lookInto);
    }
    for (const name in {}) __notice('Object.prototype.' + name);
  }).observe(document, { subtree: true, childList: true, attributes: true });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    __notice('policy: ' + effectiveDirective + ' ' + blockedURI + ' ' + sample));
})()`;

/** Lists of hundreds of lines are drawn as they are scrolled: the higher the window, the fewer steps. */
const viewport = { width: 1500, height: 2_500 };

const patiently = { timeout: 30_000, interval: 50 };

interface OpenOptions {
  /** Of the server: nothing else is to be asked for anything. */
  readonly origin: string;
  /** Without the content policy, so that nothing but the pages themselves keeps a text from running. */
  readonly isUnbound?: boolean;
}

/** A page in a browser of its own in which whatever runs, asks elsewhere, opens or breaks the content policy is noticed. */
export class WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Numbers of the texts that ran. */
  readonly ran = new Set<number>();
  /** Everything else that must not happen, a line each. */
  readonly noticed = new Set<string>();
  readonly #origin: string;

  private constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
    this.context = page.context();
    page.setDefaultTimeout(patiently.timeout);
  }

  static async open(browser: Browser, { origin, isUnbound = false }: OpenOptions): Promise<WatchedPage> {
    const context = await browser.newContext({
      ...{ viewport, locale: 'en-GB', reducedMotion: 'reduce', bypassCSP: isUnbound },
    });
    const watched = new WatchedPage(await context.newPage(), origin);
    await watched.#watch();
    return watched;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.#origin}${path}`);
  }

  /** Goes there as the page's own links do: nothing is loaded anew. */
  async goOn(path: string): Promise<void> {
    await this.page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
  }

  /** Waits until all of the texts have been seen in these elements; `onward` leads to those that follow. */
  async shows(
    selector: string,
    texts: readonly string[] = hostileTexts,
    onward?: () => Promise<unknown>,
  ): Promise<void> {
    const seen = new Set<string>();
    const unseen = async (): Promise<readonly string[]> => {
      for (const text of await this.#textsOf(selector)) seen.add(inOneLine(text));
      const all = [...seen].join('\n');
      const missing = texts.filter((text) => !all.includes(kernelOf(text)));
      if (missing.length > 0) await onward?.();
      return missing;
    };
    await expect.poll(unseen, { ...patiently, message: `what ${selector} does not show` }).toEqual([]);
  }

  /** Once everything that has happened in the page is told. */
  async findings(): Promise<readonly string[]> {
    await this.page.evaluate(`__notice('')`);
    return [...[...this.ran].map((number) => `text ${number} ran`), ...this.noticed];
  }

  #textsOf(selector: string): Promise<readonly string[]> {
    return this.page.evaluate<readonly string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map(({ textContent }) => textContent)`,
    );
  }

  async #watch(): Promise<void> {
    const { context, page, noticed } = this;
    await context.exposeFunction('__ran', (number = -1) => void this.ran.add(number));
    await context.exposeFunction('__notice', (what: string) => what !== '' && noticed.add(what));
    await context.addInitScript(lookout);
    page.on('pageerror', ({ message }) => noticed.add(`error: ${message}`));
    page.on('popup', (popup) => noticed.add(`popup: ${popup.url()}`));
    page.on('dialog', (dialog) => {
      noticed.add(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== this.#origin) noticed.add(`request: ${request.url()}`);
    });
  }
}
