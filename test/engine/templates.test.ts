import { describe, expect } from 'vitest';
import type { TemplateReply } from '../../src/engine/deeds.js';
import { Follower, type AccountName } from './stage/follower.js';
import { phoneFiles } from './stage/phone-files.js';
import type { Stage } from './stage/stage.js';
import { withFiles } from './stage/with-stage.js';

const day = 24 * 3_600_000;
const mia = { name: 'Mia', id: null };
const callBack: TemplateReply = { template: 'call_back', language: 'en', gaps: ['Ada'] };
const newTip: TemplateReply = { template: 'new_tip', language: 'en', gaps: [] };

const it = withFiles(phoneFiles());

/** Somebody who has said each of these, and then nothing for two days. */
async function silentAfter(
  stage: Stage,
  texts: readonly string[],
  account: AccountName = 'studio_phone',
): Promise<Follower> {
  const ada = new Follower(stage, account);
  for (const text of texts) await ada.says(text);
  await stage.time.pass(2 * day);
  return ada;
}

async function send(stage: Stage, to: Follower, template: TemplateReply, requestId = 'r') {
  const sent = stage.engine.sendTemplate(await to.conversationId(), mia, template, requestId);
  const result = await stage.time.passUntil(sent);
  await stage.time.settle();
  return result;
}

describe('a template that a person sends', () => {
  it('reaches the contact when no answer may any more, and takes the chat over', async ({ stage }) => {
    const ada = await silentAfter(stage, ['hello']);
    const answered = await stage.engine.reply(await ada.conversationId(), mia, { text: 'Hello?' }, 'a');
    expect(answered).toMatchObject({ ok: false, reason: 'window_closed' });
    const before = ada.heard.length;
    expect(await send(stage, ada, callBack)).toMatchObject({ ok: true });
    expect(ada.heard.slice(before)).toEqual(['Hello Ada, may we call you back?']);
    expect((await ada.conversation()).ownership.owner).toBe('human');
  });

  it('is sent once, however often it is asked for', async ({ stage }) => {
    const ada = await silentAfter(stage, ['hello']);
    const before = ada.heard.length;
    for (const requestId of ['one', 'one', 'two']) await send(stage, ada, callBack, requestId);
    expect(ada.heard.slice(before)).toHaveLength(2);
  });

  it('about a topic reaches whoever has agreed to it', async ({ stage }) => {
    const ada = await silentAfter(stage, ['tips', 'yes']);
    expect(await send(stage, ada, newTip)).toMatchObject({ ok: true });
    expect(ada.heard.at(-1)).toBe('There is a new tip.');
  });

  for (const [who, texts] of [
    ['has not agreed to it', ['hello']],
    ['has declined it', ['tips', 'no']],
  ] as const)
    it(`about a topic is refused to whoever ${who}`, async ({ stage }) => {
      const ada = await silentAfter(stage, texts);
      const before = ada.heard;
      expect(await send(stage, ada, newTip)).toMatchObject({ ok: false, reason: 'no_consent' });
      expect(ada.heard).toEqual(before);
      expect((await ada.conversation()).ownership.owner).toBe('bot');
    });

  it('is refused after STOP', async ({ stage }) => {
    const ada = await silentAfter(stage, ['hello', 'STOP']);
    expect(await send(stage, ada, callBack)).toMatchObject({ ok: false, reason: 'stopped' });
  });

  it('is refused on a channel that has none', async ({ stage }) => {
    const ada = await silentAfter(stage, ['hello'], 'studio_ig');
    expect(await send(stage, ada, callBack)).toMatchObject({ ok: false, reason: 'channel_cannot' });
  });

  for (const [wrong, change, message] of [
    [
      'a name that there is not',
      { template: 'call_forward' },
      'There is no template "call_forward". There are: call_back, new_tip.',
    ],
    [
      'a language that it is not approved in',
      { language: 'de' },
      '"call_back" is not approved in "de". There are: en.',
    ],
    ['gaps left open', { gaps: [] }, '"call_back" has 1 gaps, and 0 were filled.'],
  ] as const)
    it(`with ${wrong} is refused, and says so`, async ({ stage }) => {
      const ada = await silentAfter(stage, ['hello']);
      const refused = await send(stage, ada, { ...callBack, ...change });
      expect(refused).toEqual({ ok: false, reason: 'unknown_template', message });
    });
});
