import './queue-page.css';
import { countQueue } from '../../../contract/queue.js';
import { useAnswer } from '../../api/use-answer.js';
import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';
import { QueueHead } from './filters/queue-head.js';
import { FilterChips } from './filters/filter-chips.js';
import { useQuestion } from './hooks/use-question.js';
import { OpenConversation } from './list/open-conversation.js';
import { QueuePane } from './list/queue-pane.js';
import { writeQuestion } from './state/queue-question.js';
import { Views } from './views/views.js';

interface QueuePageProps {
  /** The conversation that is open beside it; null: none. */
  readonly openConversationId: string | null;
}

/** Which chats wait for a person. */
export function QueuePage({ openConversationId }: QueuePageProps) {
  const { title } = useWords().queue;
  const [question, ask] = useQuestion(openConversationId);
  const { data: counts } = useAnswer(countQueue, {});
  const given = { question, openConversationId };
  return (
    <div className="queue">
      {openConversationId === null && <PageTitle title={title} count={counts?.views.mine ?? 0} />}
      <div className="queue-side">
        <Views {...given} />
      </div>
      <section className="queue-main" aria-labelledby="queue-title">
        <QueueHead {...given} onAsk={ask} />
        <FilterChips question={question} onAsk={ask} />
        <OpenConversation value={openConversationId}>
          <QueuePane key={writeQuestion(question)} question={question} />
        </OpenConversation>
      </section>
    </div>
  );
}
