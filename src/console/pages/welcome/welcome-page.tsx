import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';

export function WelcomePage({ token }: { readonly token: string }) {
  return <PageTitle title={useWords().signingIn.title + token} />;
}
