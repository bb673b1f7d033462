import { readDesk, readTimeline } from '../../../src/contract/desk.js';
import { found } from '../../../src/http/api/found.js';
import { isActive } from './queue-order.js';
import { conversationOf, handoffsOf } from './seed-conversation.js';
import { answer, type FakeRoute } from './serve-contract.js';
import type { Desk, FakeConversation, World } from './world.js';

export function conversationRoutes(world: World): readonly FakeRoute[] {
  const find = (id: string): FakeConversation => found(conversationOf(world, id) ?? null, 'conversation');
  return [
    answer(readDesk, ({ params }) => deskOf(world, find(params.id))),
    answer(readTimeline, ({ params, query }) => {
      const { timeline } = find(params.id);
      const end = query.cursor === undefined ? timeline.length : Number(query.cursor);
      const begin = Math.max(0, end - query.limit);
      return { items: timeline.slice(begin, end), next: begin === 0 ? null : String(begin) };
    }),
  ];
}

export function deskOf(world: World, conversation: FakeConversation): Desk {
  const handoffs = handoffsOf(world, conversation.id);
  const open = handoffs.find((item) => isActive(item) || item.state === 'snoozed');
  return {
    ...conversation.desk,
    version: `m${conversation.version}`,
    handoff: open ?? null,
    earlier_handoffs: handoffs.filter((item) => item !== open),
    present: [...(world.present.get(conversation.id) ?? [])],
  };
}
