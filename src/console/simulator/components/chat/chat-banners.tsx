import './chat-banners.css';
import type { Story } from '../../api/contract.js';

interface ChatBannersProps {
  readonly story: Story;
  readonly sayStart: () => void;
}

/** Why the bot is silent, when it is. */
export function ChatBanners({ story, sayStart }: ChatBannersProps) {
  const ownership = ownershipOf(story);
  return (
    <div className="banners" role="status">
      {story.stopped && (
        <div className="banner banner-stopped">
          <p>
            <bdi>{story.name}</bdi> said STOP; nothing will be sent until START.
          </p>
          <button type="button" className="button" onClick={sayStart}>
            Say START
          </button>
        </div>
      )}
      {ownership !== null && (
        <div className="banner">
          <p>{ownership}</p>
          {story.handoff !== null && story.handoff.reason !== '' && (
            <p className="banner-reason" dir="auto">
              {story.handoff.reason}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function ownershipOf({ owner, handoff }: Story): string | null {
  const team = handoff?.team ?? '';
  if (owner === 'human') {
    return `A person${team === '' ? '' : ` from ${team}`} has this chat; the bot is silent.`;
  }
  if (owner === 'other') return 'Another app has this chat; the bot is silent.';
  return handoff === null ? null : `${team === '' ? 'A person' : team} has been asked to take this chat.`;
}
