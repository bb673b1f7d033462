import { Router } from 'express';
import type { Store } from '../store/store.js';
import { nothingHere } from './problem.js';

export interface MediaDeps {
  readonly store: Pick<Store, 'readUpload'>;
}

const tokenPattern = /^[\w-]{20,100}$/;

/** Where a platform fetches what an agent sends along. */
export function mediaAddress(publicUrl: string, token: string, name: string): string {
  return `${publicUrl}/media/${token}/${encodeURIComponent(name)}`;
}

/** Files that agents send along, for whoever was given the address: the platform, and by it the contact. */
export function media({ store }: MediaDeps): Router {
  const router = Router();
  router.get('/media/:token/:name', async (request, response, next) => {
    const { token } = request.params;
    const upload = tokenPattern.test(token) ? await store.readUpload(token) : null;
    if (upload === null) {
      nothingHere(request, response, next);
      return;
    }
    response.set({
      'Content-Type': upload.mimeType,
      'Cache-Control': 'private, max-age=3600',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
    response.send(upload.content);
  });
  return router;
}
