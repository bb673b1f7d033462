import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config, Secrets } from '../config.js';
import { createIdentity } from '../inbox/identity/create-identity.js';
import type { Identity } from '../inbox/identity/identity.js';
import { Passwords } from '../inbox/identity/passwords.js';
import { createSecretSeal } from '../inbox/identity/secret-seal.js';
import { SignInLimits } from '../inbox/identity/sign-in-limits.js';
import type { Staff } from '../store/staff.js';

interface Settings {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly secrets: Pick<Secrets, 'sessionSecret'>;
}

export function openIdentity(store: Staff, { config, secrets }: Settings, now: () => number): Identity {
  return createIdentity({
    store,
    passwords: new Passwords(),
    limits: new SignInLimits((milliseconds) => pause(milliseconds)),
    seal: createSecretSeal(secrets.sessionSecret, randomBytes),
    now,
    newId: randomUUID,
    random: randomBytes,
    publicUrl: config.publicUrl,
  });
}
