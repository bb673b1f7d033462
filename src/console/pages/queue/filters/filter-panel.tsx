import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../components/button.js';
import { Button } from '../../../components/button.js';
import { Panel } from '../../../components/panel.js';
import { Select } from '../../../components/select.js';
import { TextField } from '../../../components/text-field.js';
import { useWords } from '../../../words/use-words.js';
import { useFilterChoices } from '../hooks/use-filter-choices.js';
import { givenFilters, type QueueQuestion, withFilter } from '../state/queue-question.js';

interface FilterPanelProps {
  readonly question: QueueQuestion;
  readonly onAsk: (question: QueueQuestion) => void;
}

/** Narrows the view: each filter is applied as soon as it is chosen. */
export function FilterPanel({ question, onAsk }: FilterPanelProps) {
  const { filters } = useWords().queue;
  const inUse = Object.keys(givenFilters(question.filters)).length;
  return (
    <Panel
      label={filters.label}
      button={
        <IconButton label={filters.open(inUse)} className={inUse > 0 ? 'queue-filtered' : ''}>
          <ListFilter aria-hidden />
        </IconButton>
      }
    >
      <FilterForm question={question} onAsk={onAsk} />
    </Panel>
  );
}

const any = '';

function FilterForm({ question, onAsk }: FilterPanelProps) {
  const { filters } = useWords().queue;
  const fields = useFilterChoices(question);
  return (
    <div className="queue-filters">
      {fields.map(({ name, choices }) => (
        <Select
          key={name}
          label={filters.names[name]}
          choices={[{ id: any, label: filters.any }, ...choices]}
          value={question.filters[name] ?? any}
          onChange={(value) => onAsk(withFilter(question, name, value === any ? undefined : value))}
        />
      ))}
      <TagField key={question.filters.tag ?? ''} question={question} onAsk={onAsk} />
      <Button kind="quiet" isSmall onPress={() => onAsk({ ...question, filters: {} })}>
        {filters.clear}
      </Button>
    </div>
  );
}

/** A tag is whatever somebody wrote, so it is written here; it holds from Enter, or when the field is left. */
function TagField({ question, onAsk }: FilterPanelProps) {
  const { filters } = useWords().queue;
  const [tag, setTag] = useState(question.filters.tag ?? '');
  const apply = (): void => {
    const next = withFilter(question, 'tag', tag.trim() === '' ? undefined : tag.trim());
    if (next.filters.tag !== question.filters.tag) onAsk(next);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <TextField label={filters.names.tag} value={tag} onChange={setTag} onBlur={apply} maxLength={60} />
    </form>
  );
}
