import './search-page.css';
import { Search as SearchIcon, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { EmptyState } from '../../components/empty-state.js';
import { useShortcut } from '../../keyboard/use-shortcut.js';
import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';
import { Hits } from './hits.js';
import { useWanted, type Wanted } from './use-wanted.js';
import { walkHits } from './walk-hits.js';

/** Finds contacts and what was said, while it is typed; the address keeps what is looked for. */
export function SearchPage() {
  const words = useWords().search;
  const given = useWanted();
  const { wanted, isBehind, look } = given;
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    // What is found still answers what was typed before.
    if (event.key === 'Enter' && isBehind) look();
    else walkHits(event);
  };
  return (
    <div className="search" onKeyDownCapture={walk}>
      <PageTitle title={wanted === '' ? words.title : `${wanted} · ${words.title}`} />
      <h1 className="visually-hidden">{words.title}</h1>
      <Field {...given} />
      {wanted === '' ? (
        <EmptyState icon={<SearchIcon aria-hidden />} title={words.begin}>
          <p>{words.beginWhy}</p>
        </EmptyState>
      ) : (
        <Hits wanted={wanted} />
      )}
    </div>
  );
}

function Field({ typed, type }: Pick<Wanted, 'typed' | 'type'>) {
  const { search: words, shell } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const focus = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  useShortcut('/', focus, shell.search, { area: shell.areas.go });
  return (
    <SearchField className="search-field" value={typed} onChange={type} maxLength={200} autoFocus>
      <Label className="visually-hidden">{words.label}</Label>
      <SearchIcon aria-hidden />
      <Input className="search-input" placeholder={words.placeholder} ref={field} enterKeyHint="search" />
      <Button className="ui-icon-button" aria-label={words.clear}>
        <X aria-hidden />
      </Button>
    </SearchField>
  );
}
