import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { messageClassesOf } from './message-classes.js';

export interface HttpServer {
  /** The port that is listened on, also where any free one was asked for. */
  readonly port: number;
  /** Takes no new connections and resolves when the last answer has left; those that take too long are cut. */
  close(): Promise<void>;
}

/** Times in ms. Slow or silent clients are cut before they add up (reliability reference, row 20). */
export const serverLimits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 5_000,
  /** Longer than proxies keep an idle connection, so that they never write into one that we close. */
  keepAliveTimeout: 65_000,
};

const mostConnections = 4_000;

/** How long requests under way may take after a stop was asked for, ms. */
const closeGrace = 4_000;
const sweepPause = 50;

/** Listens, and resolves once it does. Rejects where the address cannot be had. */
export async function startHttpServer(
  app: Express,
  { host, port }: { readonly host: string; readonly port: number },
  limits = serverLimits,
): Promise<HttpServer> {
  const server = createServer({ ...limits, ...messageClassesOf(app) }, app);
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/** Node closes what is idle when it is told to stop, but keeps what becomes idle afterwards: hence the sweep. */
async function close(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), sweepPause);
  const cut = setTimeout(() => server.closeAllConnections(), closeGrace);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(sweep);
  clearTimeout(cut);
}
