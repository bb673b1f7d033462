import type { Consent } from '../../core/consent.js';

/** When everything was withdrawn, on both clocks. */
export type Stopped = NonNullable<Consent['stopped']>;
