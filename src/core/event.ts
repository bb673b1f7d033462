import type { EngineEvent } from './engine-event.js';
import type { PlatformEvent } from './platform-event.js';

/** What may happen, as typed facts in the past tense: parsers make the platform's events, the engine makes the rest. */
export type Event = PlatformEvent | EngineEvent;
