import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useWords } from '../../../words/use-words.js';
import { useFilterChoices } from '../hooks/use-filter-choices.js';
import {
  type FilterName,
  filterNames,
  givenFilters,
  type QueueQuestion,
  withFilter,
} from '../state/queue-question.js';

interface FilterChipsProps {
  readonly question: QueueQuestion;
  readonly onAsk: (question: QueueQuestion) => void;
}

/** The filters in use, each with the way to take it away. */
export function FilterChips({ question, onAsk }: FilterChipsProps) {
  const { filters } = useWords().queue;
  const fields = useFilterChoices(question);
  const given = givenFilters(question.filters);
  const inUse = filterNames.filter((name) => name in given);
  if (inUse.length === 0) return null;
  const said = (name: FilterName): string => {
    const value = given[name] ?? '';
    return (
      fields.find((field) => field.name === name)?.choices.find(({ id }) => id === value)?.label ?? value
    );
  };
  return (
    <ul className="queue-chips" aria-label={filters.label}>
      {inUse.map((name) => (
        <li key={name}>
          <Button
            className="queue-chip"
            aria-label={filters.remove(`${filters.names[name]} ${said(name)}`)}
            onPress={() => onAsk(withFilter(question, name, undefined))}
          >
            <span className="queue-chip-name">{filters.names[name]}</span>{' '}
            <bdi className="queue-chip-value">{said(name)}</bdi>
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}
