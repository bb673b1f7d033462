import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';

/** One conversation: its story, and what an agent does to it. */
export function ConversationPage({ conversationId }: { readonly conversationId: string }) {
  const { title } = useWords().conversation;
  return <PageTitle title={`${title} ${conversationId}`} />;
}
