import './ways-in.css';
import { useState } from 'react';
import type { SimulatorInfo } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { AdForm } from './ad-form.js';
import { CommentForm } from './comment-form.js';
import { PostbackForm } from './postback-form.js';
import { RefForm } from './ref-form.js';
import { StoryMentionForm } from './story-mention-form.js';
import { StoryReplyForm } from './story-reply-form.js';

interface WaysInProps {
  readonly id: string;
  readonly info: SimulatorInfo | undefined;
  readonly say: (saying: Saying) => void;
  readonly close: () => void;
}

const ways = [
  { way: 'ref', title: 'Ref link' },
  { way: 'ad', title: 'Ad' },
  { way: 'storyReply', title: 'Story reply' },
  { way: 'storyMention', title: 'Story mention' },
  { way: 'postback', title: 'Postback' },
  { way: 'comment', title: 'Comment' },
] as const;

type WayIn = (typeof ways)[number]['way'];

/** How a conversation can begin other than by a typed word. */
export function WaysIn({ id, info, say, close }: WaysInProps) {
  const [chosen, setChosen] = useState<WayIn>('ref');
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
      <FormOf way={chosen} info={info} say={say} />
    </div>
  );
}

interface FormOfProps extends Pick<WaysInProps, 'info' | 'say'> {
  readonly way: WayIn;
}

function FormOf({ way, info, say }: FormOfProps) {
  switch (way) {
    case 'ref':
      return <RefForm refs={info?.refs ?? []} say={say} />;
    case 'ad':
      return <AdForm say={say} />;
    case 'storyReply':
      return <StoryReplyForm say={say} />;
    case 'storyMention':
      return <StoryMentionForm say={say} />;
    case 'postback':
      return <PostbackForm buttons={info?.buttons ?? []} say={say} />;
    case 'comment':
      return <CommentForm comments={info?.comments ?? []} say={say} />;
  }
}
