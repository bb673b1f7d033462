import { failedLookup, type LookupAnswer } from '../../core/lookup.js';
import type { Workspace } from '../../core/workspace.js';
import type { TestStubs } from '../test-definition.js';

/** What the outside does with one question. */
export type OutsideReply =
  | {
      readonly to: 'lookUp';
      readonly name: string;
      /** Null: none comes. */
      readonly answer: LookupAnswer | null;
    }
  | {
      readonly to: 'drawCoupon';
      readonly name: string;
      /** Null: none is left. */
      readonly code: string | null;
    };

/**
 * What is outside of a virtual chat: answers as the test says. Codes that it does not bring come from the workspace's own
 * lists, whatever day it is.
 */
export class VirtualOutside {
  readonly #workspace: Workspace;
  readonly #stubs: TestStubs | null;
  readonly #asked = new Map<string, number>();
  readonly #given = new Map<string, readonly string[]>();
  readonly #soldOut = new Set<string>();
  #script: readonly OutsideReply[] = [];
  #replies: readonly OutsideReply[] = [];
  #problems: readonly string[] = [];

  /** @param stubs Null: it is no test, and a look-up fails unless `prepare` says otherwise. */
  constructor(workspace: Workspace, stubs: TestStubs | null) {
    this.#workspace = workspace;
    this.#stubs = stubs;
  }

  fork(): VirtualOutside {
    const fork = new VirtualOutside(this.#workspace, this.#stubs);
    for (const [name, times] of this.#asked) fork.#asked.set(name, times);
    for (const [list, codes] of this.#given) fork.#given.set(list, codes);
    for (const list of this.#soldOut) fork.#soldOut.add(list);
    fork.#problems = this.#problems;
    return fork;
  }

  /** Says what is replied to the next questions, in their order, and forgets what was replied to earlier ones. */
  prepare(script: readonly OutsideReply[]): void {
    this.#script = script;
    this.#replies = [];
  }

  /** What was replied since `prepare`, in order. */
  get replies(): readonly OutsideReply[] {
    return this.#replies;
  }

  /** What was asked and the test says nothing about, since this was last asked. */
  takeProblems(): readonly string[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }

  /** Null: no answer comes. */
  lookUp(name: string): LookupAnswer | null {
    const prepared = this.#script[this.#replies.length];
    const answer = prepared?.to === 'lookUp' ? prepared.answer : this.#stubbed(name);
    this.#replies = [...this.#replies, { to: 'lookUp', name, answer }];
    return answer;
  }

  /** Null: all are given. */
  drawCoupon(name: string): string | null {
    const given = this.#given.get(name) ?? [];
    if (given.length >= (this.#workspace.coupons.get(name)?.perContact ?? 1)) return given.at(-1) ?? null;
    const code = this.#codesOf(name)[given.length] ?? null;
    this.#replies = [...this.#replies, { to: 'drawCoupon', name, code }];
    if (code !== null) this.#given.set(name, [...given, code]);
    return code;
  }

  /** None where it was said to be sold out, which it then stays. */
  #codesOf(list: string): readonly string[] {
    const prepared = this.#script[this.#replies.length];
    if (prepared?.to === 'drawCoupon' && prepared.code === null) this.#soldOut.add(list);
    if (this.#soldOut.has(list)) return [];
    return this.#stubs?.coupons.get(list) ?? this.#workspace.coupons.get(list)?.codes ?? [];
  }

  #stubbed(name: string): LookupAnswer | null {
    const times = (this.#asked.get(name) ?? 0) + 1;
    this.#asked.set(name, times);
    if (this.#stubs === null) return failedLookup;
    const stub = this.#stubs.lookups.get(name);
    const answer = stub?.answers[stub.repeats ? 0 : times - 1];
    if (answer !== undefined) return answer;
    this.#miss(name, stub?.answers.length ?? 0);
    return failedLookup;
  }

  #miss(name: string, answers: number): void {
    const problem =
      answers === 0
        ? `The flow asks the look-up ${name}, and the test does not say what it answers: write lookups: { ${name}: not_found } or what is found.`
        : `The flow asks the look-up ${name} more often than the test has answers for it (${answers}).`;
    this.#problems = [...this.#problems, problem];
  }
}
