import { z } from 'zod';
import { conversationAnswer } from '../../contract/conversation.js';
import { showConversation } from './conversation-answer.js';
import { deedRoutes } from './deed-routes.js';
import { deskDeedRoutes } from './desk-deed-routes.js';
import { id } from '../../contract/values.js';
import { found } from './found.js';
import { defineRoute, type Route } from './route.js';
import { storyAnswer } from '../../contract/story.js';
import { showStory } from './story-answer.js';

const params = z.strictObject({ id });

/** The running threads: where each stands, and how it came there. */
export const conversationRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/conversations/:id',
    summary: 'Read where a conversation stands',
    params,
    answer: conversationAnswer,
    handle: async ({ params: { id } }, { store, now }) =>
      showConversation(found(await store.readConversation(id), 'conversation'), now()),
  }),
  defineRoute({
    method: 'get',
    path: '/conversations/:id/story',
    summary: 'Read a conversation’s story: each line, who said it, what permitted it and why it was said',
    params,
    answer: storyAnswer,
    handle: async ({ params: { id } }, { store, publicUrl }) => {
      found(await store.readConversation(id), 'conversation');
      const [lines, events] = await Promise.all([store.readStory(id), store.readTrace(id)]);
      return showStory({ conversationId: id, lines, events, publicUrl });
    },
  }),
  // Programs are told by the engine where there is no such conversation.
  ...deedRoutes,
  ...deskDeedRoutes,
];
