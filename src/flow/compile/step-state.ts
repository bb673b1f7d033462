import { waitingTag } from '../../core/flow.js';
import type { FlowAction, FlowEvent, FlowResult, GuardParams } from '../../core/flow.js';
import type { KeptResult } from '../definition.js';

/**
 * One step as a state of the machine. Plain data: what is asked of the core (`FlowAction`) has no implementation and
 * comes back as it stands here; what the machine notes for itself is in `notes.ts`, what it asks itself in
 * `build-machine.ts`.
 */
export interface StepState {
  readonly entry: readonly StateAction[];
  readonly tags?: readonly [typeof waitingTag];
  readonly type?: 'final';
  readonly on?: { readonly [E in FlowEvent['type']]?: readonly Move[] };
  /** By delay in ms. */
  readonly after?: Readonly<Record<number, Move>>;
}

/** A way out of a state, or, without a target, something done while staying: then its timer runs on. */
export interface Move {
  readonly guard?: StateGuard;
  readonly target?: string;
  readonly actions?: readonly StateAction[];
}

/** What a state does: it asks the core for something, or notes something for itself. */
export type StateAction = FlowAction | Note;

/** What the machine writes into its own context. */
export type Note =
  | { readonly type: 'arrive'; readonly params: { readonly step: string } }
  | { readonly type: 'saveAnswer'; readonly params: { readonly name: string; readonly isSensitive?: true } }
  | {
      readonly type: 'saveResults';
      readonly params: { readonly results: Readonly<Record<string, string>> };
    }
  | { readonly type: 'countMiss' }
  /** What came with an answer from outside; an answer for which nothing came is known no longer. */
  | { readonly type: 'keepResults'; readonly params: { readonly keeps: readonly KeptResult[] } };

/** What has to be so for a way to be taken. */
export type StateGuard =
  | { readonly type: 'holds'; readonly params: GuardParams }
  | { readonly type: 'chose'; readonly params: { readonly value: string } }
  | { readonly type: 'goesBackTo'; readonly params: { readonly step: string } }
  | { readonly type: 'drew'; readonly params: { readonly split: string; readonly way: string } }
  | { readonly type: 'mayTryAgain'; readonly params: { readonly tries: number } }
  | { readonly type: 'resulted'; readonly params: { readonly result: FlowResult } };

/** The way to a step. A dot in a path is escaped: XState would read it as a way into a nested state. */
export function to(path: string): Move {
  return { target: path.replaceAll(/[\\.]/gu, '\\$&') };
}

/** A state that asks for something and goes on at the next `walk`. */
export function passing(path: string, actions: readonly FlowAction[], ways: readonly Move[]): StepState {
  return { entry: [arrive(path), ...actions], on: { walk: ways } };
}

/** A state that asks the outside for something, and goes on when the answer has come. */
export function inquiring(path: string, question: FlowAction, ways: readonly Move[]): StepState {
  return { entry: [arrive(path), question], tags: [waitingTag], on: { result: ways } };
}

/** The way that one answer from outside takes. */
export function resulting(result: FlowResult, way: Move, keeps: readonly KeptResult[] = []): Move {
  const kept: readonly StateAction[] = keeps.length === 0 ? [] : [{ type: 'keepResults', params: { keeps } }];
  const actions = [...kept, ...(way.actions ?? [])];
  return { ...way, guard: { type: 'resulted', params: { result } }, actions };
}

/** A state in which the flow is over. */
export function leaving(path: string, actions: readonly FlowAction[]): StepState {
  return { entry: [arrive(path), ...actions], type: 'final' };
}

/** The note that every state begins with: one more visit, no misses yet. */
export function arrive(step: string): StateAction {
  return { type: 'arrive', params: { step } };
}
