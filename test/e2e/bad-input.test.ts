import { describe, expect, it } from 'vitest';
import { delivery, deliveryOf, entry, signatureOf, signed } from '../platforms/meta-payloads.js';
import { secrets } from './driver/secrets.js';
import { sharedStage } from './driver/stage.js';

const stage = sharedStage();

const json = { 'content-type': 'application/json' };
const signedBytes = (body: string): Promise<Response> =>
  stage().post(body, { ...json, 'x-hub-signature-256': signatureOf(body, secrets.META_APP_SECRET) });

describe('a delivery that is not the platform’s', () => {
  it('is answered 401 where it is not signed, or signed by somebody else, and does nothing', async () => {
    const ada = stage().follower();
    const says = delivery(ada.account, ada.thread.says('guide'));
    const { body } = signed(says, secrets.META_APP_SECRET);
    expect((await stage().post(body, json)).status).toBe(401);
    expect((await stage().deliver(says, 'somebody else')).status).toBe(401);
    const { headers } = signed(says, secrets.META_APP_SECRET);
    expect((await stage().post(`${body} `, headers)).status).toBe(401);
    await expect(ada.contact()).rejects.toThrow('404');
  });

  it('is accepted where the old secret signed it', async () => {
    const ada = stage().follower('messenger');
    const says = delivery(ada.account, ada.thread.says('guide'));
    expect((await stage().deliver(says, secrets.OLD_APP_SECRET)).status).toBe(200);
    await ada.hears('Here is the guide');
  });
});

describe('a signed delivery that cannot be read', () => {
  it('is answered 400 where it is cut off', async () => {
    const ada = stage().follower();
    const whole = JSON.stringify(delivery(ada.account, ada.thread.says('guide')));
    expect((await signedBytes(whole.slice(0, -7))).status).toBe(400);
    expect((await signedBytes('')).status).toBe(400);
  });

  it('is answered 400 where it is nested 40,000 deep', async () => {
    const deep = `{"object":"page","entry":${'['.repeat(40_000)}${']'.repeat(40_000)}}`;
    expect((await signedBytes(deep)).status).toBe(400);
    expect((await signedBytes(deep.replaceAll('[', '{"a":').replaceAll(']', '}'))).status).toBe(400);
  });

  it('is answered 413 where it has five megabytes', async () => {
    expect((await signedBytes(JSON.stringify({ object: 'page', pad: 'x'.repeat(5_000_000) }))).status).toBe(
      413,
    );
  });

  it.each([
    ['an object that nobody asked for', { object: 'user', entry: [{ id: '1', changes: [] }] }],
    [
      'an account that no workspace has',
      deliveryOf('instagram', [entry('17849999999999999', { messaging: [] })]),
    ],
    ['no object at all', [1, 'two', null]],
    ['entries that are nothing', { object: 'instagram', entry: [null, 7, 'x', {}, []] }],
  ])('is answered 200 where it is about %s', async (_what, payload) => {
    expect((await stage().deliver(payload)).status).toBe(200);
  });

  it('does not keep its neighbours in the batch from being answered', async () => {
    const ada = stage().follower();
    const broken = [null, { message: 'x' }, { sender: { id: 5 }, message: { mid: 7, text: {} } }];
    const payload = deliveryOf('instagram', [
      { id: ada.account.id, messaging: [...broken, ada.thread.says('guide'), ...broken] },
    ]);
    expect((await stage().deliver(payload)).status).toBe(200);
    await ada.hears('Here is the guide');
  });
});

describe('what a follower may write', () => {
  const lost = /did not get that/;
  const greeting = /Here is the guide/;

  it.each([
    ['only emoji', '🙏🙏🏽👩‍👩‍👧‍👦🇩🇪', lost],
    ['20,000 characters', 'lorem ipsum '.repeat(1_667).slice(0, 20_000), lost],
    ['a right-to-left language', 'مرحبا، كيف حالك اليوم؟', lost],
    ['a keyword turned by direction marks', '\u202eguide\u202c', greeting],
    ['a keyword with zero-width characters', 'gu\u200bi\u200dde\ufeff', greeting],
    ['a keyword with a NUL in it', 'gui\u0000de', greeting],
    ['a keyword in full-width letters', 'ＧＵＩＤＥ', greeting],
    ['half of a surrogate pair', 'oh \ud83d', lost],
    ['markup and template signs', '<b>{{contact.first_name}}</b> $x %s', lost],
  ])('is answered sensibly: %s', async (_what, text, answer) => {
    const ada = stage().follower();
    await ada.says(text);
    await ada.hears(answer);
    await ada.says('guide');
    await ada.hears(answer === greeting ? 'What are you working on?' : greeting);
  });

  it('may be nothing, or something without words, and is kept', async () => {
    const ada = stage().follower();
    await ada.says('');
    await ada.does(ada.thread.reacts('m_1', '❤'), ada.thread.mentionsInStory());
    await ada.says('guide');
    await expect
      .poll(() =>
        stage()
          .meta.delivered(ada.id)
          .map(({ text }) => text),
      )
      .toContainEqual(expect.stringMatching(greeting));
  });

  it('comes back as it was written, whatever signs are in it', async () => {
    const ada = stage().follower();
    await ada.says('guide');
    await ada.hears(greeting);
    await ada.hears('What are you working on?');
    await ada.says('<i>{{contact.first_name}}</i> & "Söhne" 🚢');
    await ada.hears('Good luck with <i>{{contact.first_name}}</i> & "Söhne" 🚢!');
  });
});
