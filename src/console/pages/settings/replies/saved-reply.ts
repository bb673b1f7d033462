import type { z } from 'zod';
import type { savedReplyAnswer } from '../../../../contract/replies.js';

/** An answer that is kept to be given again, as the API has it. */
export type SavedReply = z.output<typeof savedReplyAnswer>;
