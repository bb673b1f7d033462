import { appSecret } from '../contestants/contestant.js';
import { startHeyword } from '../contestants/heyword.js';
import { once } from '../contestants/once.js';
import { overInstagram } from '../contestants/workspace.js';
import { deliver } from '../load/delivery.js';
import { untilSent } from '../measures/sends.js';

/** A number that is found nowhere else. */
export const originalContact = 987_654_321_012;

/** With their answers ten messages: seven of the contact, three of ours. */
const words = ['ping', 'my thesis', 'ping', 'a novel', 'ping', 'a garden', 'what a lovely picture'];
export const messagesOfChat = 10;

/** Lets a server write a new SQLite file with one chat of ten messages in it. */
export async function writeOneChat(file: string): Promise<void> {
  const start = () => startHeyword({ databaseUrl: `file:${file}`, way: overInstagram });
  await once({ start }, async ({ targets: [target], platformUrl }) => {
    if (target === undefined || platformUrl === null) throw new Error('No server has started.');
    for (const [place, text] of words.entries()) {
      const line = { number: originalContact * 10 + place, contact: originalContact, text };
      const { path, ...request } = deliver([{ ...line, isKeyword: text === 'ping' }], target, appSecret);
      const { status } = await fetch(`${target.origin}${path}`, { method: 'POST', ...request });
      if (status !== 200) throw new Error(`The server answered ${String(status)}.`);
      await untilSent(platformUrl, words.slice(0, place + 1).filter((word) => word === 'ping').length, 10);
    }
  });
}
