import type { z } from 'zod';
import type { Permission } from './roles.js';
import type { nothing } from './values.js';

export type Method = 'get' | 'post' | 'patch' | 'delete';

/** Who may ask. Programs come with the server's token, people with their session. */
export type Access =
  /** Anybody: it is how one comes in. */
  | { readonly who: 'anybody' }
  /** Whoever has given their password, also before the second factor: what it takes to get in, and out again. */
  | { readonly who: 'half_signed_in' }
  /** Everybody who is signed in, about themselves. */
  | { readonly who: 'people' }
  /** People who may do this; programs as well where it says so. */
  | { readonly who: 'allowed'; readonly to: Permission; readonly programs: boolean }
  /** Only programs. */
  | { readonly who: 'programs' };

/** What server and pages agree on about one address: it is served, described and asked for from these lines. */
export interface Endpoint<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodObject = z.ZodObject,
  A extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** As Express writes it, below `/api/v1`: `/handoffs/:id`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What is answered; all else that a handler returns is left out. */
  readonly answer: A;
}

type Nothing = typeof nothing;

/** Keeps the types of the schemas; what is left out is taken to be empty. */
export function endpoint<
  A extends z.ZodType,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodObject = Nothing,
>(definition: Endpoint<P, Q, B, A>): Endpoint<P, Q, B, A> {
  return definition;
}

export const forPrograms: Access = { who: 'programs' };
export const forPeople: Access = { who: 'people' };
export const forAnybody: Access = { who: 'anybody' };
export const forHalfSignedIn: Access = { who: 'half_signed_in' };

/** People who may do this, and programs. */
export function whoMay(to: Permission): Access {
  return { who: 'allowed', to, programs: true };
}

/** People who may do this; no program, since it is about whoever asks. */
export function peopleWhoMay(to: Permission): Access {
  return { who: 'allowed', to, programs: false };
}
