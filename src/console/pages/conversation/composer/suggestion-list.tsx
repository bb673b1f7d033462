import './suggestion-list.css';
import { useEffect, useRef } from 'react';
import type { Suggestions } from '../hooks/use-suggestions.js';

interface SuggestionListProps {
  readonly suggestions: Suggestions;
  readonly label: string;
  /** Said where nothing is found. */
  readonly nothing: string;
}

/** Saved replies or colleagues, above the field in which they are asked for. The focus stays in the field. */
export function SuggestionList({ suggestions, label, nothing }: SuggestionListProps) {
  const { listId, isOpen, found, chosen, optionId, put, choose } = suggestions;
  const inSight = useRef<HTMLLIElement>(null);
  useEffect(() => {
    inSight.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (!isOpen) return null;
  if (found.length === 0) return <p className="suggestions suggestions-nothing">{nothing}</p>;
  return (
    <ul className="suggestions" id={listId} role="listbox" aria-label={label}>
      {found.map((suggestion, index) => (
        <li
          key={suggestion.id}
          id={optionId(index)}
          ref={index === chosen ? inSight : null}
          role="option"
          aria-selected={index === chosen}
          className="suggestion"
          onPointerMove={() => {
            if (index !== chosen) choose(index);
          }}
          onPointerDown={(event) => {
            event.preventDefault();
            put(suggestion);
          }}
        >
          <bdi className="suggestion-name">{suggestion.name}</bdi>
          <bdi className="suggestion-more">{suggestion.more}</bdi>
        </li>
      ))}
    </ul>
  );
}
