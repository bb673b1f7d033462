import './quick-replies.css';
import type { QuickReply } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';

interface QuickRepliesProps {
  readonly replies: readonly QuickReply[];
  readonly say: (saying: Saying) => void;
}

export function QuickReplies({ replies, say }: QuickRepliesProps) {
  if (replies.length === 0) return null;
  return (
    <div className="quick-replies" role="group" aria-label="Quick replies">
      {replies.map(({ title, payload }) => (
        <button
          key={`${payload} ${title}`}
          type="button"
          className="chip"
          dir="auto"
          onClick={() => {
            say({ way: 'quickReply', title, payload });
          }}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
