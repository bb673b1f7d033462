import type { facts } from '../../contract/desk.js';
import { everything } from '../../core/consent.js';
import type { OutcomeReached } from '../../core/effect.js';
import type { HandoffAssigned } from '../../core/engine-event.js';
import type { Event } from '../../core/event.js';
import type { Fact } from '../../store/desk.js';
import { showMoment } from './show-moment.js';

interface ShownFact {
  readonly fact: (typeof facts)[number];
  readonly by: string | null;
  readonly details: Record<string, string>;
}

/** What is left out, or null, is not told. */
type Details = Readonly<Record<string, string | number | null | undefined>>;

/** Null: it came to nothing. */
export function showFact(fact: Fact): ShownFact | null {
  switch (fact.of) {
    case 'event':
      return fact.isPoison ? told('poison', null, { reason: fact.event.kind }) : showEventFact(fact);
    case 'consent':
      return told(consentFact(fact), null, { topic: fact.purpose });
    case 'handoff':
      return told('handoff_opened', null, { team: fact.team, reason: fact.reason });
    case 'outcome':
      return showOutcome(fact.outcome);
    case 'run':
      return told('run_started', null, { flow: fact.flow });
    case 'merge':
      return told('merged', null, {});
  }
}

function told(fact: ShownFact['fact'], by: string | null, details: Details): ShownFact {
  const known = Object.entries(details).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)] as const],
  );
  return { fact, by, details: Object.fromEntries(known) };
}

function consentFact({ change, purpose }: Extract<Fact, { of: 'consent' }>): ShownFact['fact'] {
  if (purpose === everything) return change === 'granted' ? 'resumed' : 'stopped';
  return `consent_${change}`;
}

function showOutcome({ name, source, value, currency }: OutcomeReached): ShownFact {
  const details = { outcome: name, value, currency };
  return source.kind === 'flow'
    ? told('outcome_reached', null, { ...details, flow: source.flow })
    : told('outcome_reached', source.name, details);
}

/** Rules by which the core says that a deed came to nothing. */
const refusingRules: readonly string[] = ['assigned', 'snooze'];

function showEventFact({ event, trace }: Extract<Fact, { of: 'event' }>): ShownFact | null {
  if (trace.some(({ rule }) => refusingRules.includes(rule))) return null;
  return showDeed(event);
}

function showDeed(event: Event): ShownFact | null {
  switch (event.kind) {
    case 'personTookOver':
      return told('handoff_taken', event.person, {});
    case 'handedBack':
      return told('handed_back', event.person, { flow: event.flow });
    case 'handoffResolved':
      return told('handoff_resolved', event.person, { outcome: event.outcome });
    case 'handoffAssigned':
      return showAssignment(event);
    case 'handoffSnoozed':
      return event.until === null
        ? told('handoff_woken', event.person, {})
        : told('handoff_snoozed', event.person, { until: showMoment(event.until) });
    case 'tagsChanged':
      return told('tags_changed', event.person, {
        added: event.add.join(', '),
        removed: event.remove.join(', '),
      });
    case 'contactBlocked':
      return told(event.isBlocked ? 'handoff_spam' : 'unblocked', event.person, {});
    case 'threadControlChanged':
      return told('owner_changed', null, { to: event.owner });
    default:
      return null;
  }
}

function showAssignment({ person, to, team, priority }: HandoffAssigned): ShownFact {
  if (to) return told('handoff_assigned', person, { to: to.name, team, priority });
  if (to === null) return told('handoff_unassigned', person, { team, priority });
  return told('handoff_moved', person, { team, priority });
}
