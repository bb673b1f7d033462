import type { Actor } from '../../core/actor.js';
import type { Access } from '../../contract/endpoint.js';
import { mayDo } from '../../contract/roles.js';
import type { SignedIn } from '../../inbox/identity/signed-in.js';
import { HttpProblem } from '../problem.js';

/** Who asks: a program with the server's token, a person with a session, or somebody unknown. */
export type Caller =
  | { readonly kind: 'program' }
  | { readonly kind: 'person'; readonly signedIn: SignedIn }
  | { readonly kind: 'nobody' };

/** Lets only those pass whom the address is for. @throws {HttpProblem} 401, or 403 where somebody else may */
export function admit(access: Access, caller: Caller): void {
  if (access.who === 'anybody') return;
  switch (caller.kind) {
    case 'nobody':
      throw signInFirst();
    case 'program':
      if (admitsPrograms(access)) return;
      throw new HttpProblem(
        403,
        'for_people',
        'This is about whoever is signed in, and a program is nobody.',
      );
    case 'person':
      admitPerson(access, caller.signedIn);
  }
}

export function admitsPrograms(access: Access): boolean {
  return access.who === 'programs' || (access.who === 'allowed' && access.programs);
}

function admitPerson(access: Access, { user, standing }: SignedIn): void {
  if (access.who === 'half_signed_in') return;
  if (standing !== 'signed_in') throw signInFirst();
  if (access.who === 'people') return;
  if (access.who === 'allowed' && mayDo(user.role, access.to)) return;
  throw new HttpProblem(403, 'not_allowed', `As ${user.role} you may not do this.`);
}

export function signInFirst(): HttpProblem {
  return new HttpProblem(401, 'sign_in_first', 'This is for people who have signed in.');
}

/** Who does it: whoever is signed in, or for whom a program says that it acts. */
export function actorOf(caller: Caller, person?: string): Actor {
  if (caller.kind === 'person') return { name: caller.signedIn.user.name, id: caller.signedIn.user.id };
  if (person !== undefined) return { name: person, id: null };
  throw new HttpProblem(400, 'invalid_request', 'body.person must be a text of 1 to 100 characters.', {
    allowed: ['person'],
  });
}
