import { SearchX } from 'lucide-react';
import { Button } from '../../components/button.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { Skeleton } from '../../components/skeleton.js';
import { useWords } from '../../words/use-words.js';
import { ContactHits } from './contact-hits.js';
import { MessageHits } from './message-hits.js';
import { type Finding, type Found, useFound } from './use-found.js';

/** What is found, whatever state the search is in. */
export function Hits({ wanted }: { readonly wanted: string }) {
  const finding = useFound(wanted);
  const { found, isOld, problem, retry } = finding;
  if (problem !== null && (found === undefined || isOld))
    return <ErrorState problem={problem} onRetry={retry} />;
  if (found === undefined) return <Skeleton lines={5} shape="rows" />;
  return (
    <>
      <Count found={found} isMore={finding.loadMore !== undefined} isOld={isOld} />
      {isNothing(found) ? (
        <Nothing wanted={wanted} />
      ) : (
        <div className="search-hits" aria-busy={isOld}>
          <ContactHits contacts={found.contacts} />
          <MessageHits messages={found.messages} />
          <More {...finding} />
        </div>
      )}
    </>
  );
}

function isNothing({ contacts, messages }: Found): boolean {
  return contacts.length === 0 && messages.length === 0;
}

function Nothing({ wanted }: { readonly wanted: string }) {
  const words = useWords().search;
  return (
    <EmptyState icon={<SearchX aria-hidden />} title={words.nothing(wanted)}>
      <p>{words.nothingWhy}</p>
    </EmptyState>
  );
}

interface CountProps {
  readonly found: Found;
  readonly isMore: boolean;
  readonly isOld: boolean;
}

/** How much was found; screen readers say it when it changes. */
function Count({ found, isMore, isOld }: CountProps) {
  const { common, search: words } = useWords();
  const count = words.found(found.contacts.length, found.messages.length, isMore);
  const said = isNothing(found) ? words.nothingNow : count;
  return (
    <p className={isNothing(found) && !isOld ? 'visually-hidden' : 'search-count'} role="status">
      {isOld ? common.loading : said}
    </p>
  );
}

function More({ loadMore, isLoadingMore, problem }: Finding) {
  const { common } = useWords();
  if (loadMore === undefined) return null;
  return (
    <div className="search-next">
      {problem !== null && <p role="alert">{common.couldNotLoad}</p>}
      <Button onPress={loadMore} isPending={isLoadingMore}>
        {problem === null ? common.loadMore : common.tryAgain}
      </Button>
    </div>
  );
}
