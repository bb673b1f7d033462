import type { Visitor } from '../../inbox/identity/visitor.js';
import type { SignedIn } from '../../inbox/identity/signed-in.js';
import { type Caller, signInFirst } from './caller.js';
import type { Exchange } from './exchange.js';

/** Who is signed in, or half so: addresses for people let nobody else come this far. @throws {HttpProblem} 401 */
export function signedInCaller(caller: Caller): SignedIn {
  if (caller.kind === 'person') return caller.signedIn;
  throw signInFirst();
}

export function visitorOf({ address, userAgent }: Exchange): Visitor {
  return { address, userAgent };
}
