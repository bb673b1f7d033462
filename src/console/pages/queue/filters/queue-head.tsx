import './filters.css';
import { ArrowDownWideNarrow, PanelLeft, Search } from 'lucide-react';
import { Link } from 'react-aria-components';
import { countQueue, queueSorts } from '../../../../contract/queue.js';
import { useAnswer } from '../../../api/use-answer.js';
import { IconButton } from '../../../components/button.js';
import { Menu } from '../../../components/menu.js';
import { Panel } from '../../../components/panel.js';
import { Tip } from '../../../components/tooltip.js';
import { useTimes } from '../../../time/use-times.js';
import { useWords } from '../../../words/use-words.js';
import { givenFilters, type QueueQuestion } from '../state/queue-question.js';
import { Views } from '../views/views.js';
import { FilterPanel } from './filter-panel.js';

interface QueueHeadProps {
  readonly question: QueueQuestion;
  readonly openConversationId: string | null;
  readonly onAsk: (question: QueueQuestion) => void;
}

/** What is shown, how many that are, and how it is sorted and filtered. */
export function QueueHead({ question, openConversationId, onAsk }: QueueHeadProps) {
  const { views } = useWords().queue;
  const { data: counts } = useAnswer(countQueue, {});
  const times = useTimes();
  const isFiltered = Object.keys(givenFilters(question.filters)).length > 0;
  const count = isFiltered ? undefined : counts?.views[question.view];
  return (
    <header className="queue-head">
      <div className="queue-head-views">
        <Panel
          label={views.open}
          placement="bottom start"
          button={
            <IconButton label={views.open}>
              <PanelLeft aria-hidden />
            </IconButton>
          }
        >
          <Views question={question} openConversationId={openConversationId} />
        </Panel>
      </div>
      <h1 className="queue-title" id="queue-title">
        {views.names[question.view]}
      </h1>
      {count !== undefined && count > 0 && (
        <span className="queue-head-count">
          <span aria-hidden>{times.number(count)}</span>
          <span className="visually-hidden">{views.count(count)}</span>
        </span>
      )}
      <span className="queue-head-tools">
        <SearchLink />
        <SortMenu question={question} onAsk={onAsk} />
        <FilterPanel question={question} onAsk={onAsk} />
      </span>
    </header>
  );
}

function SearchLink() {
  const { label } = useWords().search;
  return (
    <Tip words={label} keys="/">
      <Link href="/search" className="ui-icon-button" aria-label={label}>
        <Search aria-hidden />
      </Link>
    </Tip>
  );
}

function SortMenu({ question, onAsk }: Pick<QueueHeadProps, 'question' | 'onAsk'>) {
  const { sorts } = useWords().queue;
  const items = queueSorts.map((sort) => ({
    id: sort,
    label: sorts.names[sort],
    isChosen: sort === question.sort,
    onAction: () => onAsk({ ...question, sort }),
  }));
  return (
    <Menu label={sorts.label} parts={[{ id: 'sorts', items }]}>
      <IconButton label={`${sorts.label}: ${sorts.names[question.sort]}`}>
        <ArrowDownWideNarrow aria-hidden />
      </IconButton>
    </Menu>
  );
}
