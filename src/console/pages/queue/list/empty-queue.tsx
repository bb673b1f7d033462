import { AlarmClock, CircleCheckBig, Coffee, FunnelX } from 'lucide-react';
import { countQueue } from '../../../../contract/queue.js';
import { useAnswer } from '../../../api/use-answer.js';
import { Button } from '../../../components/button.js';
import { ButtonLink } from '../../../components/button-link.js';
import { EmptyState } from '../../../components/empty-state.js';
import { useWords } from '../../../words/use-words.js';
import { inboxAddress, useQuestion } from '../hooks/use-question.js';
import { givenFilters, type QueueQuestion, usualQuestion } from '../state/queue-question.js';

/** Nothing is in this view: what that means, and where else there may be something to do. */
export function EmptyQueue({ question }: { readonly question: QueueQuestion }) {
  const { empty } = useWords().queue;
  const isFiltered = Object.keys(givenFilters(question.filters)).length > 0;
  const { title, why } = isFiltered ? empty.filtered : empty[question.view];
  return (
    <EmptyState icon={<EmptyIcon question={question} isFiltered={isFiltered} />} title={title}>
      <p>{why}</p>
      {isFiltered ? <ClearFilters question={question} /> : <ToUnassigned question={question} />}
    </EmptyState>
  );
}

interface EmptyProps {
  readonly question: QueueQuestion;
}

function EmptyIcon({ question: { view }, isFiltered }: EmptyProps & { readonly isFiltered: boolean }) {
  if (isFiltered) return <FunnelX aria-hidden />;
  if (view === 'snoozed') return <AlarmClock aria-hidden />;
  return view === 'resolved' ? <CircleCheckBig aria-hidden /> : <Coffee aria-hidden />;
}

function ClearFilters({ question }: EmptyProps) {
  const { filters } = useWords().queue;
  const [, ask] = useQuestion(null);
  return <Button onPress={() => ask({ ...question, filters: {} })}>{filters.clear}</Button>;
}

/** Whoever has nothing to do may take what nobody has. */
function ToUnassigned({ question: { view } }: EmptyProps) {
  const { empty } = useWords().queue;
  const { data } = useAnswer(countQueue, {});
  const waiting = data?.views.unassigned ?? 0;
  if (waiting === 0 || !['mine', 'team'].includes(view)) return null;
  return (
    <ButtonLink href={inboxAddress({ ...usualQuestion, view: 'unassigned' }, null)}>
      {empty.toUnassigned(waiting)}
    </ButtonLink>
  );
}
