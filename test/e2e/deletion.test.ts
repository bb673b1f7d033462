import { describe, expect, it } from 'vitest';
import { signedRequest } from '../platforms/meta-signed-request.js';
import { secrets } from './driver/secrets.js';
import { sharedStage } from './driver/stage.js';

const shared = sharedStage();

describe('whoever asks Meta to have us delete them', () => {
  const askFor = async (userId: string): Promise<{ url: string; confirmation_code: string }> => {
    const claim = { user_id: userId, algorithm: 'HMAC-SHA256', issued_at: Math.floor(Date.now() / 1000) };
    const response = await fetch(`${shared().server.address}/webhooks/meta/data-deletion`, {
      method: 'POST',
      body: new URLSearchParams({ signed_request: signedRequest(claim, secrets.META_APP_SECRET) }),
    });
    expect(response.status).toBe(200);
    return (await response.json()) as { url: string; confirmation_code: string };
  };
  const see = async (url: string): Promise<string> => {
    const { pathname, search } = new URL(url);
    return (await shared().get(`${pathname}${search}`)).text();
  };

  it('is gone where we know them by that id, and can see that it is done', async () => {
    const ada = shared().follower();
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    const { url } = await askFor(ada.id);
    expect(await see(url)).toContain('Your chat with us is deleted.');
    await expect(ada.contact()).rejects.toThrow('404');
  });

  it('is left to the operator where we do not, and can see that it is not done', async () => {
    const { url, confirmation_code } = await askFor('218471');
    expect(await see(url)).toContain('It is not done yet.');
    expect(await see(url)).toContain(confirmation_code);
    expect(await (await shared().get('/readyz')).json()).toMatchObject({ open_deletions: 1 });
  });
});
