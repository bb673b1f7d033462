import './not-found-page.css';
import { Signpost } from 'lucide-react';
import { ButtonLink } from '../../components/button-link.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';

/** At addresses where there is nothing. */
export function NotFoundPage() {
  const { title, what, why, toInbox } = useWords().shell.notFound;
  return (
    <div className="not-found">
      <PageTitle title={title} />
      <EmptyState icon={<Signpost aria-hidden />} title={what}>
        <p>{why}</p>
        <ButtonLink href="/inbox">{toInbox}</ButtonLink>
      </EmptyState>
    </div>
  );
}
