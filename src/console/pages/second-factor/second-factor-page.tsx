import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';

export function SecondFactorPage() {
  return <PageTitle title={useWords().signingIn.title} />;
}
