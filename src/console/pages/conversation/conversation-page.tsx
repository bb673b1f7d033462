import './conversation-page.css';
import { MessageCircleOff } from 'lucide-react';
import { readDesk } from '../../../contract/desk.js';
import { useAnswer } from '../../api/use-answer.js';
import { ButtonLink } from '../../components/button-link.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { Skeleton } from '../../components/skeleton.js';
import { useMe } from '../../session/use-me.js';
import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';
import { ConversationView } from './conversation-view.js';
import { useFreshConversation } from './hooks/use-fresh-conversation.js';
import { useTimeline } from './hooks/use-timeline.js';

interface ConversationPageProps {
  readonly conversationId: string;
}

/** One conversation: its story, what is known of the contact, and what an agent does to it. */
export function ConversationPage({ conversationId }: ConversationPageProps) {
  const { conversation, common } = useWords();
  const { data: desk, error, refetch } = useAnswer(readDesk, { params: { id: conversationId } });
  // Asked for with the desk, not after it.
  const timeline = useTimeline(conversationId);
  useFreshConversation(conversationId, useMe().user.id);
  const name = desk?.contact.name ?? common.nameless;
  return (
    <>
      <PageTitle title={desk === undefined ? conversation.title : conversation.titleOf(name)} />
      {desk !== undefined ? (
        <ConversationView desk={desk} timeline={timeline} />
      ) : error?.code === 'not_found' ? (
        <NotFound />
      ) : error !== null ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : (
        <div className="conversation-waiting">
          <Skeleton lines={6} shape="rows" />
        </div>
      )}
    </>
  );
}

function NotFound() {
  const { what, why, toInbox } = useWords().conversation.notFound;
  return (
    <EmptyState icon={<MessageCircleOff aria-hidden />} title={what}>
      <p>{why}</p>
      <ButtonLink href="/inbox">{toInbox}</ButtonLink>
    </EmptyState>
  );
}
