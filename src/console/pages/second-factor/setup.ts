import type { z } from 'zod';
import type { beginSecondFactor, confirmSecondFactor } from '../../../contract/identity.js';

/** The secret for an authenticator. */
export type Setup = z.output<(typeof beginSecondFactor)['answer']>;

/** What there is when it was proved that the secret has arrived. */
export type Confirmed = z.output<(typeof confirmSecondFactor)['answer']>;
