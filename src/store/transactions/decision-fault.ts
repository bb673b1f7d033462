import type { TraceEntry } from '../../core/decision.js';
import type { Event } from '../../core/event.js';

/**
 * A decision threw, or asked for what cannot be saved: a bug of ours. Tells the sort of error and the place in our code,
 * never its message, which may quote what the contact wrote.
 */
export class DecisionFault extends Error {
  override readonly name = 'DecisionFault';
  readonly code = 'decision_failed';
  readonly retryable = false;
  readonly trace: TraceEntry;

  /** Passes a fault that was told so already. */
  static of(event: Event, thrown: unknown): DecisionFault {
    return thrown instanceof DecisionFault ? thrown : new DecisionFault(event.kind, thrown);
  }

  private constructor(eventKind: Event['kind'], thrown: unknown) {
    const sort = thrown instanceof Error ? thrown.constructor.name : typeof thrown;
    const frames = thrown instanceof Error ? framesOf(thrown) : [];
    super(`Deciding about ${eventKind} threw ${sort}`);
    this.stack = [`${this.name}: ${this.message}`, ...frames].join('\n');
    this.trace = { rule: 'fault', result: [sort, ...frames.slice(0, 1)].join(' ') };
  }
}

/** The lines of a stack that are places in code; an error's message may have several lines, with anything in them. */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  const place = stack.indexOf(message);
  const below = place === -1 ? stack : stack.slice(place + message.length);
  return below.split('\n').filter((line) => /^\s+at [^\n]+:\d+:\d+\)?$/.test(line));
}
