import { Router } from 'express';
import type { Engine, Readiness } from '../engine/engine.js';
import { StoreUnavailable, type Store } from '../store/store.js';
import type { Metrics } from './metrics.js';

export interface OperationsDeps {
  readonly engine: Pick<Engine, 'readiness'>;
  readonly store: Pick<Store, 'openDeletionRequests'>;
  readonly metrics: Pick<Metrics, 'expose'>;
}

/** What those who run the server look at: is it alive, may it be given work, what does it do. */
export function operations({ engine, store, metrics }: OperationsDeps): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text').send('ok');
  });
  router.get('/readyz', async (_request, response) => {
    const readiness = await engine.readiness();
    response.set('Cache-Control', 'no-store').status(readiness.ready ? 200 : 503);
    response.json({ ...showReadiness(readiness), open_deletions: await countDeletions(store) });
  });
  router.get('/metrics', async (_request, response) => {
    const { contentType, text } = await metrics.expose();
    response.set({ 'Cache-Control': 'no-store', 'Content-Type': contentType }).send(text);
  });
  return router;
}

function showReadiness(readiness: Readiness): object {
  return {
    ready: readiness.ready,
    store: readiness.store,
    flows: readiness.flows,
    stopped_accounts: readiness.stoppedAccounts.map(({ account, reason }) => ({ account, reason })),
    paused_accounts: readiness.pausedAccounts.map(({ until, ...rest }) => ({ ...rest, until: iso(until) })),
    budgets: readiness.budgets.map(({ account, per, most, left }) => ({
      ...{ account, per_seconds: per / 1_000, most, left },
    })),
    token_troubles: readiness.tokenTroubles.map(({ expiresAt, ...rest }) => ({
      ...rest,
      expires_at: expiresAt === null ? null : iso(expiresAt),
    })),
    catching_up: readiness.catchingUp.map(({ since, ...rest }) => ({ ...rest, since: iso(since) })),
    account_notices: readiness.accountNotices.map(({ at, ...rest }) => ({ ...rest, at: iso(at) })),
    rejected_reload: readiness.rejectedReload,
    unaskable_lookups: readiness.unaskableLookups,
  };
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}

/** Wishes to be deleted that wait for somebody to see to them; null: the store cannot say. */
async function countDeletions(store: OperationsDeps['store']): Promise<number | null> {
  try {
    return (await store.openDeletionRequests()).length;
  } catch (fault) {
    if (fault instanceof StoreUnavailable) return null;
    throw fault;
  }
}
