import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';

interface QueuePageProps {
  /** The conversation that is open beside it; null: none. */
  readonly openConversationId: string | null;
}

/** Which chats wait for a person. */
export function QueuePage({ openConversationId }: QueuePageProps) {
  const { title } = useWords().queue;
  return openConversationId === null ? <PageTitle title={title} /> : null;
}
