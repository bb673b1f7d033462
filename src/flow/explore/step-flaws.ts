import type { Refusal } from '../../core/message.js';
import { explainRefusal } from '../../core/refusal-words.js';
import { flawAt } from './flaw.js';
import type { Flaw } from './flaw.js';
import type { Place } from './place.js';
import type { Witnessed } from './witness.js';

/** Refusals that no contact and no person has caused: the flow should not have spoken. */
const ourOwnFault: ReadonlySet<Refusal> = new Set(['window_closed', 'basis_missing']);

/** What went wrong on the last step of the way to a place. */
export function flawsOnTheWay(before: Place, place: Place): readonly Flaw[] {
  return [
    ...place.seen.flatMap((seen) => [
      ...flawsOfHandoffs(before, place, seen),
      ...flawsOfRequests(before, place, seen),
      ...flawsOfAnswers(before, place, seen),
    ]),
    ...flawsOfRefusals(before, place),
  ];
}

function flawsOfHandoffs(before: Place, place: Place, { decision }: Witnessed): readonly Flaw[] {
  return decision.effects.flatMap((effect): readonly Flaw[] => {
    if (effect.kind !== 'openHandoff') return [];
    switch (effect.handoff.reason) {
      case 'no_outcome':
        return [
          flawAt(
            'stuck-end',
            before,
            place,
            'The run comes to the end of its steps with neither an outcome, a handoff nor an end.',
          ),
        ];
      case 'failed': {
        const why = decision.trace.find(({ rule }) => rule === 'run failed')?.result ?? 'The run failed.';
        const code = why.includes('step budget') ? 'endless-walk' : 'run-failed';
        return [flawAt(code, before, place, why)];
      }
      default:
        return [];
    }
  });
}

/** What is asked of the outside must have an end, even when nobody answers. */
function flawsOfRequests(
  before: Place,
  place: Place,
  { before: earlier, decision }: Witnessed,
): readonly Flaw[] {
  const { awaiting } = decision.conversation;
  if (awaiting === null || awaiting.requestId === earlier.awaiting?.requestId) return [];
  const hasTimer = decision.effects.some(
    (effect) => effect.kind === 'scheduleTimer' && effect.timer.id === awaiting.requestId,
  );
  return hasTimer
    ? []
    : [
        flawAt(
          'endless-request',
          before,
          place,
          'The chat waits for an answer from outside, without a time-out.',
        ),
      ];
}

/** An answer that was taken, and after which everything is as it was before. */
function flawsOfAnswers(
  before: Place,
  place: Place,
  { before: earlier, decision }: Witnessed,
): readonly Flaw[] {
  if (!isAnswer(decision.trace)) return [];
  const hasMoved = JSON.stringify(decision.conversation.run) !== JSON.stringify(earlier.run);
  const hasSpoken = decision.effects.some(({ kind }) => kind === 'sendMessage');
  return hasMoved || hasSpoken
    ? []
    : [flawAt('deaf-answer', before, place, 'An answer that the question accepts leads nowhere.')];
}

/** Whether an event was taken as the answer to an open question. */
export function isAnswer(trace: Witnessed['decision']['trace']): boolean {
  return trace.some(({ rule, result }) => rule === 'route' && result.startsWith('answer:'));
}

function flawsOfRefusals(before: Place, place: Place): readonly Flaw[] {
  const unsaid = [
    ...place.chat.store.unsaid,
    ...place.seen.flatMap(({ decision }) =>
      decision.effects.flatMap((effect) =>
        effect.kind === 'sendMessage' && effect.message.refusal !== undefined
          ? [{ message: effect.message, refusal: effect.message.refusal }]
          : [],
      ),
    ),
  ];
  const refusals = unsaid
    .filter(({ message }) => !place.knowsLateness(message))
    .map(({ refusal }) => refusal);
  return [...new Set(refusals)]
    .filter((refusal) => ourOwnFault.has(refusal))
    .map((refusal) =>
      flawAt(
        'no-basis',
        before,
        place,
        `Something would be said that may not be sent. ${explainRefusal(refusal)}`,
      ),
    );
}
