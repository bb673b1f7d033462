import './me-menu.css';
import { CircleUser, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useLocation } from 'wouter';
import { Avatar } from '../components/avatar.js';
import { Menu, type MenuPart } from '../components/menu.js';
import { Tip } from '../components/tooltip.js';
import { useMe } from '../session/use-me.js';
import { chooseTheme, themes, useTheme } from '../theme/theme-choice.js';
import { useWording, useWords } from '../words/use-words.js';
import { languages } from '../words/words.js';
import { useLanguageChange } from './use-language-change.js';
import { useSignOut } from '../session/use-sign-out.js';

const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;

/** What whoever is signed in changes of their own surroundings. */
export function MeMenu() {
  const { user } = useMe();
  const label = useWords().shell.me.open(user.name);
  const parts = [useMine(), useThemes(), useLanguages(), useWayOut()];
  return (
    <Menu label={label} parts={parts} placement="right bottom">
      <Tip words={label}>
        <Button className="me-button">
          <span className="visually-hidden">{label}</span>
          <Avatar name={user.name} />
        </Button>
      </Tip>
    </Menu>
  );
}

function useMine(): MenuPart {
  const { user } = useMe();
  const { settings } = useWords().shell;
  const [, navigate] = useLocation();
  const icon = <CircleUser aria-hidden />;
  return {
    id: 'me',
    title: `${user.name} · ${user.email}`,
    items: [{ id: 'settings', label: settings, icon, onAction: () => navigate('/settings') }],
  };
}

function useThemes(): MenuPart {
  const { theme: words } = useWords().shell;
  const worn = useTheme();
  const items = themes.map((theme) => {
    const Icon = themeIcons[theme];
    const icon = <Icon aria-hidden />;
    return {
      id: theme,
      label: words[theme],
      icon,
      isChosen: theme === worn,
      onAction: () => chooseTheme(theme),
    };
  });
  return { id: 'theme', title: words.label, items };
}

function useLanguages(): MenuPart {
  const { language: words } = useWords().shell;
  const { language: spoken } = useWording();
  const change = useLanguageChange();
  const items = languages.map((language) => ({
    id: language,
    label: words[language],
    isChosen: language === spoken,
    onAction: () => change(language),
  }));
  return { id: 'language', title: words.label, items };
}

function useWayOut(): MenuPart {
  const { signOut } = useWords().shell.me;
  const run = useSignOut();
  return {
    id: 'out',
    items: [{ id: 'sign-out', label: signOut, icon: <LogOut aria-hidden />, onAction: run }],
  };
}
