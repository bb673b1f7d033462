import { PageTitle } from '../../shell/page-title.js';
import { useWords } from '../../words/use-words.js';

export function SettingsPage() {
  return <PageTitle title={useWords().settings.title} />;
}
