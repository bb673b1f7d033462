import { failedLookup, type LookupAnswer } from '../../core/lookup.js';
import type { Workspace } from '../../core/workspace.js';
import type { TestStubs } from '../test-definition.js';

/**
 * What is outside of a virtual chat: answers as the test says. Codes that it does not bring come from the workspace's own
 * lists, whatever day it is.
 */
export class VirtualOutside {
  readonly #workspace: Workspace;
  readonly #stubs: TestStubs | null;
  readonly #asked = new Map<string, number>();
  readonly #given = new Map<string, readonly string[]>();
  #problems: readonly string[] = [];

  /** @param stubs Null: it is no test, and every look-up fails. */
  constructor(workspace: Workspace, stubs: TestStubs | null) {
    this.#workspace = workspace;
    this.#stubs = stubs;
  }

  fork(): VirtualOutside {
    const fork = new VirtualOutside(this.#workspace, this.#stubs);
    for (const [name, times] of this.#asked) fork.#asked.set(name, times);
    for (const [list, codes] of this.#given) fork.#given.set(list, codes);
    fork.#problems = this.#problems;
    return fork;
  }

  /** What was asked and the test says nothing about, since this was last asked. */
  takeProblems(): readonly string[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }

  lookUp(name: string): LookupAnswer {
    const times = (this.#asked.get(name) ?? 0) + 1;
    this.#asked.set(name, times);
    if (this.#stubs === null) return failedLookup;
    const stub = this.#stubs.lookups.get(name);
    const answer = stub?.answers[stub.repeats ? 0 : times - 1];
    if (answer === undefined) this.#miss(name, stub?.answers.length ?? 0);
    return answer ?? failedLookup;
  }

  /** Null: all are given. */
  drawCoupon(name: string): string | null {
    const list = this.#workspace.coupons.get(name);
    const codes = this.#stubs?.coupons.get(name) ?? list?.codes ?? [];
    const given = this.#given.get(name) ?? [];
    if (given.length >= (list?.perContact ?? 1)) return given.at(-1) ?? null;
    const next = codes[given.length];
    if (next !== undefined) this.#given.set(name, [...given, next]);
    return next ?? null;
  }

  #miss(name: string, answers: number): void {
    const problem =
      answers === 0
        ? `The flow asks the look-up ${name}, and the test does not say what it answers: write lookups: { ${name}: not_found } or what is found.`
        : `The flow asks the look-up ${name} more often than the test has answers for it (${answers}).`;
    this.#problems = [...this.#problems, problem];
  }
}
