import { z } from 'zod';
import type { Lookup } from '../../core/lookup.js';
import type { Escalation, Team } from '../../core/resources.js';
import { mapping, name, text } from '../shape/values.js';
import { ticketResult } from '../steps/escalate.js';
import { lookUp } from '../vocabulary.js';
import type { NamedThings } from '../vocabulary.js';
import type { NamedEntry, Section } from './named-things.js';

export const escalationShape = mapping({
  by: z.enum(['email', 'phone', 'ticket']).describe('How the contact goes on.'),
  to: text.describe('Where they write or call: help@example.com, +49 30 1234567.').optional(),
  lookup: name.describe('The look-up that opens a ticket.').optional(),
  team: name.describe('Who takes the chat up meanwhile; usual is the first team.').optional(),
});

type WrittenEscalation = z.output<typeof escalationShape>;

interface Setting {
  readonly teams: NamedThings<Team>;
  readonly lookups: NamedThings<Lookup>;
}

/** Ways to people who work elsewhere. */
export function escalationSection(setting: Setting): Section<WrittenEscalation, Escalation> {
  return {
    what: 'escalation',
    shape: escalationShape,
    read: (entry) => {
      const { written, place, report } = entry;
      const known =
        written.team === undefined ? null : lookUp(setting.teams, written.team, place('team'), report);
      const by = readWay(entry, setting);
      return by && { name: entry.name, team: known, by };
    },
  };
}

function readWay(entry: NamedEntry<WrittenEscalation>, setting: Setting): Escalation['by'] | null {
  const { by } = entry.written;
  if (by === 'ticket') return readTicket(entry, setting);
  reportStray('lookup', entry);
  const { to } = entry.written;
  if (to === undefined) {
    reportMissing('to', entry);
    return null;
  }
  if (by === 'email') checkEmail(to, entry);
  else checkPhone(to, entry);
  return { kind: by, to };
}

function checkEmail(to: string, { place, report }: NamedEntry<WrittenEscalation>): void {
  if (/^[^\s@<>"]{1,64}@[^\s@<>"]{1,200}\.[^\s@<>".]{2,}$/u.test(to)) return;
  report.error(place('to'), 'bad-email', `"${to}" is not an e-mail address.`);
}

function checkPhone(to: string, { place, report }: NamedEntry<WrittenEscalation>): void {
  if (/^\+[1-9][\d ()/-]{5,24}$/u.test(to)) return;
  report.error(place('to'), 'bad-phone', `"${to}" is not a phone number that anybody can call.`, {
    hint: 'Begin with the country: "+49 30 1234567", in quotes.',
  });
}

function readTicket(entry: NamedEntry<WrittenEscalation>, { lookups }: Setting): Escalation['by'] | null {
  const { written, place, report } = entry;
  reportStray('to', entry);
  if (written.lookup === undefined) {
    reportMissing('lookup', entry);
    return null;
  }
  const lookup = lookUp(lookups, written.lookup, place('lookup'), report);
  if (lookup === null) return null;
  if (lookup.method !== 'POST' || !Object.hasOwn(lookup.results, ticketResult)) {
    report.error(place('lookup'), 'no-ticket', `The look-up "${lookup.name}" opens no ticket.`, {
      hint: `It needs method: POST, and a result called ${ticketResult}: the number under which the ticket is known.`,
    });
  }
  return { kind: 'ticket', lookup: lookup.name };
}

function reportMissing(
  key: 'to' | 'lookup',
  { written, place, report }: NamedEntry<WrittenEscalation>,
): void {
  report.error(place(), 'missing-key', `"${key}" is missing; by ${written.by} it takes a text.`);
}

function reportStray(key: 'to' | 'lookup', { written, place, report }: NamedEntry<WrittenEscalation>): void {
  if (written[key] === undefined) return;
  report.error(place(key), 'unknown-key', `By ${written.by}, "${key}" means nothing.`);
}
