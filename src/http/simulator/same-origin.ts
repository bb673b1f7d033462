import type { RequestHandler } from 'express';
import { HttpProblem } from '../problem.js';

/**
 * Keeps foreign pages in the operator's browser from writing as a follower. Browsers say where a request comes from
 * (Fetch Metadata); programs do not, and may.
 */
export const onlySameOrigin: RequestHandler = (request, _response, next) => {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') {
    throw new HttpProblem(403, 'cross_site', 'Only pages of this server may do this.', {
      allowed: ['Sec-Fetch-Site: same-origin'],
    });
  }
  next();
};
