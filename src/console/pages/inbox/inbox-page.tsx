import './inbox-page.css';
import { lazy, Suspense, useEffect } from 'react';
import { Redirect } from 'wouter';
import { Skeleton } from '../../components/skeleton.js';
import { useMay } from '../../session/use-me.js';
import { QueuePage } from '../queue/queue-page.js';
import { NothingOpen } from './nothing-open.js';

const loadConversation = () => import('../conversation/conversation-page.js');
const ConversationPage = lazy(() => loadConversation().then((page) => ({ default: page.ConversationPage })));

interface InboxPageProps {
  /** What is open beside the queue; null: nothing. */
  readonly conversationId: string | null;
}

/** The queue and one conversation: side by side where there is room, else one at a time. */
export function InboxPage({ conversationId }: InboxPageProps) {
  const mayRead = useMay('read_chats');
  useEffect(() => void loadConversation(), []);
  if (!mayRead) return <Redirect to="/settings" replace />;
  return (
    <div className={conversationId === null ? 'inbox' : 'inbox inbox-open'}>
      <div className="inbox-queue">
        <QueuePage openConversationId={conversationId} />
      </div>
      <div className="inbox-conversation">
        {conversationId === null ? (
          <NothingOpen />
        ) : (
          <Suspense fallback={<Skeleton lines={8} />}>
            <ConversationPage key={conversationId} conversationId={conversationId} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
