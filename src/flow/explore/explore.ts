import type { Workspace } from '../../core/workspace.js';
import type { FlowDefinition } from '../definition.js';
import { Footprints } from '../transcript/footprints.js';
import type { OutsideReply } from '../transcript/virtual-outside.js';
import type { Decide } from '../transcript/virtual-store.js';
import { nameState } from './abstract-state.js';
import { firstOfEachFlaw } from './flaw.js';
import type { Flaw } from './flaw.js';
import { Foresight, stepName } from './foresight.js';
import type { ConditionTest } from './foresight.js';
import { deedsAt, waysInto } from './inputs.js';
import { openingsFor } from './openings.js';
import { repliesLike } from './outside-replies.js';
import { Place } from './place.js';
import type { World } from './place.js';
import { flawsOfStop, flawsOfTakeOver, flawsOfTime } from './state-flaws.js';
import { flawsOnTheWay, isAnswer } from './step-flaws.js';
import type { Deed } from './trail.js';
import { Witness } from './witness.js';

/** What was looked at of one flow, and what was found. */
export interface Exploration {
  readonly flow: string;
  /** How differently chats begin. */
  readonly openings: number;
  readonly states: number;
  /** Everything that was tried. */
  readonly deeds: number;
  /** Empty: none, as far as was looked. */
  readonly flaws: readonly Flaw[];
  /** Why this is no proof, in sentences; empty: everything was looked at. */
  readonly gaps: readonly string[];
  /** Steps that no walk came to, though the machine has a way to them, as `flow › step`. */
  readonly missed: readonly string[];
  /** Flows that it runs or leads to, and was walked through with. */
  readonly leadsTo: readonly string[];
}

export interface Bounds {
  /** Of one flow. */
  readonly mostStates: number;
  readonly mostOpenings: number;
}

export const defaultBounds: Bounds = { mostStates: 10_000, mostOpenings: 128 };

/**
 * Walks a flow's machine through every state that a chat can bring it into, breadth first, so that the way to a flaw is
 * the shortest. The decisions are the real ones; what is known of a contact is told apart only where a condition does.
 * A number that grows from round to round is told apart only by what conditions say of it at the time, so that what
 * comes after many rounds may be missed.
 *
 * @param decideEvent Who decides, if it is not the core.
 */
export function exploreFlow(
  workspace: Workspace,
  definition: FlowDefinition,
  bounds: Bounds = defaultBounds,
  decideEvent?: Decide,
): Exploration {
  return new Explorer(workspace, definition, bounds, decideEvent).explore();
}

class Explorer {
  readonly #workspace: Workspace;
  readonly #definition: FlowDefinition;
  readonly #bounds: Bounds;
  readonly #foresight: Foresight;
  readonly #footprints = new Footprints();
  readonly #world: World;
  readonly #again: readonly Deed[];
  readonly #states = new Set<string>();
  /** States of which it is known, and told, where time alone leads from there. */
  readonly #timed = new Set<string>();
  readonly #open: Place[] = [];
  readonly #flaws: Flaw[] = [];
  readonly #questions = new Map<string, boolean>();
  /** By look-up: answers that were not looked at. */
  readonly #leftOut = new Map<string, number>();
  /** Everything that the flow may look at. */
  #tests: readonly ConditionTest[] = [];
  #deeds = 0;

  constructor(
    workspace: Workspace,
    definition: FlowDefinition,
    bounds: Bounds,
    decideEvent: Decide | undefined,
  ) {
    this.#workspace = workspace;
    this.#definition = definition;
    this.#bounds = bounds;
    this.#foresight = new Foresight(workspace);
    this.#world = { workspace: this.#footprints.watch(workspace), witness: new Witness(decideEvent) };
    this.#again = waysInto(definition);
  }

  explore(): Exploration {
    const flow = this.#workspace.flows.get(this.#definition.name);
    if (flow === undefined) throw new RangeError(`There is no flow ${this.#definition.name}.`);
    const distinctions = this.#foresight.of(flow);
    this.#tests = distinctions.tests;
    const { openings, leftOut } = openingsFor(
      this.#workspace,
      this.#definition,
      distinctions,
      this.#bounds.mostOpenings,
    );
    for (const opening of openings) {
      const beginning = Place.begin(this.#world, opening);
      for (const deed of this.#again) this.#tryAll(beginning, deed);
    }
    for (const place of this.#open) this.#leave(place);
    const steps = [...this.#foresight.stepsOf(flow)];
    return {
      flow: flow.name,
      openings: openings.length,
      states: this.#states.size,
      deeds: this.#deeds,
      flaws: firstOfEachFlaw(this.#flaws),
      gaps: this.#gaps(leftOut),
      missed: steps.filter((step) => !this.#wasEntered(step)),
      leadsTo: [...new Set(steps.map(flowOfStep))].filter((name) => name !== flow.name),
    };
  }

  /** Tries everything that may happen at a place. */
  #leave(place: Place): void {
    const { frame, question } = place;
    const tests = frame === null ? [] : this.#foresight.ahead(frame).tests;
    const next = deedsAt(place.chat, question, tests, this.#again).flatMap((deed) =>
      this.#tryAll(place, deed),
    );
    if (frame === null || question === null) return;
    const name = stepName(frame.flow, frame.step);
    const isAnswered = next.some(({ seen }) => seen.some(({ decision }) => isAnswer(decision.trace)));
    this.#questions.set(name, isAnswered || (this.#questions.get(name) ?? false));
  }

  /** Tries a deed with everything that the outside may reply to what is asked on the way. */
  #tryAll(before: Place, deed: Deed): readonly Place[] {
    const places: Place[] = [];
    const scripts: (readonly OutsideReply[])[] = [[]];
    for (const script of scripts) {
      const place = this.#try(before, deed, script);
      places.push(place);
      const replies = place.trail?.replies ?? [];
      // What the script said was varied when it was made.
      for (let index = script.length; index < replies.length; index += 1)
        scripts.push(
          ...this.#variationsAt(replies, index).map((reply) => [...replies.slice(0, index), reply]),
        );
    }
    return places;
  }

  #variationsAt(replies: readonly OutsideReply[], index: number): readonly OutsideReply[] {
    const [reply] = replies.slice(index);
    if (reply === undefined) return [];
    const like = repliesLike(reply, this.#workspace, this.#tests);
    if (like.leftOut > 0) this.#leftOut.set(reply.name, like.leftOut);
    const same = JSON.stringify(reply);
    return like.replies.filter((one) => JSON.stringify(one) !== same);
  }

  #try(before: Place, deed: Deed, script: readonly OutsideReply[]): Place {
    this.#deeds += 1;
    const place = before.after(deed, script);
    this.#flaws.push(...flawsOnTheWay(before, place));
    this.#reach(place, before);
    return place;
  }

  #reach(place: Place, before: Place): void {
    const name = this.#nameOf(place);
    if (this.#states.has(name) || this.#states.size >= this.#bounds.mostStates) return;
    this.#states.add(name);
    this.#flaws.push(
      ...flawsOfStop(place, this.#again),
      ...flawsOfTakeOver(place),
      ...flawsOfTime(place, (at) => this.#timed.has(this.#nameOf(at))),
    );
    this.#timed.add(name);
    if (place.isOpen && !place.isLongerBreathThan(before)) this.#open.push(place);
  }

  #nameOf({ chat }: Place): string {
    return nameState(this.#workspace, chat, this.#foresight);
  }

  #wasEntered(step: string): boolean {
    const [, path = ''] = step.split(' › ');
    const flow = flowOfStep(step);
    return this.#footprints.stepsOf(flow).has(path);
  }

  #gaps(openingsLeftOut: number): readonly string[] {
    const unanswered = [...this.#questions].filter(([, isAnswered]) => !isAnswered).map(([name]) => name);
    return [
      ...(this.#again.length === 0 ? ['Nothing starts this flow: it was looked at from others only.'] : []),
      ...(openingsLeftOut > 0
        ? [
            `${openingsLeftOut} more beginnings differ by what is known of the contact; they were not looked at.`,
          ]
        : []),
      ...(this.#states.size >= this.#bounds.mostStates
        ? [`There are more than ${this.#bounds.mostStates} states; the others were not looked at.`]
        : []),
      ...[...this.#leftOut].map(
        ([lookup, count]) => `${count} more answers of the look-up ${lookup} were not looked at.`,
      ),
      ...unanswered.map(
        (name) => `No answer could be made up that ${name} accepts: what follows it was not looked at.`,
      ),
    ];
  }
}

function flowOfStep(step: string): string {
  return step.split(' › ')[0] ?? '';
}
