import { join } from 'node:path';
import express, { type RequestHandler, type Response, type Router } from 'express';
import { HttpProblem } from '../problem.js';

/** The built page: its files carry a hash in their names and never change, its entry is asked for anew. */
export function simulatorPage(folder: string): Router {
  const router = express.Router();
  router.get('/simulator', entry(folder));
  router.use(
    '/simulator/assets',
    express.static(join(folder, 'assets'), {
      fallthrough: false,
      immutable: true,
      index: false,
      maxAge: '1y',
      redirect: false,
    }),
  );
  return router;
}

function entry(folder: string): RequestHandler {
  return (_request, response, next) => {
    const headers = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': policyWithMedia(response) };
    const options = { root: folder, cacheControl: false, headers };
    response.sendFile('index.html', options, (error?: Error) => {
      if (error !== undefined && !response.headersSent) next(notBuilt());
    });
  };
}

/** The page shows what flows show, from wherever it is on the web; everything else of the policy stays. */
function policyWithMedia(response: Response): string {
  const policy = response.get('Content-Security-Policy') ?? '';
  return `${policy.replace(/img-src [^;]*/, (images) => `${images} https:`)};media-src 'self' https:`;
}

function notBuilt(): HttpProblem {
  return new HttpProblem(404, 'page_not_built', 'The simulator’s page has not been built: npm run build.');
}
