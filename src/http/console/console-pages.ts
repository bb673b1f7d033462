import { join } from 'node:path';
import express, { type RequestHandler, type Response, type Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { HttpProblem } from '../problem.js';

/** Where the console's pages stand; which one it is, the page itself sees by its address. */
const addresses = [
  '/inbox{/*rest}',
  '/search',
  '/sign-in',
  '/welcome/:token',
  '/second-factor',
  '/settings{/*rest}',
];

export interface ConsolePagesDeps {
  /** Folder of the built pages. */
  readonly pageFolder: string;
  /** Null: the simulator is off, and its page is not served. */
  readonly simulator: object | null;
}

/** The built pages: their files carry a hash in their names and never change, the entry to them is asked for anew. */
export function consolePages({ pageFolder, simulator }: ConsolePagesDeps): Router {
  const router = express.Router();
  router.get('/', (_request, response) => {
    response.redirect('/inbox');
  });
  router.get(addresses, entry(pageFolder, agentsPolicy));
  if (simulator !== null) router.get('/simulator', entry(pageFolder, simulatorPolicy));
  router.use('/console/assets', assets(join(pageFolder, 'assets')));
  return router;
}

/** Each was compressed when it was built, as far as that makes it smaller. */
function assets(folder: string): RequestHandler {
  return expressStaticGzip(folder, {
    enableBrotli: true,
    index: false,
    orderPreference: ['br', 'gzip'],
    serveStatic: { fallthrough: false, immutable: true, maxAge: '1y', redirect: false },
  });
}

function entry(folder: string, policyOf: (usual: string) => string): RequestHandler {
  return (_request, response: Response, next) => {
    const policy = policyOf(response.get('Content-Security-Policy') ?? '');
    const headers = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy };
    const options = { root: folder, cacheControl: false, headers };
    response.sendFile('index.html', options, (error?: Error) => {
      if (error !== undefined && !response.headersSent) next(notBuilt());
    });
  };
}

/** Agents see what contacts send through this server only, and what they are about to send themselves. */
function agentsPolicy(usual: string): string {
  return `${withImages(usual, 'blob:')};media-src 'self' data: blob:`;
}

/** The simulator shows what flows show, from wherever it is on the web; everything else of the policy stays. */
function simulatorPolicy(usual: string): string {
  return `${withImages(usual, 'https:')};media-src 'self' https:`;
}

function withImages(policy: string, source: string): string {
  return policy.replace(/img-src [^;]*/, (images) => `${images} ${source}`);
}

function notBuilt(): HttpProblem {
  return new HttpProblem(404, 'page_not_built', 'The pages have not been built: npm run build.');
}
