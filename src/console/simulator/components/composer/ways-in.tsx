import './ways-in.css';
import { useState } from 'react';
import type { SimulatorInfo } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { CommentForm } from './comment-form.js';
import { PostbackForm } from './postback-form.js';
import { RefForm } from './ref-form.js';
import { StoryReplyForm } from './story-reply-form.js';

interface WaysInProps {
  readonly id: string;
  readonly info: SimulatorInfo | undefined;
  readonly say: (saying: Saying) => void;
  readonly close: () => void;
}

const ways = [
  { way: 'ref', title: 'Ref link' },
  { way: 'storyReply', title: 'Story reply' },
  { way: 'postback', title: 'Postback' },
  { way: 'comment', title: 'Comment' },
] as const;

/** How a conversation can begin other than by a typed word. */
export function WaysIn({ id, info, say, close }: WaysInProps) {
  const [chosen, setChosen] = useState<(typeof ways)[number]['way']>('ref');
  return (
    <div
      id={id}
      className="ways-in"
      role="group"
      aria-label="Ways in"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="ways-in-choice" role="group" aria-label="Kind">
        {ways.map(({ way, title }) => (
          <button
            key={way}
            type="button"
            className="ways-in-kind"
            aria-pressed={way === chosen}
            onClick={() => {
              setChosen(way);
            }}
          >
            {title}
          </button>
        ))}
      </div>
      {chosen === 'ref' && <RefForm refs={info?.refs ?? []} say={say} />}
      {chosen === 'storyReply' && <StoryReplyForm say={say} />}
      {chosen === 'postback' && <PostbackForm buttons={info?.buttons ?? []} say={say} />}
      {chosen === 'comment' && <CommentForm comments={info?.comments ?? []} say={say} />}
    </div>
  );
}
