import { readConversation } from '../../contract/conversation.js';
import { readStory } from '../../contract/story.js';
import { showConversation } from './conversation-answer.js';
import { deedRoutes } from './deed-routes.js';
import { deskDeedRoutes } from './desk-deed-routes.js';
import { type Route, serve } from './route.js';
import { showStory } from './story-answer.js';
import { visibleConversation } from './visible.js';

/** The running threads: where each stands, and how it came there. */
export const conversationRoutes: readonly Route[] = [
  serve(readConversation, async ({ params: { id }, caller }, { store, now }) =>
    showConversation(await visibleConversation(id, caller, store), now()),
  ),
  serve(readStory, async ({ params: { id }, caller }, { store, publicUrl }) => {
    await visibleConversation(id, caller, store);
    const [lines, events] = await Promise.all([store.readStory(id), store.readTrace(id)]);
    return showStory({ conversationId: id, lines, events, publicUrl });
  }),
  // Programs are told by the engine where there is no such conversation.
  ...deedRoutes,
  ...deskDeedRoutes,
];
