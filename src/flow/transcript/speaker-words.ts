import type { Speaker } from '../../core/message.js';

/** Who says something, for people who write flows: `guide › 3-ask`. */
export function describeSpeaker(speaker: Speaker): string {
  switch (speaker.kind) {
    case 'flow':
      return `${speaker.flow} › ${speaker.step}`;
    case 'system':
      return `heyword: ${speaker.rule}`;
    case 'person':
      return speaker.name;
  }
}
