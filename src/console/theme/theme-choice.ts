import { useSyncExternalStore } from 'react';

export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

const place = 'heyword.theme';
const watchers = new Set<() => void>();

/** What the reader chose on this device; `system`: nothing of their own. */
function chosenTheme(): Theme {
  return themes.find((theme) => theme === localStorage.getItem(place)) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(place);
  else localStorage.setItem(place, theme);
  wearTheme();
  for (const watcher of watchers) watcher();
}

/** Shows the page in the chosen colours: theme/tokens.css does the rest. */
export function wearTheme(): void {
  const theme = chosenTheme();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function useTheme(): Theme {
  return useSyncExternalStore(watch, chosenTheme);
}

/** Pages that are open beside this one follow as well. */
function watch(watcher: () => void): () => void {
  const follow = (): void => {
    wearTheme();
    watcher();
  };
  watchers.add(watcher);
  window.addEventListener('storage', follow);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('storage', follow);
  };
}
