import './chat.css';
import { useMemo } from 'react';
import { useComposerFocus } from '../../hooks/use-composer-focus.js';
import type { Simulator } from '../../hooks/use-simulator.js';
import { bubblesOf } from '../../state/bubbles.js';
import type { Saying } from '../../state/saying.js';
import type { Chat as ChatState } from '../../state/simulator-state.js';
import { Composer } from '../composer/composer.js';
import { ChatBanners } from './chat-banners.js';
import { ChatHeader } from './chat-header.js';
import { ChatLog } from './chat-log.js';

interface ChatProps {
  readonly name: string;
  readonly chat: ChatState;
  readonly simulator: Simulator;
}

/** One follower's phone. */
export function Chat({ name, chat, simulator }: ChatProps) {
  const { state, say, sayAgain, reloadStory, reloadLists } = simulator;
  const focus = useComposerFocus(name);
  const bubbles = useMemo(() => bubblesOf(chat.story, chat.said), [chat.story, chat.said]);
  const sayAndReturn = (saying: Saying): void => {
    say(name, saying);
    focus.afterTap();
  };

  return (
    <section className="chat" aria-label={`Chat of ${name}`}>
      <ChatHeader name={name} brand={state.info?.brand} />
      {chat.story !== undefined && (
        <ChatBanners
          story={chat.story}
          sayStart={() => {
            sayAndReturn({ way: 'text', text: 'START' });
          }}
        />
      )}
      <ChatLog
        key={name}
        name={name}
        chat={chat}
        bubbles={bubbles}
        info={state.info}
        infoProblem={state.infoProblem}
        say={sayAndReturn}
        sayAgain={(id) => {
          sayAgain(name, id);
          focus.afterTap();
        }}
        reloadStory={() => {
          reloadStory(name);
        }}
        reloadInfo={reloadLists}
      />
      <Composer
        name={name}
        field={focus.field}
        info={state.info}
        say={(saying) => {
          say(name, saying);
          focus.now();
        }}
      />
    </section>
  );
}
