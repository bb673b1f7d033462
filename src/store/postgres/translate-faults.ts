import { StoreUnavailable } from '../store.js';
import { makesUnavailable, toUnavailable } from './faults.js';

/** What hinders a write, as callers of the port know it. */
export async function translateFaults<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof StoreUnavailable || !makesUnavailable(fault)) throw fault;
    throw toUnavailable(fault);
  }
}
