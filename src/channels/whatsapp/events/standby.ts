import { asFields, asList } from '../../fields.js';
import { observe } from '../../meta/events/standby.js';
import type { Change, Finding } from '../change.js';
import { readContacts } from '../contact-ids.js';
import { readEchoes } from './echo.js';
import { readMessages } from './message.js';
import { readStatuses } from './status.js';

/**
 * `standby`: what happens in a thread that Meta's Business Agent owns. Words and presses are observed, never answered;
 * the rest means what it always means (platforms reference §6.4).
 */
export function readStandby(change: Change): readonly Finding[] {
  const value = asFields(change.value['standby']) ?? change.value;
  const own = readContacts(asList(value['contacts']));
  const inside = { ...change, value, contacts: own.length > 0 ? own : change.contacts };
  const echoes = 'message_echoes' in value ? readEchoes(inside) : [];
  const findings = [...readMessages(inside), ...echoes].map(asObserved);
  const all = [...findings, ...readStatuses(inside)];
  return all.length > 0 ? all : [{ reason: 'a change in which nothing happened' }];
}

function asObserved(finding: Finding): Finding {
  if (!('content' in finding)) return finding;
  const observed = observe(finding);
  return 'reason' in observed ? observed : { ...finding, ...observed };
}
