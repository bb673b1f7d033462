import { readDesk, readTimeline } from '../../contract/desk.js';
import { search } from '../../contract/queue.js';
import { excerptOf } from '../../core/excerpt.js';
import { wantedOf } from '../../core/search-words.js';
import { actorOf, type Caller } from './caller.js';
import { showDesk } from './desk-answer.js';
import { found } from './found.js';
import { showQueueItem } from './queue-answer.js';
import { type Route, serve } from './route.js';
import { showFoundContact, showFoundMessage } from './search-answer.js';
import { showTimelineItem } from './timeline-answer.js';
import { toPage } from './to-page.js';
import { visibleConversation } from './visible.js';

/** What an agent reads of one conversation, and how they find it. */
export const deskRoutes: readonly Route[] = [
  serve(readDesk, async ({ params: { id }, caller }, deps) => {
    const { engine, store, presence, findWorkspace, now } = deps;
    const { workspace } = await visibleConversation(id, caller, store);
    const asker = actorOf(caller);
    // Before what it is the version of: what comes in between is then told of once more, and not missed.
    const version = await store.readVersion(id, asker);
    const [desk, handoffs] = await Promise.all([store.readDesk(id), store.readQueueItemsOf(id)]);
    return showDesk({
      ...{ desk: found(desk, 'conversation'), version },
      handoffs: handoffs.map((item) => showQueueItem(item, engine.deadlinesOf(item), now())),
      workspace: findWorkspace(workspace),
      present: presence.present(id, asker.id),
      now: now(),
    });
  }),
  serve(readTimeline, async ({ params: { id }, query, caller }, { store, publicUrl }) => {
    await visibleConversation(id, caller, store);
    const { items, next } = await store.readTimeline(id, toPage(query));
    return { items: items.flatMap((item) => showTimelineItem(item, publicUrl)), next };
  }),
  serve(search, async ({ query: { q, ...paging }, caller }, { store }) => {
    const wanted = wantedOf(q);
    if (wanted === null) return { contacts: [], messages: [], next: null };
    const scope = { wanted, workspaces: workspacesOf(caller) };
    const page = toPage(paging);
    // Contacts are few, and stand on the first page.
    const contacts = page.after === null ? await store.searchContacts(scope, page.limit) : [];
    const { items, next } = await store.searchMessages(scope, page);
    return {
      contacts: contacts.map(showFoundContact),
      messages: items.map((item) => showFoundMessage(item, excerptOf(item.text, wanted))),
      next,
    };
  }),
];

/** Null: all of them. */
function workspacesOf(caller: Caller): readonly string[] | null {
  return caller.kind === 'person' ? caller.signedIn.user.workspaces : [];
}
