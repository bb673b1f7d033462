import { isFollowUp } from '../../core/decide/follow-ups.js';
import { flawAt } from './flaw.js';
import type { Flaw } from './flaw.js';
import { untilNextTimer } from './inputs.js';
import type { Place } from './place.js';
import { other } from './test-values.js';
import type { Deed } from './trail.js';

const stop: Deed = { kind: 'happen', happening: { kind: 'me', text: 'STOP' } };
const takeOver: Deed = { kind: 'happen', happening: { kind: 'agent', text: 'A person of the team here.' } };
const chatter: Deed = { kind: 'happen', happening: { kind: 'me', text: other } };
const aMonth: Deed = { kind: 'pass', duration: 30 * 24 * 3_600_000 };

/** Timers that may come due one after the other, without a word from anybody. */
const mostTimers = 100;

/**
 * What a STOP at this place would not end.
 *
 * @param again What begins the flow anew, and then must not.
 */
export function flawsOfStop(place: Place, again: readonly Deed[]): readonly Flaw[] {
  if (place.isStopped) return flawsOfSilence(place, place, again);
  const stopped = place.after(stop);
  const said = stopped.trail?.said ?? [];
  const isConfirmed = said.some(({ basis }) => basis.kind === 'confirmation' && basis.of === 'stop');
  return [
    ...(stopped.frame === null
      ? []
      : [flawAt('stop-ignored', place, stopped, 'The run goes on after STOP.')]),
    ...(stopped.chat.store.timers.length === 0
      ? []
      : [flawAt('stop-leaves-timer', place, stopped, 'A timer is still set after STOP.')]),
    ...(isConfirmed ? [] : [flawAt('stop-unconfirmed', place, stopped, 'STOP is not confirmed.')]),
    ...(said.length <= 1
      ? []
      : [flawAt('talks-after-stop', place, stopped, 'More is said to STOP than the one confirmation.')]),
    ...flawsOfSilence(place, stopped, again),
  ];
}

function flawsOfSilence(place: Place, stopped: Place, again: readonly Deed[]): readonly Flaw[] {
  const later = stopped.after(aMonth);
  return [later, ...[chatter, ...again].map((deed) => later.after(deed))]
    .filter(({ trail }) => (trail?.said.length ?? 0) > 0)
    .slice(0, 1)
    .map((shownBy) => flawAt('talks-after-stop', place, shownBy, 'Something is said after STOP.'));
}

/** What goes on at this place although a person has begun to write. */
export function flawsOfTakeOver(place: Place): readonly Flaw[] {
  const taken = place.after(takeOver);
  const later = taken.after(aMonth);
  // Who writes in another app and then falls silent gives the chat back: a follow-up may come after that.
  const talking = [taken, taken.after(chatter), ...(isTheBots(later) ? [] : [later])].find(
    ({ trail }) => (trail?.said.length ?? 0) > 0,
  );
  return [
    ...(taken.frame === null
      ? []
      : [flawAt('person-ignored', place, taken, 'The run goes on although a person writes.')]),
    // A follow-up looks by itself whose the chat is by then.
    ...(taken.chat.store.timers.every(isFollowUp)
      ? []
      : [flawAt('person-leaves-timer', place, taken, 'A timer is still set although a person writes.')]),
    ...(talking === undefined
      ? []
      : [flawAt('talks-over-person', place, talking, 'The bot talks although a person does.')]),
  ];
}

function isTheBots({ chat }: Place): boolean {
  return chat.store.conversation.ownership.owner === 'bot';
}

/**
 * Whether time alone would end what is open here.
 *
 * @param isKnown Of a place: where time leads from there has been looked at already.
 */
export function flawsOfTime(place: Place, isKnown: (at: Place) => boolean): readonly Flaw[] {
  let at = place;
  for (let timers = 0; timers < mostTimers; timers += 1) {
    if (at.frame === null || (timers > 0 && isKnown(at))) return [];
    const [wait] = untilNextTimer(at.chat);
    if (wait === undefined) {
      const shownBy = at.after(aMonth);
      return [flawAt('waits-for-ever', at, shownBy, 'If nobody answers, the run stays here for ever.')];
    }
    at = at.after(wait);
  }
  return [flawAt('never-ends', place, at, 'Left alone, the run goes on for ever.')];
}
