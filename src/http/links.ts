import { Router } from 'express';
import type { Store } from '../store/store.js';
import type { Metrics } from './metrics.js';

export interface LinksDeps {
  readonly store: Pick<Store, 'followLink'>;
  readonly metrics: Pick<Metrics, 'linkFollowed'>;
  readonly now: () => number;
}

const codePattern = /^[\w-]{1,100}$/;

/** Tracked links. The address comes from the marketer's file alone, never from the request. */
export function links({ store, metrics, now }: LinksDeps): Router {
  const router = Router();
  router.get('/l/:code', async (request, response) => {
    const { code } = request.params;
    const target = codePattern.test(code) ? await store.followLink(code, now()) : null;
    const isKnown = target !== null && /^https?:\/\//i.test(target);
    metrics.linkFollowed(isKnown);
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    if (isKnown) response.status(302).location(target).end();
    else response.status(404).type('text').send('This link leads nowhere any more.\n');
  });
  return router;
}
