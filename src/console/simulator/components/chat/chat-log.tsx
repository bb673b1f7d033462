import './chat-log.css';
import { useEffect } from 'react';
import type { SimulatorInfo } from '../../api/contract.js';
import { useStayAtEnd } from '../../../scroll/use-stay-at-end.js';
import { offeredQuickReplies, type Bubble } from '../../state/bubbles.js';
import type { Saying } from '../../state/saying.js';
import type { Chat } from '../../state/simulator-state.js';
import { Problem } from '../page/problem.js';
import { Waiting } from '../page/waiting.js';
import { BubbleList } from './bubble-list.js';
import { EmptyChat } from './empty-chat.js';
import { QuickReplies } from './quick-replies.js';

interface ChatLogProps {
  readonly name: string;
  readonly chat: Chat;
  readonly bubbles: readonly Bubble[];
  readonly info: SimulatorInfo | undefined;
  readonly infoProblem: string | undefined;
  readonly say: (saying: Saying) => void;
  readonly sayAgain: (id: string) => void;
  readonly reloadStory: () => void;
  readonly reloadInfo: () => void;
}

/** Everything said in this chat, the newest in sight. */
export function ChatLog(props: ChatLogProps) {
  const { name, chat, bubbles, say, sayAgain, reloadStory } = props;
  const { log, content, isAway, toEnd } = useStayAtEnd();
  const ownNewest = chat.said.at(-1);
  useEffect(toEnd, [toEnd, ownNewest?.id]);

  return (
    <div className="chat-log-frame">
      <div
        ref={log}
        className="chat-log"
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={`Messages of ${name}`}
        tabIndex={0}
      >
        <div ref={content} className="chat-log-content">
          {chat.problem !== undefined && (
            <Problem what="This chat could not be loaded." why={chat.problem} again={reloadStory} />
          )}
          {bubbles.length === 0 ? (
            <Beginning {...props} />
          ) : (
            <BubbleList bubbles={bubbles} say={say} sayAgain={sayAgain} />
          )}
          <QuickReplies replies={offeredQuickReplies(bubbles)} say={say} />
        </div>
      </div>
      {isAway && (
        <button type="button" className="button chat-log-newest" onClick={toEnd}>
          Newest messages
        </button>
      )}
    </div>
  );
}

function Beginning({ chat, info, infoProblem, say, reloadInfo }: ChatLogProps) {
  if (chat.story === undefined) return chat.problem === undefined ? <Waiting /> : null;
  if (info !== undefined) return <EmptyChat info={info} say={say} />;
  if (infoProblem === undefined) return <Waiting />;
  return <Problem what="The flows could not be listed." why={infoProblem} again={reloadInfo} />;
}
