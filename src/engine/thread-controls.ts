import type { Channel, ControlResult, Recipient, ThreadControl } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Conversation } from '../core/conversation.js';
import type { Store } from '../store/store.js';
import type { EngineLog } from './ports.js';
import { accessTo, type Workspaces } from './workspaces.js';

interface ThreadControlParts {
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  readonly workspaces: Workspaces;
  readonly store: Pick<Store, 'readContact'>;
  readonly log: EngineLog;
}

/** How long one request may take, ms. */
const patience = 10_000;

/**
 * Tells platforms on which several apps of an account may answer a thread whether we do now. Nobody waits for it, and where
 * it fails the deed that it follows stays done: our own bot is silent or not by what we know ourselves.
 */
export class ThreadControls {
  readonly #parts: ThreadControlParts;

  constructor(parts: ThreadControlParts) {
    this.#parts = parts;
  }

  /** A person of ours answers from now on. */
  take(conversation: Conversation): void {
    void this.#tell(conversation, (control, thread, signal) => control.take(thread, signal));
  }

  /** Whoever answers first does, from now on. */
  release(conversation: Conversation): void {
    void this.#tell(conversation, (control, thread, signal) => control.release(thread, signal));
  }

  async #tell(
    conversation: Conversation,
    say: (control: ThreadControl, thread: Recipient, signal: AbortSignal) => Promise<ControlResult>,
  ): Promise<void> {
    const { channels, log } = this.#parts;
    const { id, channel } = conversation;
    const control = channels.get(channel)?.threadControl;
    if (control === undefined) return;
    try {
      const thread = await this.#findThread(conversation);
      if (thread === null) return;
      const told = await say(control, thread, AbortSignal.timeout(patience));
      if (!told.ok)
        log.debug({ conversationId: id, why: told.explanation }, 'a thread could not be given or taken');
    } catch (err) {
      log.debug({ err, conversationId: id }, 'a thread could not be given or taken');
    }
  }

  async #findThread({ workspace, account, channel, contact }: Conversation): Promise<Recipient | null> {
    const { store, workspaces } = this.#parts;
    const connected = workspaces.accountByName(workspace, account);
    const [contactId] = (await store.readContact(contact.id))?.platformIds ?? [];
    if (contactId === undefined || connected?.channel !== channel) return null;
    return { ...accessTo(connected), contactId };
  }
}
