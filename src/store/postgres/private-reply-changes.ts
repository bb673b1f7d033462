import type { Pipeline } from './pipeline.js';

/** What becomes of the private reply that a message is. */
export interface PrivateReplyChange {
  readonly workspace: string;
  readonly account: string;
  readonly commentId: string;
  readonly messageId: string;
  /** `dropped`: only where it has never been tried. */
  readonly to: 'claimed' | 'done' | 'dropped';
  readonly now: number | null;
}

const takeText = `update private_replies set state = 'claimed', claimed_at = $5
  where account = $1 and workspace = $2 and comment_id = $3 and message_id = $4`;
const finishText = `update private_replies set state = 'done'
  where account = $1 and workspace = $2 and comment_id = $3 and message_id = $4`;
const dropText = `delete from private_replies
  where account = $1 and workspace = $2 and comment_id = $3 and message_id = $4 and state = 'waiting'`;

const statements = {
  claimed: { name: 'take_private_reply', text: takeText },
  done: { name: 'finish_private_reply', text: finishText },
  dropped: { name: 'drop_private_reply', text: dropText },
};

export function writePrivateReplyChanges(pipeline: Pipeline, changes: readonly PrivateReplyChange[]): void {
  for (const { account, workspace, commentId, messageId, to, now } of changes) {
    const which = [account, workspace, commentId, messageId];
    pipeline.send({ ...statements[to], values: to === 'claimed' ? [...which, now] : which });
  }
}
