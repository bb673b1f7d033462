import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { SigningAccount } from '../../../src/channels/webhook.js';
import type { ContactView } from '../../../src/store/reads.js';
import { StoreUnavailable } from '../../../src/store/store.js';
import { signedRequest } from '../../platforms/meta-signed-request.js';
import { appSecret, createHouse, type House, olderSecret, publicUrl, signedWith } from '../support/house.js';
import { contactNamed, noon } from '../support/people.js';

const deletion = '/webhooks/meta/data-deletion';
const deauthorize = '/webhooks/meta/deauthorize';
const claim = { user_id: '218471', algorithm: 'HMAC-SHA256', issued_at: noon / 1000 - 5 };

const send = ({ app }: House, path: string, text: string): request.Test =>
  request(app).post(path).type('form').send({ signed_request: text });
const askFor = (house: House, change: object = {}, secret = appSecret): request.Test =>
  send(house, deletion, signedRequest({ ...claim, ...change }, secret));

/** Someone whom an account knows by this id. */
const contact = (platformId: string, change: Partial<ContactView> = {}): ContactView => ({
  ...contactNamed('ana'),
  id: 'contact-1',
  workspace: 'studio',
  account: 'ig',
  platformIds: [platformId],
  ...change,
});

describe('a wish to be deleted', () => {
  it('erases the contact whom the id names, and says where to look', async () => {
    const house = createHouse();
    house.store.contacts.push(contact('218471', { workspace: 'studio' }));
    const answer = await askFor(house).expect(200);
    expect(house.store.erased).toEqual(['contact-1']);
    const code = (answer.body as { confirmation_code: string }).confirmation_code;
    expect(answer.body).toEqual({ url: `${publicUrl}/deletion?code=${code}`, confirmation_code: code });
    expect(code).toMatch(/^[0-9a-f]{32}$/);
    expect([...house.store.deletions.values()]).toEqual([
      { code, workspace: 'studio', userId: null, requestedAt: noon, contacts: 1, doneAt: noon },
    ]);
  });

  it('is left to the operator where the id names nobody', async () => {
    const house = createHouse();
    house.store.contacts.push(contact('218472', { workspace: 'studio' }));
    await askFor(house).expect(200);
    expect(house.store.erased).toEqual([]);
    expect([...house.store.deletions.values()]).toMatchObject([
      { workspace: 'studio', userId: '218471', requestedAt: noon, contacts: 0, doneAt: null },
    ]);
    const ready = await request(house.app).get('/readyz').expect(200);
    expect(ready.body).toMatchObject({ open_deletions: 1 });
  });

  it('is one, however often it is sent, and done when somebody is found after all', async () => {
    const house = createHouse();
    const first = await askFor(house).expect(200);
    house.store.contacts.push(contact('218471', { workspace: 'studio' }));
    const again = await askFor(house).expect(200);
    const afterwards = await askFor(house).expect(200);
    expect(again.body).toEqual(first.body);
    expect(afterwards.body).toEqual(first.body);
    expect(house.store.erased).toEqual(['contact-1']);
    expect([...house.store.deletions.values()]).toMatchObject([{ userId: null, contacts: 1, doneAt: noon }]);
  });

  it('has a code of its own for each who makes one', async () => {
    const house = createHouse();
    const codes = [await askFor(house), await askFor(house, { user_id: '7' })].map(
      ({ body }) => body as object,
    );
    expect(codes[0]).not.toEqual(codes[1]);
    expect(house.store.deletions.size).toBe(2);
  });

  it('reaches the accounts whose app signed it, and no others', async () => {
    const account = (workspace: string, name: string, secret: string): SigningAccount => {
      return { workspace, channel: 'messenger', name, id: name, secrets: [secret] };
    };
    const accounts = [
      account('one', 'a', 'secret-1'),
      account('two', 'b', 'secret-1'),
      account('two', 'c', 'secret-2'),
    ];
    const house = createHouse({ signingAccounts: () => accounts });
    for (const { workspace, name } of accounts) {
      house.store.contacts.push(contact('218471', { id: `of ${name}`, workspace, account: name }));
    }
    await askFor(house, {}, 'secret-1').expect(200);
    expect(house.store.erased).toEqual(['of a', 'of b']);
    expect([...house.store.deletions.values()]).toMatchObject([{ workspace: null, contacts: 2 }]);
  });

  it('leaves alone who has the same id in another workspace’s account of the same name', async () => {
    const house = createHouse();
    house.store.contacts.push(contact('218471', { workspace: 'other' }));
    await askFor(house).expect(200);
    expect(house.store.erased).toEqual([]);
  });

  it('is proved by a secret that is being replaced, too', async () => {
    await askFor(createHouse(), {}, olderSecret).expect(200);
  });

  it('is answered 503 while nothing can be saved', async () => {
    const house = createHouse();
    house.store.check = () => {
      throw new StoreUnavailable('The disk is full.');
    };
    await askFor(house).expect(503);
    house.store.check = () => undefined;
    expect(house.store.deletions.size).toBe(0);
  });

  it('lets nobody’s id into the log', async () => {
    const house = createHouse();
    await askFor(house).expect(200);
    expect(house.logged()).toContain('somebody wants to be deleted');
    expect(house.logged()).not.toContain('218471');
  });
});

describe('somebody who removed the app', () => {
  it('makes the operator hear of every account of it', async () => {
    const house = createHouse();
    const answer = await send(house, deauthorize, signedRequest(claim, appSecret)).expect(200);
    expect(answer.body).toEqual({});
    expect(house.engine.notices).toEqual([
      {
        channel: 'instagram',
        accountId: '17841400000000001',
        kind: 'account_changed',
        explanation:
          'Somebody has removed the app from their account; if it was connected by them, connect it again.',
        occurredAt: noon,
      },
    ]);
    expect(house.store.deletions.size).toBe(0);
  });
});

describe.each([deletion, deauthorize])('what is sent to %s', (path) => {
  const nothingHappened = ({ engine, store }: House): void => {
    expect(engine.notices).toEqual([]);
    expect(store.deletions.size).toBe(0);
    expect(store.erased).toEqual([]);
  };

  it.each([
    ['signed by somebody else', signedRequest(claim, 'guess')],
    ['signed too long ago', signedRequest({ ...claim, issued_at: noon / 1000 - 3601 }, appSecret)],
  ])('is answered 401 when it is %s', async (_case, text) => {
    const house = createHouse();
    await send(house, path, text).expect(401);
    nothingHappened(house);
  });

  it('is answered 401 while no account has a secret', async () => {
    const house = createHouse(signedWith());
    await send(house, path, signedRequest(claim, '')).expect(401);
    nothingHappened(house);
  });

  it.each([
    ['no signed request', 'signed=1'],
    ['two of them', `signed_request=${signedRequest(claim, appSecret)}&signed_request=x`],
    ['no form', '{"signed_request":"x"}'],
    ['nothing', ''],
  ])('is answered 400 when it holds %s', async (_case, body) => {
    const house = createHouse();
    await request(house.app).post(path).type('form').send(body).expect(400);
    nothingHappened(house);
  });

  it('is answered 413 when it is too large', async () => {
    await request(createHouse().app).post(path).type('form').send('x'.repeat(17_000)).expect(413);
  });

  it('is a POST', async () => {
    const answer = await request(createHouse().app).get(path).expect(405);
    expect(answer.headers['allow']).toBe('POST');
  });
});
