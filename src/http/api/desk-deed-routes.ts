import { addNote, assign, block, changeTags, merge, sendTemplate, snooze } from '../../contract/deeds.js';
import type { Assignment } from '../../engine/deeds.js';
import { answerDeed, refuse } from './answer-deed.js';
import { actorOf } from './caller.js';
import { findColleague, findColleagues } from './colleagues.js';
import { type Route, serve } from './route.js';
import { visibleConversation } from './visible.js';

/** What people alone do to a conversation, from their inbox. */
export const deskDeedRoutes: readonly Route[] = [
  serve(sendTemplate, async ({ params: { id }, body, caller }, deps) => {
    await visibleConversation(id, caller, deps.store);
    const { request_id: requestId, ...template } = body;
    return answerDeed(deps.engine.sendTemplate(id, actorOf(caller), template, requestId));
  }),
  serve(assign, async ({ params: { id }, body, caller }, deps) => {
    const { workspace } = await visibleConversation(id, caller, deps.store);
    const { to, team, priority } = body;
    const assignment: Assignment = {
      ...(to === undefined
        ? {}
        : { to: to === null ? null : await findColleague(deps.store, workspace, to) }),
      ...(team === undefined ? {} : { team }),
      ...(priority === undefined ? {} : { priority }),
    };
    return answerDeed(deps.engine.assign(id, actorOf(caller), assignment));
  }),
  serve(snooze, async ({ params: { id }, body: { until }, caller }, deps) => {
    await visibleConversation(id, caller, deps.store);
    return answerDeed(deps.engine.snooze(id, actorOf(caller), until));
  }),
  serve(addNote, async ({ params: { id }, body, caller }, deps) => {
    const { workspace } = await visibleConversation(id, caller, deps.store);
    const mentions = await findColleagues(deps.store, workspace, body.mentions);
    return answerDeed(
      deps.engine.addNote(id, actorOf(caller), { text: body.text, mentions }, body.request_id),
    );
  }),
  serve(changeTags, async ({ params: { id }, body, caller }, deps) => {
    await visibleConversation(id, caller, deps.store);
    return answerDeed(deps.engine.changeTags(id, actorOf(caller), body));
  }),
  serve(block, async ({ params: { id }, body: { is_blocked: isBlocked }, caller }, deps) => {
    await visibleConversation(id, caller, deps.store);
    return answerDeed(deps.engine.block(id, actorOf(caller), isBlocked));
  }),
  serve(merge, async ({ params: { id }, body, caller }, deps) => {
    await visibleConversation(id, caller, deps.store);
    const merged = await deps.engine.merge(id, actorOf(caller), body.contact);
    return merged.ok ? { conversation_id: merged.conversationId } : refuse(merged);
  }),
];
