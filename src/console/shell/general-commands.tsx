import { useLocation } from 'wouter';
import { useCommand } from '../keyboard/commands.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { useMay } from '../session/use-me.js';
import { chooseTheme, type Theme, themes } from '../theme/theme-choice.js';
import { useWording, useWords } from '../words/use-words.js';
import { type Language, languages } from '../words/words.js';
import { availabilityKeys, useAvailability } from './use-availability.js';
import { useLanguageChange } from './use-language-change.js';
import { type Place, usePlaces } from './use-places.js';
import { useSignOut } from '../session/use-sign-out.js';

/** What can be done from everywhere by keyboard and palette. Shows nothing. */
export function GeneralCommands({ onHelp }: { readonly onHelp: () => void }) {
  const { areas, help, me, availability } = useWords().shell;
  const { isAvailable, change } = useAvailability();
  const signOut = useSignOut();
  const places = usePlaces();
  const other = isAvailable ? availability.toAway : availability.toAvailable;
  useCommand({ id: 'help', label: help.open, area: areas.general, keys: '?', run: onHelp });
  const isEnabled = useMay('work_chats');
  useCommand({
    id: 'availability',
    label: other,
    area: areas.me,
    keys: availabilityKeys,
    run: change,
    isEnabled,
  });
  useShortcut(availabilityKeys, change, availability.toggle, { area: areas.general, isEnabled });
  useCommand({ id: 'sign-out', label: me.signOut, area: areas.me, run: signOut });
  return (
    <>
      {places.map((place) => (
        <GoTo key={place.id} place={place} />
      ))}
      {themes.map((theme) => (
        <Wear key={theme} theme={theme} />
      ))}
      {languages.map((language) => (
        <Speak key={language} language={language} />
      ))}
    </>
  );
}

function GoTo({ place: { id, label, address, keys, otherKeys = keys } }: { readonly place: Place }) {
  const { areas } = useWords().shell;
  const [, navigate] = useLocation();
  const go = (): void => navigate(address);
  useShortcut(keys, go, label, { area: areas.go });
  useShortcut(otherKeys, go, label, { area: areas.go, isEnabled: otherKeys !== keys });
  useCommand({ id: `go-${id}`, label, area: areas.go, keys, run: go });
  return null;
}

function Wear({ theme }: { readonly theme: Theme }) {
  const { theme: words, areas } = useWords().shell;
  const label = `${words.label}: ${words[theme]}`;
  useCommand({ id: `theme-${theme}`, label, area: areas.me, run: () => chooseTheme(theme) });
  return null;
}

function Speak({ language }: { readonly language: Language }) {
  const { language: words, areas } = useWords().shell;
  const isOther = useWording().language !== language;
  const change = useLanguageChange();
  const label = `${words.label}: ${words[language]}`;
  useCommand({
    id: `language-${language}`,
    label,
    area: areas.me,
    run: () => change(language),
    isEnabled: isOther,
  });
  return null;
}
