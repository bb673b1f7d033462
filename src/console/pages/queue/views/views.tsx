import './views.css';
import { countQueue, queueViews } from '../../../../contract/queue.js';
import { useAnswer } from '../../../api/use-answer.js';
import { useWords } from '../../../words/use-words.js';
import { inboxAddress } from '../hooks/use-question.js';
import { isSameQuestion, type QueueQuestion, usualQuestion } from '../state/queue-question.js';
import { SavedViews } from './saved-views.js';
import { TeamLinks } from './team-links.js';
import { ViewIcon } from './view-icon.js';
import { ViewLink } from './view-link.js';
import type { ViewsProps } from './views-props.js';

/** The ways to look at the queue: views, teams, and what people have saved. */
export function Views({ question, openConversationId }: ViewsProps) {
  const { views } = useWords().queue;
  const { data: counts } = useAnswer(countQueue, {});
  return (
    <nav className="queue-views" aria-label={views.label}>
      <ul className="queue-views-part">
        {queueViews.map((view) => {
          const to: QueueQuestion = { ...usualQuestion, view };
          return (
            <ViewLink
              key={view}
              href={inboxAddress(to, openConversationId)}
              isHere={isSameQuestion(to, { ...question, sort: usualQuestion.sort })}
              icon={<ViewIcon view={view} />}
              name={views.names[view]}
              count={view === 'resolved' ? undefined : counts?.views[view]}
              isAlarming={view === 'late'}
            />
          );
        })}
      </ul>
      <TeamLinks question={question} openConversationId={openConversationId} counts={counts?.teams ?? []} />
      <SavedViews question={question} openConversationId={openConversationId} />
    </nav>
  );
}
