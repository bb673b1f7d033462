import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Webhook } from '../channels/webhook.js';
import { machineApi, type MachineApiDeps } from './api/machine-api.js';
import { consolePages, type ConsolePagesDeps } from './console/console-pages.js';
import { deletionPage, type DeletionPageDeps } from './deletion/deletion-page.js';
import { links, type LinksDeps } from './links.js';
import { media, type MediaDeps } from './media.js';
import type { Log } from './log.js';
import { operations, type OperationsDeps } from './operations.js';
import { answerProblems, nothingHere } from './problem.js';
import { simulatorApi, type SimulatorApiDeps } from './simulator/simulator-api.js';
import { platformWebhooks, type PlatformWebhookDeps } from './webhooks/platform-webhook.js';
import { type UserRequestDeps, userRequests } from './webhooks/user-requests.js';
import { simulatorWebhook, type SimulatorWebhookDeps } from './webhooks/simulator-webhook.js';

/** The channel for trying flows out, as the web server sees it. */
export type SimulatorSource = SimulatorWebhookDeps['simulator'] & SimulatorApiDeps['simulator'];

/** What its parts need; the app passes the engine, the store and the channels' functions as they are. */
export type HttpDeps = PlatformWebhookDeps &
  OperationsDeps &
  LinksDeps &
  MediaDeps &
  UserRequestDeps &
  DeletionPageDeps &
  MachineApiDeps &
  Pick<ConsolePagesDeps, 'pageFolder'> &
  Omit<SimulatorWebhookDeps & SimulatorApiDeps, 'simulator'> & {
    /** Null: the simulator is off, and nothing of it is served. */
    readonly simulator: SimulatorSource | null;
    /** Where platforms deliver. */
    readonly webhooks: readonly Webhook[];
    readonly log: Log;
    /** How many proxies stand before us, each of which adds whom it serves to `X-Forwarded-For`. */
    readonly trustedProxies: number;
  };

/** Everything that is served over HTTP. Webhooks come first: nothing that pages need is done for them. */
export function createHttpApp(deps: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.trustedProxies);

  app.use(platformWebhooks(deps.webhooks, deps), userRequests(deps.webhooks, deps));
  const { simulator } = deps;
  if (simulator !== null) app.use(simulatorWebhook({ ...deps, simulator }));
  app.use(secureHeaders(deps.publicUrl));
  app.use(operations(deps));
  app.use(links(deps), media(deps));
  app.use(deletionPage(deps));
  app.use('/api/v1', machineApi(deps));
  app.use(consolePages(deps));
  if (simulator !== null) app.use(simulatorApi({ ...deps, simulator }));
  app.use(nothingHere);
  app.use(answerProblems(deps.log));
  return app;
}

/** Pages may load what is ours and be framed by nobody. Browsers remember HTTPS only where we are reached by it. */
function secureHeaders(publicUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        // These two do not follow the default: without them markup that got in could send forms and links elsewhere.
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: publicUrl.startsWith('https:')
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
  });
}
