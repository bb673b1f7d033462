import { countQueue, listQueue, readQueueItem } from '../../contract/queue.js';
import type { QueueScope } from '../../store/queue.js';
import type { Caller } from './caller.js';
import { found } from './found.js';
import { showQueueItem } from './queue-answer.js';
import { type Route, serve } from './route.js';
import { signedInCaller } from './signed-in-caller.js';
import { toPage } from './to-page.js';
import { mayDiscover } from './visible.js';

/** The queue, as whoever is signed in sees it. The counts come before the items, whose ids may be anything. */
export const queueRoutes: readonly Route[] = [
  serve(countQueue, async ({ caller }, { store, now }) => {
    const { views, teams } = await store.countQueue(scopeOf(caller), now());
    return { views, teams: [...teams] };
  }),
  serve(listQueue, async ({ query, caller }, { store, engine, now }) => {
    const { sort, cursor, limit, ...filter } = query;
    const at = now();
    const page = toPage({ cursor, limit });
    const { items, next } = await store.listQueue(scopeOf(caller), filter, { sort, page }, at);
    return { items: items.map((item) => showQueueItem(item, engine.deadlinesOf(item), at)), next };
  }),
  serve(readQueueItem, async ({ params, caller }, { store, engine, now }) => {
    const item = await store.readQueueItem(params.id);
    const isVisible = item !== null && mayDiscover(caller, item.workspace);
    const visible = found(isVisible ? item : null, 'handoff');
    return showQueueItem(visible, engine.deadlinesOf(visible), now());
  }),
];

function scopeOf(caller: Caller): QueueScope {
  const { user } = signedInCaller(caller);
  return { workspaces: user.workspaces, userId: user.id, teams: user.teams };
}
