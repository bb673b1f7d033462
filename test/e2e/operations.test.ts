import { describe, expect } from 'vitest';
import { delivery } from '../platforms/meta-payloads.js';
import { secrets } from './driver/secrets.js';
import { it, sharedStage } from './driver/stage.js';

const shared = sharedStage();

describe('those who run the server', () => {
  it('see that it is alive and ready, and what it has done', async ({ openStage }) => {
    const stage = await openStage();
    expect(await (await stage.get('/healthz')).text()).toBe('ok');
    const ready = await stage.get('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      ready: true,
      store: 'ok',
      flows: 'ok',
      stopped_accounts: [],
      paused_accounts: [],
      budgets: [],
      token_troubles: [],
      catching_up: [],
      account_notices: [],
      rejected_reload: null,
      unaskable_lookups: [],
      open_deletions: 0,
    });

    const ada = stage.follower();
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await expect.poll(() => ada.states()).toEqual(['sent', 'sent']);
    const figures = await stage.figures();
    expect(figures.get('heyword_sends_total{channel="instagram",result="sent"}')).toBe(2);
    expect(figures.get('heyword_webhook_requests_total{source="meta",outcome="accepted"}')).toBe(1);
    expect(figures.get('heyword_commit_seconds_count')).toBe(1);
    expect(figures.get('heyword_backlog{of="queued_messages"}')).toBe(0);
  });

  it('subscribe the webhook with their own token only', async () => {
    const stage = shared();
    const ask = (token: string): Promise<Response> =>
      stage.get(`/webhooks/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
    const right = await ask(secrets.META_VERIFY_TOKEN);
    expect([right.status, await right.text()]).toEqual([200, '1158201444']);
    expect((await ask('guess')).status).toBe(403);
  });

  it('let programs in by the token only, and show everybody how to ask', async () => {
    const stage = shared();
    expect((await stage.get('/api/v1/handoffs')).status).toBe(401);
    const description = (await (await stage.get('/api/v1/openapi.json')).json()) as { paths: object };
    expect(Object.keys(description.paths)).toContain('/handoffs/{id}/reply');
    const flows = await stage.api.read<{ items: readonly { name: string }[] }>('/flows');
    expect(flows.items.map(({ name }) => name).toSorted()).toEqual(['guide', 'pricing']);
  });
});

describe('the log', () => {
  it('at its most talkative holds no text, no token and no name, also when much goes wrong', async ({
    openStage,
  }) => {
    const stage = await openStage();
    const { output } = stage.server;
    const ada = stage.follower('messenger');
    stage.meta.failNext({ kind: 'error', code: 2 });
    stage.meta.failNext({
      kind: 'answer',
      status: 502,
      body: '<html>canary of the proxy</html>',
      delivered: false,
    });
    await ada.says('guide');
    await output.waitFor(/send failed.*\n[^]*send failed/);
    await ada.says('my grandmother Wilhelmine Obermayer');
    await ada.says('please stop messaging me, Wilhelmine Obermayer');
    await stage.post('canary of a stranger', { 'x-hub-signature-256': 'sha256=canary-of-a-signature' });
    await stage.deliver(delivery({ object: 'page', id: '999' }, ada.thread.says('canary of another page')));
    await fetch(`${stage.server.address}/api/v1/contacts/canary-of-a-path?token=canary-of-a-query`);
    const { code } = await stage.server.terminate();
    expect(code).toBe(0);
    expect(output.text).toContain('stopping');
    expect(output.text).not.toContain('canary');
    expect(output.text).not.toContain('Obermayer');
    expect(output.text).not.toContain(ada.id);
  });
});
