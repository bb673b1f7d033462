import type { z } from 'zod';
import type { deedAnswer, reply } from '../../contract/deeds.js';
import type { Actor } from '../../core/actor.js';
import type { Media } from '../../core/message.js';
import { readVersion } from '../../inbox/desk/story-version.js';
import type { StoryVersion } from '../../store/desk.js';
import { mediaAddress } from '../media.js';
import { HttpProblem } from '../problem.js';
import { answerDeed } from './answer-deed.js';
import type { ApiDeps } from './route.js';

type Asked = z.output<NonNullable<typeof reply.body>>;

/** Sends what somebody wrote, and what they uploaded before. @throws {HttpProblem} where it may not be sent so */
export async function answerContact(
  deps: ApiDeps,
  conversationId: string,
  actor: Actor,
  { text, uploads, request_id: requestId, seen }: Asked,
): Promise<z.input<typeof deedAnswer>> {
  const read = seen === undefined ? {} : { seen: readVersion(seen) ?? nothingSeen };
  const media = await findMedia(deps, conversationId, uploads);
  // Before the answer is committed: a message that is to go out must not lose its file to a kill in between.
  if (uploads.length > 0) await deps.store.keepUploads(uploads, deps.now());
  return answerDeed(deps.engine.reply(conversationId, actor, { text, media, ...read }, requestId));
}

/** What is no version of ours was seen by nobody. */
const nothingSeen: StoryVersion = { message: -1, note: -1 };

async function findMedia(
  { store, publicUrl }: ApiDeps,
  conversationId: string,
  ids: readonly string[],
): Promise<readonly Media[]> {
  if (ids.length === 0) return [];
  const found = await store.findUploads(conversationId, ids);
  if (found.length < new Set(ids).size)
    throw new HttpProblem(422, 'unknown_upload', 'One of these files is not there any more. Add it anew.');
  return found.map(({ kind, token, name }) => ({
    kind,
    url: mediaAddress(publicUrl, token, name),
    alt: name,
  }));
}
