import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/http/metrics.js';
import { createHouse, deliveryOf, sign } from './support/house.js';

describe('GET /healthz', () => {
  it('says that the server is alive, whatever the store says', async () => {
    const { app, engine } = createHouse();
    engine.health = { ...engine.health, ready: false, store: 'unavailable' };
    await request(app).get('/healthz').expect(200, 'ok');
  });
});

describe('GET /readyz', () => {
  it('answers 200 with details while work can be done', async () => {
    const { app, engine } = createHouse();
    engine.health = {
      ...engine.health,
      stoppedAccounts: [{ account: 'studio_ig', reason: 'The token has expired.' }],
      pausedAccounts: [{ account: 'main/studio_ig', reason: 'Slower.', until: Date.UTC(2026, 0, 1) }],
      budgets: [{ account: 'main/studio_x', per: 900_000, most: 15, left: 4, renewsAt: null }],
      tokenTroubles: [{ account: 'main/studio_ig', explanation: 'It was revoked.', expiresAt: 0 }],
      catchingUp: [{ account: 'main/studio_ig', since: 0, found: 7, taken: 5 }],
      accountNotices: [
        { account: 'main/studio_ig', kind: 'account_changed', explanation: 'Renamed.', at: 0 },
      ],
      rejectedReload: 'guide.yaml:3:5 unknown step',
      unaskableLookups: [{ workspace: 'main', lookup: 'order', missing: ['SHOP_TOKEN'] }],
    };
    const answer = await request(app).get('/readyz').expect(200);
    expect(answer.body).toEqual({
      ready: true,
      store: 'ok',
      flows: 'ok',
      stopped_accounts: [{ account: 'studio_ig', reason: 'The token has expired.' }],
      paused_accounts: [{ account: 'main/studio_ig', reason: 'Slower.', until: '2026-01-01T00:00:00.000Z' }],
      budgets: [{ account: 'main/studio_x', per_seconds: 900, most: 15, left: 4 }],
      token_troubles: [
        {
          account: 'main/studio_ig',
          explanation: 'It was revoked.',
          expires_at: '1970-01-01T00:00:00.000Z',
        },
      ],
      catching_up: [{ account: 'main/studio_ig', since: '1970-01-01T00:00:00.000Z', found: 7, taken: 5 }],
      account_notices: [
        {
          account: 'main/studio_ig',
          kind: 'account_changed',
          explanation: 'Renamed.',
          at: '1970-01-01T00:00:00.000Z',
        },
      ],
      rejected_reload: 'guide.yaml:3:5 unknown step',
      unaskable_lookups: [{ workspace: 'main', lookup: 'order', missing: ['SHOP_TOKEN'] }],
      open_deletions: 0,
    });
  });

  it('answers 503 with details while it cannot', async () => {
    const { app, engine } = createHouse();
    engine.health = { ...engine.health, ready: false, store: 'unavailable' };
    const answer = await request(app).get('/readyz').expect(503);
    expect(answer.body).toMatchObject({ ready: false, store: 'unavailable' });
  });
});

describe('GET /metrics', () => {
  it('shows what came in and what became of it', async () => {
    const { app, engine } = createHouse();
    engine.report = { ...engine.report, strangers: 1 };
    const body = deliveryOf('guide', 'stop');
    const post = (signature: string): request.Test =>
      request(app).post('/webhooks/meta').set('X-Hub-Signature-256', signature).type('json').send(body);
    await post(sign(body)).expect(200);
    await post('guess').expect(401);
    await request(app).get('/l/nowhere').expect(404);

    const { text, headers } = await request(app).get('/metrics').expect(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('heyword_webhook_requests_total{source="meta",outcome="accepted"} 1');
    expect(text).toContain('heyword_webhook_requests_total{source="meta",outcome="bad_signature"} 1');
    expect(text).toContain('heyword_webhook_updates_total{result="handled"} 1');
    expect(text).toContain('heyword_webhook_updates_total{result="strangers"} 1');
    expect(text).toContain('heyword_commit_seconds_count 1');
    expect(text).toContain('heyword_link_requests_total{known="false"} 1');
  });

  it('shows what waits in the store, and what the process does', async () => {
    const { text } = await request(createHouse().app).get('/metrics');
    expect(text).toContain('heyword_backlog{of="queued_messages"} 2');
    expect(text).toContain('heyword_backlog{of="due_timers"} 4');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('shows what is left of budgets, which accounts send nothing, and what was said about them', async () => {
    const held = { reason: 'Slower.', until: 0 };
    const metrics = createMetrics(
      () => Promise.reject(new Error('the store is gone')),
      () =>
        Promise.resolve({
          budgets: [{ account: 'main/studio_x', per: 900_000, most: 15, left: 4, renewsAt: null }],
          pausedAccounts: [{ account: 'main/studio_ig', ...held }],
          stoppedAccounts: [{ account: 'main/studio_page', reason: 'The token has expired.' }],
        }),
    );
    metrics.noticeHeard({ workspace: 'main', account: 'studio_ig' }, 'quality_changed');
    const { text } = await metrics.expose();
    expect(text).toContain('heyword_account_budget_left{account="main/studio_x",per_seconds="900"} 4');
    expect(text).toContain('heyword_account_held{account="main/studio_ig",how="paused"} 1');
    expect(text).toContain('heyword_account_held{account="main/studio_page",how="stopped"} 1');
    expect(text).toContain(
      'heyword_account_notices_total{workspace="main",account="studio_ig",kind="quality_changed"} 1',
    );
  });

  it('shows what waits to be decided, how deliveries came to it, and how large the log of the database is', async () => {
    const metrics = createMetrics(
      () => Promise.reject(new Error('the store is gone')),
      undefined,
      undefined,
      () => ({ underWay: 256, waiting: 31 }),
      () => 70_000_000,
    );
    metrics.deliveryAdmitted('ahead');
    metrics.deliveryAdmitted('refused');
    metrics.deliveryWaited(0.3);
    const { text } = await metrics.expose();
    expect(text).toContain('heyword_intake_updates{state="under_way"} 256');
    expect(text).toContain('heyword_intake_updates{state="waiting"} 31');
    expect(text).toContain('heyword_database_log_bytes{file="wal"} 70000000');
    expect(text).toContain('heyword_intake_deliveries_total{how="ahead"} 1');
    expect(text).toContain('heyword_intake_deliveries_total{how="refused"} 1');
    expect(text).toContain('heyword_intake_wait_seconds_bucket{le="0.5"} 1');
  });

  it('counts sends by channel and result', async () => {
    const metrics = createMetrics(() => Promise.reject(new Error('the store is gone')));
    metrics.sendEnded('instagram', 'sent');
    metrics.sendEnded('instagram', 'sent');
    metrics.sendEnded('messenger', 'unknown');
    const { text } = await metrics.expose();
    expect(text).toContain('heyword_sends_total{channel="instagram",result="sent"} 2');
    expect(text).toContain('heyword_sends_total{channel="messenger",result="unknown"} 1');
  });

  it('leaves out what the store cannot tell, and shows the rest', async () => {
    const metrics = createMetrics(() => Promise.reject(new Error('the store is gone')));
    const { text } = await metrics.expose();
    expect(text).not.toContain('heyword_backlog{');
    expect(text).toContain('process_resident_memory_bytes');
  });
});

describe('an address that is not there', () => {
  it('is answered in JSON for programs and in a sentence for browsers', async () => {
    const { app } = createHouse();
    const forProgram = await request(app).get('/nowhere').expect(404);
    expect(forProgram.body).toEqual({
      error: { code: 'not_found', message: 'There is nothing at this address.' },
    });
    const forBrowser = await request(app).get('/nowhere').set('Accept', 'text/html').expect(404);
    expect(forBrowser.type).toBe('text/plain');
    expect(forBrowser.text).toBe('There is nothing at this address.\n');
  });

  it('is answered without a word about what serves it', async () => {
    const { headers } = await request(createHouse().app).get('/nowhere');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('etag');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
