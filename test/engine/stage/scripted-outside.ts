import { failedLookup, type LookupAnswer } from '../../../src/core/lookup.js';
import type { LookupQuestion, Outside } from '../../../src/engine/outside.js';
import type { Caller } from './scripted-platform.js';

/** How another system answers one look-up. */
export interface Reply {
  readonly answer: LookupAnswer;
  /** How long that takes, ms. */
  readonly after: number;
}

/** Other systems in this process: answer as they are told, and remember what they were asked. */
export class ScriptedOutside {
  /** In order; what is asked after the last one fails at once. */
  script: readonly Reply[] = [];
  readonly #asked: LookupQuestion[] = [];

  /** In the order in which it was asked. */
  get asked(): readonly LookupQuestion[] {
    return this.#asked;
  }

  connect(caller: Caller): Outside {
    return {
      lookUp: async (question) => {
        if (isDead(caller)) return never;
        const { answer, after } = this.script[this.#asked.length] ?? { answer: failedLookup, after: 0 };
        this.#asked.push(question);
        if (after > 0) await new Promise((resolve) => setTimeout(resolve, after));
        return isDead(caller) ? never : answer;
      },
    };
  }
}

const never = new Promise<never>(() => undefined);

function isDead({ isDead: dead }: Caller): boolean {
  return dead;
}
