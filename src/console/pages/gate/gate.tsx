import './gate.css';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Mark } from '../../components/mark.js';
import { PageTitle } from '../../shell/page-title.js';
import { useWording, useWords } from '../../words/use-words.js';
import { languages } from '../../words/words.js';

interface GateProps {
  readonly title: string;
  /** What this is about, below the title. */
  readonly why?: ReactNode;
  readonly children: ReactNode;
}

/** What is around the pages before one is in: one thing in the middle, and the choice of the language. */
export function Gate({ title, why, children }: GateProps) {
  return (
    <div className="gate">
      <PageTitle title={title} />
      <main className="gate-card">
        <Mark />
        <h1 className="gate-title">{title}</h1>
        {why !== undefined && <p className="gate-why">{why}</p>}
        {children}
      </main>
      <Languages />
    </div>
  );
}

function Languages() {
  const { language: words } = useWords().shell;
  const { language: spoken, choose } = useWording();
  return (
    <footer className="gate-foot" aria-label={words.label}>
      {languages.map((language) => (
        <Button
          key={language}
          className="gate-language"
          aria-pressed={language === spoken}
          onPress={() => choose(language)}
        >
          <span lang={language}>{words[language]}</span>
        </Button>
      ))}
    </footer>
  );
}
