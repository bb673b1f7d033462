import type { Frame } from '../../core/conversation.js';
import type { Question } from '../../core/flow.js';
import type { OutgoingMessage } from '../../core/message.js';
import type { Workspace } from '../../core/workspace.js';
import { VirtualChat } from '../transcript/virtual-chat.js';
import type { OutsideReply } from '../transcript/virtual-outside.js';
import type { Deed, Opening, Trail } from './trail.js';
import type { Witness, Witnessed } from './witness.js';

/** The world that is explored, and who looks on. */
export interface World {
  readonly workspace: Workspace;
  readonly witness: Witness;
}

/** A chat as far as it has come, the way to there, and what was decided on the last step of it. */
export class Place {
  readonly chat: VirtualChat;
  readonly trail: Trail | null;
  readonly seen: readonly Witnessed[];
  readonly opening: Opening;
  readonly #world: World;

  private constructor(
    world: World,
    opening: Opening,
    chat: VirtualChat,
    trail: Trail | null,
    seen: readonly Witnessed[],
  ) {
    this.#world = world;
    this.opening = opening;
    this.chat = chat;
    this.trail = trail;
    this.seen = seen;
  }

  static begin(world: World, opening: Opening): Place {
    const chat = new VirtualChat(world.workspace, opening.scene, world.witness.decide);
    return new Place(world, opening, chat, null, []);
  }

  /**
   * Where this deed leads from here; this place stays as it is.
   *
   * @param outside What is replied to what is asked of the outside on the way, in order; afterwards what is usual.
   */
  after(deed: Deed, outside: readonly OutsideReply[] = []): Place {
    const chat = this.chat.fork();
    chat.store.outside.prepare(outside);
    this.#world.witness.take();
    const said = deed.kind === 'pass' ? chat.pass(deed.duration) : chat.happen(deed.happening);
    const { replies } = chat.store.outside;
    const trail = { before: this.trail, deed, said, replies };
    return new Place(this.#world, this.opening, chat, trail, this.#world.witness.take());
  }

  /** Whether more was added here to a breath that had begun before: such places go on one from the other for ever. */
  isLongerBreathThan({ chat }: Place): boolean {
    const longer = this.chat.breath;
    return chat.breath !== undefined && longer !== undefined && longer.text.length > chat.breath.text.length;
  }

  /** The frame that is running; null: no run is open. */
  get frame(): Frame | null {
    return this.chat.store.conversation.run?.frames.at(-1) ?? null;
  }

  /** Whether the step that says this also says what becomes of it where the reply window has closed. */
  knowsLateness({ speaker }: OutgoingMessage): boolean {
    if (speaker.kind !== 'flow') return false;
    const flow = this.#world.workspace.pinnedFlow(speaker.flow, speaker.version);
    return flow?.steps.get(speaker.step)?.knowsLateness ?? false;
  }

  get isStopped(): boolean {
    return this.chat.store.conversation.consent.stopped !== null;
  }

  /** What the contact is being asked. */
  get question(): Question | null {
    const { frame } = this;
    if (frame === null) return null;
    return (
      this.#world.workspace.pinnedFlow(frame.flow, frame.version)?.steps.get(frame.step)?.question ?? null
    );
  }

  /** Whether anything can still happen by itself, or by an answer. */
  get isOpen(): boolean {
    return this.frame !== null || this.chat.store.timers.length > 0;
  }
}
