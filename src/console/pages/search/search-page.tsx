import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';

export function SearchPage() {
  return <PageTitle title={useWords().search.title} />;
}
