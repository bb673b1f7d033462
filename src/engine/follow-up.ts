import type { Effect, Inquiry } from '../core/effect.js';
import type { OpenRequest } from '../store/reads.js';
import type { Applied } from '../store/store.js';
import type { Work } from '../work/work.js';
import type { Decided } from './engine.js';
import type { Listeners } from './listeners.js';
import type { EngineLog } from './ports.js';
import type { StoryChanges } from './story-changes.js';

interface FollowUpParts {
  readonly work: () => Work;
  readonly answer: (request: OpenRequest) => void;
  readonly stories: StoryChanges;
  readonly decided: Listeners<Decided>;
  readonly log: EngineLog;
}

/** What has to happen once a decision is on disk: wake the senders, set the alarm, ask the outside, tell who watches. */
export class FollowUp {
  readonly #parts: FollowUpParts;

  constructor(parts: FollowUpParts) {
    this.#parts = parts;
  }

  storyChanged(conversationId: string): void {
    this.#parts.stories.changedHere(conversationId);
  }

  after(applied: readonly Applied[]): void {
    const toWake = new Set<string>();
    for (const one of applied) {
      if (one.fault !== null) this.#reportFault(one, one.fault);
      if (one.effects.length === 0) continue;
      for (const effect of one.effects) this.#follow(one.conversationId, effect, toWake);
      this.storyChanged(one.conversationId);
      this.#parts.decided.tell(one);
    }
    if (toWake.size > 0) this.#parts.work().wake(toWake);
  }

  #follow(conversationId: string, effect: Effect, toWake: Set<string>): void {
    const isMessage = effect.kind === 'sendMessage' || effect.kind === 'replyPublicly';
    if (isMessage && effect.message.state === 'queued') toWake.add(conversationId);
    /** A settled message frees the next one in the conversation. */
    if (effect.kind === 'settleMessage') toWake.add(conversationId);
    if (effect.kind === 'scheduleTimer') this.#parts.work().wakeAt(effect.timer.dueAt);
    if (isInquiry(effect)) this.#parts.answer({ ...effect, conversationId });
  }

  #reportFault({ eventId, conversationId, result }: Applied, err: Error): void {
    this.#parts.log.error(
      { eventId, conversationId, result, err },
      'an event could not be decided; it is kept',
    );
  }
}

function isInquiry(effect: Effect): effect is Inquiry {
  return effect.kind === 'fetchProfile' || effect.kind === 'lookUp' || effect.kind === 'drawCoupon';
}
