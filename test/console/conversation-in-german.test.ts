import { describe, expect, it } from 'vitest';
import { consolePages } from './console-pages.js';
import { line, openConversation } from './conversation-parts.js';

const pages = consolePages();

describe('a conversation in German', () => {
  it('says in German, too, why something was not sent and why nothing may be written', async () => {
    const { server } = pages;
    server.world.me = { ...server.world.me, language: 'de' };
    const { composer } = server.changes.find('c-0').desk;
    Object.assign(composer, { may_write: false, basis: null, closes_at: null, then: null });
    composer.refusal = 'stopped';
    const page = await openConversation(pages);
    await page.getByRole('region', { name: 'Schreiben' }).getByText('Der Kontakt hat STOP gesagt.').waitFor();
    await line(page, 'A tip: write')
      .getByText(/Der Kontakt hat .* nicht zugestimmt/)
      .waitFor();
    await line(page, 'Did this arrive?').getByText('vielleicht angekommen').waitFor();
    expect(await line(page, 'Did this arrive?').getByText('did not answer').count()).toBe(0);
  });
});
