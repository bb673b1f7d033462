import './search-page.css';
import { Search as SearchIcon, SearchX, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { useLocation, useSearch } from 'wouter';
import { search as searchEndpoint } from '../../../contract/queue.js';
import { useAnswer } from '../../api/use-answer.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { Skeleton } from '../../components/skeleton.js';
import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';
import { ContactHits, MessageHits } from './hits.js';

const pauseMs = 250;
const most = 50;

/** Finds contacts and what was said, while it is typed; the address keeps what is looked for. */
export function SearchPage() {
  const words = useWords().search;
  const wanted = new URLSearchParams(useSearch()).get('q') ?? '';
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState(wanted);
  useEffect(() => {
    if (typed.trim() === wanted) return;
    const look = (): void => navigate(addressOf(typed.trim()), { replace: true });
    const timer = window.setTimeout(look, pauseMs);
    return () => window.clearTimeout(timer);
  }, [typed, wanted, navigate]);
  return (
    <div className="search">
      <PageTitle title={wanted === '' ? words.title : `${wanted} · ${words.title}`} />
      <h1 className="visually-hidden">{words.title}</h1>
      <SearchField className="search-field" value={typed} onChange={setTyped} maxLength={200} autoFocus>
        <Label className="visually-hidden">{words.label}</Label>
        <SearchIcon aria-hidden />
        <Input className="search-input" placeholder={words.placeholder} />
        <Button className="ui-icon-button" aria-label={words.clear}>
          <X aria-hidden />
        </Button>
      </SearchField>
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

function addressOf(wanted: string): string {
  return wanted === '' ? '/search' : `/search?q=${encodeURIComponent(wanted)}`;
}

function Hits({ wanted }: { readonly wanted: string }) {
  const words = useWords().search;
  const question = { query: { q: wanted, limit: most } };
  const { data, error, refetch } = useAnswer(searchEndpoint, question, { keepsLast: true });
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={5} shape="rows" />
    ) : (
      <ErrorState problem={error} onRetry={() => void refetch()} />
    );
  }
  if (data.contacts.length === 0 && data.messages.length === 0) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={words.nothing(wanted)}>
        <p>{words.nothingWhy}</p>
      </EmptyState>
    );
  }
  return (
    <div aria-live="polite">
      <ContactHits contacts={data.contacts} />
      <MessageHits messages={data.messages} />
    </div>
  );
}
