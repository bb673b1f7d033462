import type { RequestHandler, Response } from 'express';
import type { Access } from '../../contract/endpoint.js';
import type { Identity } from '../../inbox/identity/identity.js';
import { HttpProblem } from '../problem.js';
import { onlyBearer } from './bearer.js';
import { admit, admitsPrograms, type Caller, signInFirst } from './caller.js';
import { exchangeOf } from './exchange.js';

interface RecogniseParts {
  readonly apiToken: string | null;
  readonly identity: Pick<Identity, 'findSession'>;
  readonly publicUrl: string;
}

interface CallerLocals {
  caller?: Caller;
}

/** Who asks, as it was found out on the way in. */
export function callerOf({ locals }: Response): Caller {
  return (locals as CallerLocals).caller ?? { kind: 'nobody' };
}

/** Finds out who asks, and lets only those pass whom an address is for. */
export function recogniseCaller(parts: RecogniseParts): (access: Access) => RequestHandler {
  const checkBearer = onlyBearer(parts.apiToken);
  return (access) => async (request, response, next) => {
    const pass = (caller: Caller): void => {
      admit(access, caller);
      (response.locals as CallerLocals).caller = caller;
      next();
    };
    if (request.get('authorization') !== undefined) {
      await checkBearer(request, response, (error?: unknown) => {
        if (error === undefined) pass({ kind: 'program' });
        else next(error);
      });
      return;
    }
    const { sessionSecret } = exchangeOf(request, response);
    const signedIn = sessionSecret === null ? null : await parts.identity.findSession(sessionSecret);
    if (!isHarmless(request.method)) refuseForeignPages(request.get.bind(request), parts.publicUrl);
    if (signedIn !== null) pass({ kind: 'person', signedIn });
    else if (access.who === 'anybody') pass({ kind: 'nobody' });
    else if (sessionSecret !== null || !admitsPrograms(access)) throw signInFirst();
    else await checkBearer(request, response, next);
  };
}

function isHarmless(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * Keeps foreign pages in a browser from acting in the name of whoever is signed in. Browsers name the page that asks
 * (`Origin`) and whether it is ours (Fetch Metadata); the cookie, which only browsers keep, is of no use without.
 */
function refuseForeignPages(header: (name: string) => string | undefined, publicUrl: string): void {
  const site = header('sec-fetch-site');
  const origin = header('origin');
  const host = header('host');
  const ours = [new URL(publicUrl).origin, `http://${host ?? ''}`, `https://${host ?? ''}`];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreignPage();
  if (origin !== undefined && !ours.includes(origin)) throw foreignPage();
}

function foreignPage(): HttpProblem {
  return new HttpProblem(403, 'cross_site', 'Only pages of this server may do this.', {
    allowed: ['Sec-Fetch-Site: same-origin'],
  });
}
