import { signed } from './meta-payloads.js';
import { deliveryTo, type FakeChange, type FakeNumber, type Json } from './whatsapp-payloads.js';

/** Where webhooks go, and by what they are signed. */
export interface WebhookTarget {
  /** Whole address of the webhook. */
  readonly url: string;
  readonly secret: string;
  /** In whose name they come, unless it is said. */
  readonly number: FakeNumber;
}

export interface DeliveryOptions {
  /** All changes in one delivery, as the platform does under load; default: one each. */
  readonly isBatched?: boolean;
  /** The last first. */
  readonly isReversed?: boolean;
  /** How often each is delivered, as the platform does that is not sure; default 1. */
  readonly times?: number;
}

/** Delivers as WhatsApp does: signed, again until it is answered with a 2xx, and not always once or in order. */
export class WhatsAppWebhooks {
  /** What each delivery was answered with, try by try; 0: nobody answered. */
  readonly answers: number[] = [];
  #target: WebhookTarget | null = null;

  connect(target: WebhookTarget): void {
    this.#target = target;
  }

  async deliver(changes: readonly FakeChange[], options: DeliveryOptions = {}): Promise<void> {
    const { isBatched = false, isReversed = false, times = 1 } = options;
    const ordered = isReversed ? changes.toReversed() : changes;
    const { number } = this.#connected();
    const deliveries = isBatched
      ? [deliveryTo(number, ...ordered)]
      : ordered.map((change) => deliveryTo(number, change));
    for (const delivery of deliveries) {
      for (let time = 0; time < times; time++) await this.post(delivery);
    }
  }

  /** One delivery, of whatever stands in it. */
  async post(delivery: Json): Promise<void> {
    const { url, secret } = this.#connected();
    const { body, headers } = signed(delivery, secret);
    for (let attempt = 0; attempt < 5; attempt++) {
      const status = await fetch(url, { method: 'POST', body, headers }).then(
        (answer) => answer.status,
        () => 0,
      );
      this.answers.push(status);
      if (status >= 200 && status < 300) return;
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt));
    }
    throw new Error(`a webhook was not taken: ${this.answers.slice(-5).join(', ')}`);
  }

  #connected(): WebhookTarget {
    if (this.#target === null) throw new Error('first say where webhooks go: connect()');
    return this.#target;
  }
}
