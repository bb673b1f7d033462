import type { Part } from './telegram-payloads.js';

/** Where a bot's updates go, as setWebhook was told. */
export interface DeliveryTarget {
  /** With the account in it: `http://127.0.0.1:3000/webhooks/telegram/studio_bot`. */
  readonly url: string;
  readonly secret: string;
}

/** One try of a delivery. */
export interface DeliveryTry {
  readonly updateId: number;
  /** Null: there was no answer. */
  readonly status: number | null;
}

/** Between two tries, ms; Telegram waits 2, 4, 8 … s. */
const firstPause = 10;

const longestPause = 200;

/**
 * Delivers updates as Telegram does: each chat's in order, the next only when the one before was taken with a 2xx; what is
 * refused is tried again, first at once, then after longer and longer pauses.
 *
 * Source: tdlib/telegram-bot-api, WebhookActor (platforms reference §7.1).
 */
export class TelegramDelivery {
  readonly tries: DeliveryTry[] = [];
  readonly #target: DeliveryTarget;
  readonly #chats = new Map<string, Promise<void>>();
  #isClosed = false;

  constructor(target: DeliveryTarget) {
    this.#target = target;
  }

  /** Resolves when it was taken, `times` times: the platform now and then repeats itself. */
  deliver(update: Part, times = 1): Promise<void> {
    const chat = chatOf(update);
    const before = this.#chats.get(chat) ?? Promise.resolve();
    const taken = before.then(async () => {
      for (let time = 0; time < times; time++) await this.#deliverOnce(update);
    });
    this.#chats.set(chat, taken);
    return taken;
  }

  /** Gives up what is not taken yet. */
  close(): void {
    this.#isClosed = true;
  }

  async #deliverOnce(update: Part): Promise<void> {
    for (let pause = 0; !this.#isClosed; pause = Math.min(Math.max(firstPause, pause * 2), longestPause)) {
      const status = await this.#post(update);
      this.tries.push({ updateId: update['update_id'] as number, status });
      if (status !== null && status >= 200 && status < 300) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  async #post(update: Part): Promise<number | null> {
    const { url, secret } = this.#target;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify(update),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return null;
    }
  }
}

/** What has no chat is in a queue of its own. */
function chatOf(update: Part): string {
  const [event] = Object.values(update).filter((value) => typeof value === 'object') as readonly Part[];
  const message = (event?.['message'] ?? event) as Part | undefined;
  const chat = message?.['chat'] as { readonly id: number } | undefined;
  return chat === undefined ? 'none' : String(chat.id);
}
