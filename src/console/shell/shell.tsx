import './shell.css';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { followKeyboard } from '../keyboard/shortcuts.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { LiveProvider } from '../live/live-provider.js';
import { useWords } from '../words/use-words.js';
import { GeneralCommands } from './general-commands.js';
import { LineBanner } from './line-banner.js';
import { Rail } from './rail.js';
import { useFocusOnRoute } from './use-focus-on-route.js';

const Palette = lazy(() => import('../palette/palette.js').then((part) => ({ default: part.Palette })));
const HelpDialog = lazy(() =>
  import('../keyboard/help-dialog.js').then((part) => ({ default: part.HelpDialog })),
);

type Overlay = 'palette' | 'help';

/** What is around every page of whoever is signed in. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { skipToContent, areas, palette, help } = useWords().shell;
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const main = useFocusOnRoute();
  useEffect(followKeyboard, []);
  const close = (): void => setOverlay(null);
  useShortcut('mod+k', () => setOverlay('palette'), palette.open, { area: areas.general });
  useShortcut('?', () => setOverlay('help'), help.open, { area: areas.general });
  return (
    <LiveProvider>
      <a className="shell-skip" href="#content">
        {skipToContent}
      </a>
      <div className="shell">
        <Rail onPalette={() => setOverlay('palette')} />
        <main id="content" className="shell-main" ref={main} tabIndex={-1}>
          <LineBanner />
          <div className="shell-page">{children}</div>
        </main>
      </div>
      <GeneralCommands onHelp={() => setOverlay('help')} />
      <Suspense>
        {overlay === 'palette' && <Palette onClose={close} />}
        {overlay === 'help' && <HelpDialog onClose={close} />}
      </Suspense>
    </LiveProvider>
  );
}
