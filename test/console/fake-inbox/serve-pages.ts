import { join } from 'node:path';
import express, { type Express } from 'express';

/** What the real server sends with every page; a page that breaks it would be broken in production. */
const contentPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; media-src 'self' data: blob:";

/** Serves the built pages: their files below `/console`, and the page itself at every other address, which its script reads. */
export function servePages(app: Express, folder: string): void {
  app.use((_request, response, next) => {
    response.set('content-security-policy', contentPolicy);
    next();
  });
  app.use('/console', express.static(folder, { redirect: false, index: false }));
  app.get('/{*page}', (_request, response) => {
    response.sendFile(join(folder, 'index.html'));
  });
}
