import { expect, it } from 'vitest';
import { type Audited, installClaimAudit, readClaimAudit } from './driver/claim-audit.js';
import { sharedStage } from './driver/stage.js';

/** On both engines together 2,000; RACES runs others. */
const races = Number(process.env['RACES'] ?? 1_000);
const atOnce = 20;

/** From before the bot's first message is claimed until after its last one, ms. */
const latest = 12;

const stage = sharedStage({ workspace: 'shipped', isConnected: false });

/** Somebody asks the bot for the guide, which is two messages, while an agent takes their chat over. */
async function race(number: number): Promise<void> {
  const name = `racer${number}`;
  await says(name, 'hello');
  const id = await conversationOf(name);
  const asked = says(name, 'guide');
  await new Promise((resolve) => setTimeout(resolve, (number * 7919) % latest));
  await stage().api.act(`/conversations/${id}/take`, { person: 'Mia' });
  await asked;
}

let said = 0;

async function says(contact: string, text: string): Promise<void> {
  said += 1;
  const answer = await fetch(`${stage().server.address}/webhooks/simulator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ contact, text, id: `said-${said}` }),
  });
  expect(answer.status).toBe(200);
}

async function conversationOf(name: string): Promise<string> {
  const reference = encodeURIComponent(`simulator/${name}`);
  const { conversation_id: id } = await stage().api.read<{ conversation_id: string }>(
    `/contacts/${reference}`,
  );
  return encodeURIComponent(id);
}

it('no message of the bot is claimed after a person has taken the chat over, whenever they do', async () => {
  await installClaimAudit(stage().databaseUrl);
  const numbers = Array.from({ length: races }, (_, number) => number).values();
  const runNext = async (): Promise<void> => {
    for (const number of numbers) await race(number);
  };
  await Promise.all(Array.from({ length: atOnce }, runNext));

  const courses = coursesOf(await readClaimAudit(stage().databaseUrl));
  expect(courses).toHaveLength(races);
  expect(courses.filter(speaksOverSomebody)).toEqual([]);
  // The races were some: the take-over came now before, now between and now after the bot's messages.
  const claimed = courses.map((course) => course.filter(({ what }) => what === 'bot_claim').length);
  const seen = [...new Set(claimed)].map((count) => claimed.filter((one) => one === count).length);
  expect(seen.filter((times) => times > races / 50).length).toBeGreaterThan(1);
}, 240_000);

/** What happened in each conversation, in its order. */
function coursesOf(audited: readonly Audited[]): readonly (readonly Audited[])[] {
  const courses = new Map<number, Audited[]>();
  for (const one of audited) {
    courses.set(one.conversation, [...(courses.get(one.conversation) ?? []), one]);
  }
  return [...courses.values()];
}

/** Whether the bot claimed a message after a take-over, and not in one commit with it. */
function speaksOverSomebody(course: readonly Audited[]): boolean {
  const place = course.findIndex(({ what }) => what === 'take_over');
  const taken = course[place]?.transaction;
  return course.slice(place).some(({ what, transaction }) => what === 'bot_claim' && transaction !== taken);
}
