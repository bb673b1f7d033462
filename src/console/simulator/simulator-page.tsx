import './simulator-page.css';
import { Chat } from './components/chat/chat.js';
import { FollowerList } from './components/followers/follower-list.js';
import { ConnectionLine } from './components/page/connection-line.js';
import { Wordmark } from './components/page/wordmark.js';
import { Waiting } from './components/page/waiting.js';
import { useSimulator } from './hooks/use-simulator.js';
import { emptyChat } from './state/simulator-state.js';

/** Whoever opens this page is the follower, as many of them as they like. */
export function SimulatorPage() {
  const simulator = useSimulator();
  const { selected, chats, line } = simulator.state;
  return (
    <div className="simulator">
      <title>{selected === undefined ? 'Heyword simulator' : `${selected} · Heyword simulator`}</title>
      <header className="simulator-side">
        <Wordmark />
        <FollowerList simulator={simulator} />
        <ConnectionLine line={line} />
      </header>
      <main className="simulator-phone">
        {selected === undefined ? (
          <Waiting />
        ) : (
          <Chat name={selected} chat={chats.get(selected) ?? emptyChat} simulator={simulator} />
        )}
      </main>
    </div>
  );
}
