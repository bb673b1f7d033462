import type { Identity } from '../../../src/inbox/identity/identity.js';
import type { SignedIn } from '../../../src/inbox/identity/signed-in.js';

/** Knows sessions by what the test says, and nothing else of people. */
export function identityKnowing(findSession: (secret: string) => Promise<SignedIn | null>): Identity {
  return without<Identity>({ findSession });
}

/** Something that has only these of its methods: whoever needs another one should have the real thing. */
export function without<T extends object>(has: Partial<T>): T {
  const lacking = (_target: object, name: PropertyKey): unknown =>
    Reflect.get(has, name) ??
    (() => Promise.reject(new Error(`This test has nobody who does ${String(name)}.`)));
  // Only what `has` says is there; the type is what callers may ask for.
  return new Proxy(has, { get: lacking }) as T;
}
