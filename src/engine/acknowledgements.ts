import type { AccountAccess, Acknowledgement, Channel, ParsedUpdate } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { EngineLog } from './ports.js';
import { accessTo, type Workspaces } from './workspaces.js';

interface AcknowledgementParts {
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  readonly workspaces: Workspaces;
  readonly log: EngineLog;
  /** Aborted when the server must end. */
  readonly signal: AbortSignal;
}

interface Owed {
  readonly channel: SupportedChannel;
  readonly account: AccountAccess;
  readonly acknowledgement: Acknowledgement;
}

/** Requests that are made at the same time, and how long one may take, ms. */
const atOnce = 16;
const patience = 10_000;

/** More are not kept: what waits for that long is of no use to anybody. */
const mostWaiting = 2_000;

/**
 * Tells platforms that something of theirs has arrived, once it is on disk, and whatever came of it. Nobody waits for it,
 * and where it fails nothing is lost.
 */
export class Acknowledgements {
  readonly #parts: AcknowledgementParts;
  readonly #waiting: Owed[] = [];
  #underWay = 0;

  constructor(parts: AcknowledgementParts) {
    this.#parts = parts;
  }

  owe(updates: readonly ParsedUpdate[]): void {
    for (const update of updates) {
      const account = this.#parts.workspaces.accountByPlatformId(update.channel, update.accountId);
      if (update.acknowledge === undefined || account === undefined) continue;
      const owed = {
        channel: update.channel,
        account: accessTo(account),
        acknowledgement: update.acknowledge,
      };
      if (this.#waiting.push(owed) > mostWaiting) this.#waiting.shift();
    }
    this.#goOn();
  }

  #goOn(): void {
    while (this.#underWay < atOnce) {
      const owed = this.#waiting.shift();
      if (owed === undefined) return;
      this.#underWay += 1;
      void this.#tell(owed).finally(() => {
        this.#underWay -= 1;
        this.#goOn();
      });
    }
  }

  async #tell({ channel, account, acknowledgement }: Owed): Promise<void> {
    const { channels, log, signal } = this.#parts;
    try {
      const within = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
      await channels.get(channel)?.acknowledge?.(acknowledgement, account, within);
    } catch (err) {
      log.debug({ err, channel }, 'an arrival could not be acknowledged');
    }
  }
}
