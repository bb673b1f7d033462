import type { AccountNotice } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { LookupAnswer } from '../core/lookup.js';
import type { SendOutcome } from '../store/store.js';

/** How a delivery came to the store: past others that waited, or not at all. */
export type AdmittedHow = 'at_once' | 'after_waiting' | 'ahead' | 'refused';

export interface AdmissionMetrics {
  deliveryAdmitted(how: AdmittedHow): void;
  /** It had to wait for its turn, so many seconds. */
  deliveryWaited(seconds: number): void;
}

/** What the engine counts while it works; whoever shows figures gives it one. */
export interface EngineMetrics extends AdmissionMetrics {
  /** A request to a platform has ended, one way or another. */
  sendEnded(channel: SupportedChannel, result: SendOutcome['kind']): void;
  /** A platform has said something about an account. */
  noticeHeard(account: AccountName, kind: AccountNotice['kind']): void;
  /** A look-up has been answered, from memory or by the other system, after so many seconds. */
  lookupEnded(lookup: LookupName, result: LookupAnswer['result'], seconds: number): void;
}

export interface AccountName {
  readonly workspace: string;
  readonly account: string;
}

export interface LookupName {
  readonly workspace: string;
  readonly lookup: string;
}
