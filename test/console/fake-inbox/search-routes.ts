import { search } from '../../../src/contract/queue.js';
import { conversationOf } from './seed-conversation.js';
import { answer, type FakeRoute } from './serve-contract.js';
import type { QueueItem, TimelineItem, World } from './world.js';

/** How many conversations have their stories searched: enough for a test, and quick in a large world. */
const searched = 50;

export function searchRoutes(world: World): readonly FakeRoute[] {
  return [
    answer(search, ({ query: { q, limit, cursor } }) => {
      const messages = [...world.handoffs.values()]
        .slice(0, searched)
        .flatMap((item) => messagesOf(world, item, q));
      const from = Number(cursor ?? 0);
      const next = from + limit < messages.length ? String(from + limit) : null;
      return {
        contacts: contactsOf(world, q).slice(0, limit),
        messages: messages.slice(from, from + limit),
        next,
      };
    }),
  ];
}

function contactsOf(world: World, q: string) {
  return [...world.handoffs.values()]
    .filter(({ contact_name }) => contact_name !== null && includes(contact_name, q))
    .map(({ contact_id, conversation_id, contact_name, channel, account }) => ({
      ...{ contact_id, conversation_id, name: contact_name, channel, account },
      platform_ids: [`${channel}-${contact_id}`],
    }));
}

interface FoundMessage {
  conversation_id: string;
  message_id: string;
  contact_name: string | null;
  channel: QueueItem['channel'];
  direction: 'in' | 'out' | 'note';
  excerpt: string;
  at: string;
}

function messagesOf(world: World, item: QueueItem, q: string): FoundMessage[] {
  const timeline = conversationOf(world, item.conversation_id)?.timeline ?? [];
  return timeline.flatMap((entry) => {
    const text = textOf(entry);
    if (text === null || !includes(text, q)) return [];
    const { conversation_id, contact_name, channel } = item;
    const direction = entry.kind === 'message' ? entry.line.direction : 'note';
    return [
      {
        conversation_id,
        contact_name,
        channel,
        direction,
        message_id: entry.id,
        excerpt: mark(text, q),
        at: entry.at,
      },
    ];
  });
}

function textOf(entry: TimelineItem): string | null {
  if (entry.kind === 'message') return entry.line.text;
  return entry.kind === 'note' ? entry.text : null;
}

function includes(text: string, q: string): boolean {
  return text.toLowerCase().includes(q.toLowerCase());
}

function mark(text: string, q: string): string {
  const from = text.toLowerCase().indexOf(q.toLowerCase());
  const to = from + q.length;
  return `${text.slice(Math.max(0, from - 40), from)}\u{E000}${text.slice(from, to)}\u{E001}${text.slice(to, to + 80)}`;
}
