import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
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
    const options = { root: folder, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } };
    response.sendFile('index.html', options, (error?: Error) => {
      if (error !== undefined && !response.headersSent) next(notBuilt());
    });
  };
}

function notBuilt(): HttpProblem {
  return new HttpProblem(404, 'page_not_built', 'The simulator’s page has not been built: npm run build.');
}
