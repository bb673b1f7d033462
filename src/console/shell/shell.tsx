import './shell.css';
import { type ReactNode, useEffect } from 'react';
import { followKeyboard } from '../keyboard/shortcuts.js';
import { LiveProvider } from '../live/live-provider.js';
import { useWords } from '../words/use-words.js';
import { LineBanner } from './line-banner.js';
import { Rail } from './rail.js';
import { useFocusOnRoute } from './use-focus-on-route.js';

/** What is around every page of whoever is signed in. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { skipToContent } = useWords().shell;
  const main = useFocusOnRoute();
  useEffect(followKeyboard, []);
  return (
    <LiveProvider>
      <a className="shell-skip" href="#content">
        {skipToContent}
      </a>
      <div className="shell">
        <Rail />
        <main id="content" className="shell-main" ref={main} tabIndex={-1}>
          <LineBanner />
          <div className="shell-page">{children}</div>
        </main>
      </div>
    </LiveProvider>
  );
}
