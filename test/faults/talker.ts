import { randomUUID } from 'node:crypto';
import { delivery, type Item, thread } from '../platforms/meta-payloads.js';
import type { Account } from '../e2e/driver/workspace-folder.js';
import type { Chance } from './chance.js';
import type { Dialogue } from './dialogue.js';

/** Something a follower wrote. */
export interface Said {
  readonly mid: string;
  readonly text: string;
  /** When the server acknowledged it, epoch ms. */
  readonly acknowledgedAt: number;
}

/** Delivers a webhook, again and again until it is acknowledged. */
export type Deliver = (payload: Item) => Promise<void>;

/** A follower who says the lines of a dialogue one after another, each when the last has been acknowledged. */
export class Talker {
  readonly id: string;
  readonly account: Account;
  readonly dialogue: Dialogue;
  readonly said: Said[] = [];

  constructor(id: string, account: Account, dialogue: Dialogue) {
    this.id = id;
    this.account = account;
    this.dialogue = dialogue;
  }

  async talk(deliver: Deliver, chance: Chance): Promise<void> {
    const { says } = thread(this.account, this.id);
    for (const text of this.dialogue.says) {
      const mid = `m_${randomUUID()}`;
      const payload = delivery(this.account, says(text, { mid }));
      const copies = chance.happens(0.2) ? [deliver(payload)] : [];
      await Promise.all([deliver(payload), ...copies]);
      this.said.push({ mid, text, acknowledgedAt: Date.now() });
      if (chance.happens(0.1)) await deliver(payload);
    }
  }
}
