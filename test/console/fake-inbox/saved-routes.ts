import { deleteView, listViews, saveView } from '../../../src/contract/queue.js';
import { changeReply, deleteReply, listReplies, saveReply } from '../../../src/contract/replies.js';
import { found } from '../../../src/http/api/found.js';
import { allDone, answer, type FakeRoute } from './serve-contract.js';
import type { SavedReply, SavedView, World } from './world.js';

let made = 0;

function nextId(of: string): string {
  made += 1;
  return `${of}-made-${made}`;
}

export function viewRoutes(world: World): readonly FakeRoute[] {
  return [
    answer(listViews, () => ({ items: [...world.views] })),
    answer(saveView, ({ body }) => {
      const filters = Object.fromEntries(
        Object.entries(body.filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
      const view: SavedView = { ...body, filters, id: nextId('v'), is_mine: true };
      world.views = [...world.views, view];
      return view;
    }),
    answer(deleteView, ({ params }) => {
      found(world.views.find(({ id }) => id === params.id) ?? null, 'view');
      world.views = world.views.filter(({ id }) => id !== params.id);
      return allDone;
    }),
  ];
}

export function replyRoutes(world: World): readonly FakeRoute[] {
  const find = (id: string): SavedReply =>
    found(world.replies.find((reply) => reply.id === id) ?? null, 'saved reply');
  return [
    answer(listReplies, () => ({ items: [...world.replies] })),
    answer(saveReply, ({ body }) => {
      const reply: SavedReply = { ...body, id: nextId('p'), is_mine: true };
      world.replies = [...world.replies, reply];
      return reply;
    }),
    answer(changeReply, ({ params, body }) => {
      const { shortcut, text, is_shared, ...rest } = find(params.id);
      const reply: SavedReply = {
        ...rest,
        shortcut: body.shortcut ?? shortcut,
        text: body.text ?? text,
        is_shared: body.is_shared ?? is_shared,
      };
      world.replies = world.replies.map((one) => (one.id === reply.id ? reply : one));
      return reply;
    }),
    answer(deleteReply, ({ params }) => {
      find(params.id);
      world.replies = world.replies.filter(({ id }) => id !== params.id);
      return allDone;
    }),
  ];
}
