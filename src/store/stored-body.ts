import type { Attachment } from '../core/platform-event.js';
import type { MessageBody } from '../core/message.js';

/** A line of the story as it is kept. */
export interface StoredBody extends MessageBody {
  /** Of a line that was received; left out: nothing came with it. */
  readonly attachments?: readonly Attachment[];
}
