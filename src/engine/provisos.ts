import type { Actor, Colleague } from '../core/actor.js';
import type { StoryVersion } from '../store/desk.js';
import { refusal, type Wish } from './act.js';

type Provided = NonNullable<Wish['provided']>;

/** Whoever answers what they have not read is asked first. */
export function providedNothingNewer(than: StoryVersion, asker: Actor): Provided {
  const message = 'Somebody has written, or added a note, since you began; read it before you send this.';
  return {
    proviso: { kind: 'nothing_newer', than, asker },
    otherwise: refusal('story_moved_on', message),
  };
}

/** Nobody is given more than they take. */
export function providedRoom({ id: userId, name }: Colleague, most: number): Provided {
  return {
    proviso: { kind: 'room', userId, most },
    otherwise: refusal('no_room', `${name} has as many open chats as they take.`),
  };
}
