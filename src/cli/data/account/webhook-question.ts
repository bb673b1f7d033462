import { createHmac } from 'node:crypto';
import { asFields } from '../../../channels/fields.js';
import type { WebhookName } from '../../../channels/webhook.js';

/** What a platform asks an address to find out whether it is ours, and how the right answer is known. */
export interface WebhookQuestion {
  readonly query: string;
  readonly isAnswer: (body: unknown) => boolean;
}

interface Keys {
  readonly verifyToken: string;
  /** The account's present secret. */
  readonly secret: string;
  /** Something that nobody can have prepared an answer for. */
  readonly nonce: string;
}

/** Null: the platform asks nothing, and finds out when it delivers. */
export function webhookQuestion(
  name: WebhookName,
  { verifyToken, secret, nonce }: Keys,
): WebhookQuestion | null {
  switch (name) {
    case 'meta': {
      const query = { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': nonce };
      // The challenge is a number, so that the answer is JSON too.
      return { query: new URLSearchParams(query).toString(), isAnswer: (body) => String(body) === nonce };
    }
    case 'x': {
      const expected = `sha256=${createHmac('sha256', secret).update(nonce).digest('base64')}`;
      return {
        query: new URLSearchParams({ crc_token: nonce }).toString(),
        isAnswer: (body) => asFields(body)?.['response_token'] === expected,
      };
    }
    case 'telegram':
      return null;
  }
}
