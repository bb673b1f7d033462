import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Suggestions } from '../hooks/use-suggestions.js';
import { SuggestionList } from './suggestion-list.js';

interface WriteFieldProps {
  /** For screen readers, and by which it is found to be given the focus. */
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSend: () => void;
  readonly suggestions: Suggestions;
  readonly suggestionsLabel: string;
  readonly suggestionsNothing: string;
  /** Where the caret is put after something was put in; null: it stays. */
  readonly caret: { readonly at: number | null };
  readonly isInvalid: boolean;
  readonly descriptionId: string;
}

/** A field that grows with its text. Enter sends, where there is a keyboard; Shift and Enter begins a line. */
export function WriteField(props: WriteFieldProps) {
  const { label, hint, text, onChange, onSend, suggestions, caret, isInvalid, descriptionId } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (caret.at !== null) field.current?.setSelectionRange(caret.at, caret.at);
  }, [caret]);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (suggestions.press(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && sends(event)) {
      event.preventDefault();
      onSend();
    } else if (event.key === 'Escape') {
      event.currentTarget.blur();
    }
  };
  return (
    <div className="write-field">
      <SuggestionList
        suggestions={suggestions}
        label={props.suggestionsLabel}
        nothing={props.suggestionsNothing}
      />
      <div className="write-grow" data-text={`${text}\n`}>
        <textarea
          ref={field}
          data-composer
          dir="auto"
          rows={1}
          aria-label={label}
          aria-autocomplete="list"
          aria-invalid={isInvalid}
          aria-describedby={descriptionId}
          {...listAria(suggestions)}
          placeholder={hint}
          value={text}
          onChange={({ target }) => {
            onChange(target.value);
            suggestions.follow(target.selectionStart);
          }}
          onBlur={suggestions.close}
          onKeyDown={press}
        />
      </div>
    </div>
  );
}

/** What ties the field to its open list. */
function listAria({ isOpen, found, listId, optionId, chosen }: Suggestions) {
  if (!isOpen || found.length === 0) return {};
  return { 'aria-controls': listId, 'aria-activedescendant': optionId(chosen) };
}

/** On a phone Enter begins a line, since there is no Shift to do it with; there is a button to send. */
function sends({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return true;
  return !shiftKey && !window.matchMedia('(pointer: coarse)').matches;
}
