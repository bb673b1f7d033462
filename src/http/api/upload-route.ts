import { upload } from '../../contract/deeds.js';
import { takeUpload, type UploadTaken } from '../../inbox/uploads/take-upload.js';
import { longestUpload } from '../../inbox/uploads/upload-types.js';
import { HttpProblem } from '../problem.js';
import { type Route, serve } from './route.js';
import { visibleConversation } from './visible.js';

/** A file that is to be sent along with an answer. */
export const uploadRoute: Route = {
  ...serve(upload, async ({ params: { id }, query: { name }, caller, file }, deps) => {
    const conversation = await visibleConversation(id, caller, deps.store);
    const userId = caller.kind === 'person' ? caller.signedIn.user.id : null;
    const { mimeType, content } = file ?? { mimeType: '', content: Buffer.alloc(0) };
    const taken = await takeUpload(deps, conversation, userId, { name, mimeType, content });
    if (!taken.ok) throw problemOf(taken);
    const { id: uploadId, kind, name: kept, bytes } = taken.upload;
    return { id: uploadId, kind, name: kept, bytes };
  }),
  takesFile: longestUpload,
};

const statuses = { unknown_type: 415, not_on_channel: 415, too_long: 413, empty: 400 } as const;

function problemOf({ reason, message, allowed }: Extract<UploadTaken, { ok: false }>): HttpProblem {
  return new HttpProblem(statuses[reason], reason, message, allowed.length > 0 ? { allowed } : {});
}
