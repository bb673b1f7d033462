import { createHmac } from 'node:crypto';
import type { Line } from './dialogue.js';

/** Where a load goes, and in which platform's words. */
export interface Target {
  /** Such as `http://127.0.0.1:3000`. */
  readonly origin: string;
  readonly format: 'meta' | 'telegram';
  /** Ids of the accounts that followers write to: a platform limits the sends of each. */
  readonly accounts: readonly string[];
}

/** One request of a platform. */
export interface Delivery {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Signs with the app's secret (Meta), or shows it (Telegram); a delivery of Telegram holds one update. */
export function deliver(lines: readonly Line[], target: Target, secret: string): Delivery {
  if (target.format === 'meta') return metaDelivery(lines, target, secret);
  const [line] = lines;
  if (line === undefined || lines.length > 1) throw new Error('Telegram delivers one update at a time.');
  return telegramDelivery(line, target, secret);
}

/** A contact always writes to the same account. */
function accountOf({ contact }: Line, { accounts }: Target): string {
  return accounts[Math.floor(contact / 4) % accounts.length] ?? '';
}

function metaDelivery(lines: readonly Line[], target: Target, secret: string): Delivery {
  const now = Date.now();
  const entry = [...byAccount(lines, target)].map(([account, ofAccount]) => ({
    id: account,
    time: now,
    messaging: ofAccount.map(({ number, contact, text }) => ({
      sender: { id: String(contact) },
      recipient: { id: account },
      timestamp: now,
      message: { mid: `m_${String(number)}`, text },
    })),
  }));
  const body = JSON.stringify({ object: 'instagram', entry });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return {
    path: '/webhooks/meta',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    body,
  };
}

function byAccount(lines: readonly Line[], target: Target): ReadonlyMap<string, readonly Line[]> {
  const grouped = new Map<string, Line[]>();
  for (const line of lines) {
    const account = accountOf(line, target);
    const others = grouped.get(account);
    if (others === undefined) grouped.set(account, [line]);
    else others.push(line);
  }
  return grouped;
}

function telegramDelivery(line: Line, target: Target, secret: string): Delivery {
  const { number, contact, text } = line;
  const name = { id: contact, first_name: 'Ana' };
  return {
    path: `/webhooks/telegram/${accountOf(line, target)}`,
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify({
      update_id: number,
      message: {
        message_id: number,
        from: { ...name, is_bot: false, language_code: 'en' },
        chat: { ...name, type: 'private' },
        date: Math.floor(Date.now() / 1000),
        text,
      },
    }),
  };
}
